import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from '../../../dsl/time/day.ts';
import { judgeDirective } from '../../../office/audit/audit.ts';
import { shippedRules } from '../../../policies/index.ts';
import { prepareRuns } from '../../../rehearsal/task-runs.ts';
import { type Life, life } from '../../dsl/arbitraries.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';
import { auditSandbox, findingsOf } from './support.ts';

/* Nothing is wrong where nothing is wrong: random lives on the real Temporal, looked at half-way. */

const LIVES = 12;
const SEED = 20_261_127;
const shared = useSandbox();

const half: fc.Arbitrary<readonly [Life, number]> = fc.tuple(life, fc.integer({ min: 60, max: 90 * 24 * 60 }));

async function run([{ policy, directive, acts }, minutes]: readonly [Life, number], i: number) {
  const cooperating = directive.hasCooperating ? { cooperating: ['Sở Tài chính'] } : {};
  const sketch = { id: `I.${i}`, lead: 'Sở Nội vụ', due: directive.due, ...cooperating };
  const notice = sketchNotice(`${i}/TB-KT`, dayOf(directive.issuedAt), [sketch]);
  const issuedAt = directive.issuedAt;
  const [run] = await prepareRuns(shared.sandbox, [notice], { rules: shippedRules, policy, issuedAt });
  if (!run) throw new Error('nothing to run');
  const at = issuedAt + minutes * MINUTE_MS;
  await run.runner.start();
  for (const [n, timed] of acts.filter((a) => a.at <= at).entries()) await run.runner.act(timed, `viec-${n}`);
  await run.runner.goTo(at);
  await shared.sandbox.clock.idle(run.runner.directive.workflowId);
  return { id: run.runner.directive.id, at };
}

describe('no false alarms', () => {
  test(`${LIVES} random lives stopped at a random moment: nothing found, and Temporal's clock is the register's`, async () => {
    const results = await Promise.all(fc.sample(half, { numRuns: LIVES, seed: SEED }).map(run));
    const found: string[] = [];
    let answered = 0;
    for (const { id, at } of results) {
      const audited = await auditSandbox(shared.sandbox, at);
      found.push(...findingsOf(audited, id).map((kind) => `${id}: ${kind}`));
      answered = Math.max(answered, audited.answered);
    }
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(0);
  });

  test('at every minute around a step: late by less than the grace is no incident, by more it is', async () => {
    const notice = sketchNotice('99/TB-KT', '2025-02-24', [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);
    const issuedAt = Date.parse('2025-02-24T08:00:00+07:00');
    const [run] = await prepareRuns(shared.sandbox, [notice], { rules: shippedRules, issuedAt });
    if (!run) throw new Error('nothing to run');
    await run.runner.start();
    const { nextWake } = await run.runner.standing();
    if (nextWake === null) throw new Error('no next wake');
    for await (const some of shared.sandbox.register.audit.facts()) {
      const facts = some.find((f) => f.directive.id === run.task.id);
      if (!facts) continue;
      const clock = Date.now() + HOUR_MS;
      const at = (ms: number) =>
        judgeDirective(facts, () => civilServants, nextWake + ms, clock).faults.map((f) => f.kind);
      for (const quiet of [-DAY_MS, -1, 0, 14 * MINUTE_MS]) expect(at(quiet)).toEqual([]);
      expect(at(15 * MINUTE_MS)).toEqual(['step-not-taken']);
      return;
    }
    throw new Error('the directive was not looked at');
  });
});
