import { expect, test } from '@jest/globals';
import { drill } from '../drill/drill.ts';

/*
 * The drill in small, on a cluster of its own, for it kills PostgreSQL too: three seeds that draw, between them, a death
 * of either process of Temporal, of PostgreSQL and of a service. `npm run drill -- --cluster` is the form for a night.
 */

test('three rounds of deaths on a cluster: nothing lost, nothing doubled, every doubt named', async () => {
  const rounds = await drill('--cluster', '--seed', '40', '--rounds', '3', '--directives', '12');
  expect(rounds.flatMap((r) => r.wrong.map((w) => `seed ${r.seed}: ${w}`))).toEqual([]);
  expect(rounds.map(({ lost, doubled }) => ({ lost, doubled }))).toEqual(Array(3).fill({ lost: 0, doubled: 0 }));
  expect(rounds.every(({ faults }) => faults.some((fault) => fault.startsWith('kill')))).toBe(true);
});
