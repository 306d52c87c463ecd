import { describe, expect, test } from '@jest/globals';
import { type Act, type Actor, apply, initialState, offersFor, type State } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { standard } from '../../policies/standard.ts';

/* A result that nobody has judged can be taken back by whoever handed it in. */

const at = (day: string) => instantAt(day, 9 * 60);
const directive = {
  ...{ id: 'tb/1', issuedAt: at('2025-02-24'), due: '2025-03-31', hasCooperating: false, calendar: civilServants },
  parties: {
    lead: [
      { name: 'Sở Y tế', agency: 'syt' },
      { name: 'Sở Nội vụ', agency: 'snv' },
    ],
    cooperating: [],
  },
};
const health: Actor = { party: 'lead', agency: 'syt' };
const office: Actor = { party: 'secretariat' };

function after(...acts: readonly Act[]): State {
  const begun = { ...initialState(directive), status: 'assigned', assignedAt: at('2025-02-24') } as const;
  return acts.reduce<State>((state, act, i) => {
    const applied = apply(standard, directive, state, act, at(`2025-03-${10 + i}`));
    if (!applied.ok) throw new Error(`refused: ${applied.refusal.code}`);
    return applied.state;
  }, begun);
}

const submit: Act = { type: 'submit-result', by: health, text: 'Báo cáo số 9' };
const take = (by: Actor): Act => ({ type: 'withdraw-result', by });
const refusal = (state: State, act: Act) => {
  const applied = apply(standard, directive, state, act, at('2025-03-20'));
  return applied.ok ? undefined : applied.refusal.code;
};
const offered = (state: State, by: Actor) => offersFor(standard, directive, state, by, at('2025-03-20'));

describe('a result taken back', () => {
  test('waits no more; the work goes on, and whoever was to judge it is told', () => {
    const applied = apply(standard, directive, after(submit), take(health), at('2025-03-20'));
    expect(applied).toMatchObject({ ok: true, state: { status: 'acknowledged' } });
    if (!applied.ok) return;
    expect(applied.state.submittedAt).toBeUndefined();
    expect(applied.posts).toMatchObject([{ key: 'withdrawn.1:secretariat', kind: 'result-withdrawn' }]);
    expect(refusal(applied.state, { type: 'approve', by: office })).toBe('not-submitted');
    expect(refusal(applied.state, submit)).toBeUndefined();
  });

  test('is offered to who handed it in, while it waits', () => {
    const state = after(submit);
    expect(offered(state, health)).toContain('withdraw-result');
    expect(offered(state, { party: 'lead', agency: 'snv' })).not.toContain('withdraw-result');
    expect(offered(after(), health)).not.toContain('withdraw-result');
  });

  test('is refused to others, and once it has been judged', () => {
    expect(refusal(after(submit), take({ party: 'lead', agency: 'snv' }))).toBe('not-submitter');
    expect(refusal(after(submit), take({ party: 'cooperating', agency: 'stc' }))).toBe('not-allowed');
    expect(refusal(after(submit, { type: 'return', by: office, reason: 'Thiếu phụ lục' }), take(health))).toBe(
      'not-submitted',
    );
  });
});
