import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { directiveOf } from '../../office/task.ts';
import type { TaskResult } from '../../rehearsal/rehearse.ts';
import { refusalText } from '../../texts/refusals.ts';
import { type Life, life } from '../dsl/arbitraries.ts';
import { sketchNotice } from '../support/notice.ts';
import { rehearseOne, useSandbox } from '../support/sandbox.ts';

/* Random policies and acts on the pure model and on the real Temporal side by side: no difference. */

const LIVES = 24;
const SEED = 20_250_227;

const shared = useSandbox();

async function rehearseLife({ policy, directive, acts }: Life, i: number): Promise<TaskResult> {
  const cooperating = directive.hasCooperating ? { cooperating: ['Sở Tài chính'] } : {};
  const sketch = { id: `I.${i}`, lead: 'Sở Nội vụ', due: directive.due, ...cooperating };
  const notice = sketchNotice(`${i}/TB`, dayOf(directive.issuedAt), [sketch]);
  return rehearseOne(shared.sandbox, notice, policy, acts, directive.issuedAt);
}

describe('random lives', () => {
  test(`${LIVES} of them go on Temporal as the model says, to the last step and refusal`, async () => {
    const lives = fc.sample(life, { numRuns: LIVES, seed: SEED });
    const results = await Promise.all(lives.map(rehearseLife));
    for (const [i, { policy, directive, acts }] of lives.entries()) {
      const went = results[i];
      if (!went) throw new Error('a life was not rehearsed');
      const terms = { ...directiveOf(went.task, directive.issuedAt, civilServants) };
      const model = preview(policy, terms, acts);
      expect(went.differences).toEqual([]);
      expect(went.view.directive).toMatchObject({ status: model.state.status, due: model.state.due });
      expect(went.refused.map((r) => r.reason)).toEqual(model.refused.map((r) => refusalText(r.refusal)));
    }
    const acted = results.reduce((sum, p) => sum + p.view.events.filter((e) => e.act).length, 0);
    expect(acted).toBeGreaterThan(LIVES);
    // Two approvals as well as one: the first is given, and refused where it is not due.
    const given = results.flatMap((p) => p.view.events.flatMap((e) => e.act?.act.type ?? []));
    const refused = results.flatMap((p) => p.refused.map((r) => r.act.act.type));
    expect(given).toContain('endorse');
    expect(refused).toContain('endorse');
  });
});
