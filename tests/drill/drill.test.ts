import { expect, test } from '@jest/globals';
import { drill } from './drill.ts';

/*
 * The drill in small: three seeds that draw, between them, the death of the worker, that of Temporal and a full disk.
 * `npm run drill -- --rounds 100` is the nightly form.
 */

test('three rounds of deaths and cuts: nothing lost, nothing doubled, every doubt named', async () => {
  const rounds = await drill('--seed', '77', '--rounds', '3', '--directives', '12');
  expect(rounds.flatMap((r) => r.wrong.map((w) => `seed ${r.seed}: ${w}`))).toEqual([]);
  expect(rounds).toHaveLength(3);
  for (const { faults, messages, lost, doubled, acts, strangers, seconds } of rounds) {
    expect(faults.length).toBeGreaterThan(0);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    // Assignment to the lead and the partner of every second, then the nudge of those nobody works on; by mail and Zalo.
    expect(messages).toBeGreaterThanOrEqual(54);
    for (const some of [acts, strangers, seconds]) expect(some).toBeGreaterThan(0);
  }
  const drawn = new Set(rounds.flatMap((r) => r.faults));
  expect([...drawn]).toEqual(expect.arrayContaining(['kill the worker', 'kill Temporal', 'fill the disk']));
  expect(drawn.size).toBeGreaterThan(8);
  process.stderr.write(`  ${rounds.map((r) => `${r.messages} messages, ${r.unknown} unknown`).join('; ')}\n`);
});
