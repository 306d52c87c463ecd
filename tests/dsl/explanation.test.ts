import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import {
  type Act,
  type Actor,
  clocksOf,
  type Directive,
  initialState,
  isClosed,
  preview,
  relive,
  requestsIn,
  stillAsked,
  type TimedAct,
  wakeUp,
} from '../../dsl/rules/index.ts';
import { type Instant, instantAt } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import { lead, office, on } from '../support/acts.ts';
import { cases } from '../support/depth.ts';
import { life } from './arbitraries.ts';
import { issued, story } from './story.ts';

/* A request for an explanation has a clock of its own, and moves no other. */

const directive = issued('2025-02-24', '2025-03-31', { hasCooperating: false });
const chairman: Actor = { party: 'issuer', head: true };
const ask = (due: string, by: Actor = office): Act => ({ type: 'ask-explanation', by, due, text: 'Vì sao chậm' });
const explain: Act = { type: 'explain', by: lead, text: 'Chờ góp ý' };
const acknowledged = on('2025-02-25', { type: 'acknowledge', by: lead });
/** What is told of explanations, day by day. */
const told = (acts: readonly TimedAct[]) =>
  story(standard, directive, [acknowledged, ...acts]).filter((line) => /expla/.test(line));

describe('an explanation', () => {
  test('asked for is told the lead, who is reminded the working day before; the asker hears the answer', () => {
    const acts = [on('2025-03-10', ask('2025-03-14', chairman)), on('2025-03-14', explain)];
    expect(told(acts)).toEqual([
      '2025-03-10 explanation-asked lead',
      '2025-03-13 explanation-reminder lead',
      '2025-03-14 explained headOf(issuer)',
    ]);
  });

  test('not given by its day: the head of the lead and whoever asked hear, once; the answer is still taken', () => {
    const acts = [on('2025-03-10', ask('2025-03-14')), on('2025-03-19', explain)];
    expect(told(acts)).toEqual([
      '2025-03-10 explanation-asked lead',
      '2025-03-13 explanation-reminder lead',
      '2025-03-17 unexplained headOf(lead)',
      '2025-03-17 unexplained secretariat',
      '2025-03-19 explained secretariat',
    ]);
  });

  test('asked for by the next day leaves no day to remind on', () => {
    expect(told([on('2025-03-10', ask('2025-03-11'))])).toEqual([
      '2025-03-10 explanation-asked lead',
      '2025-03-12 unexplained headOf(lead)',
      '2025-03-12 unexplained secretariat',
    ]);
  });

  test('is judged: confirmed or not, and then another may be asked for', () => {
    const acts = [
      on('2025-03-10', ask('2025-03-14')),
      on('2025-03-11', explain),
      on('2025-03-12', { type: 'reject-explanation', by: office, reason: 'Chưa rõ' }),
      on('2025-03-13', ask('2025-03-20')),
      on('2025-03-14', explain),
      on('2025-03-17', { type: 'accept-explanation', by: office }),
    ];
    const { state, refused } = preview(standard, directive, [acknowledged, ...acts]);
    expect([refused, state.explanation, state.explanationsAsked]).toEqual([[], null, 2]);
    expect(told(acts).slice(-3)).toEqual([
      '2025-03-13 explanation-asked lead',
      '2025-03-14 explained secretariat',
      '2025-03-17 explanation-accepted lead',
    ]);
  });

  test('that never came can be concluded on once its day has passed, not before', () => {
    const reject: Act = { type: 'reject-explanation', by: office, reason: 'Không giải trình' };
    const acts = [on('2025-03-10', ask('2025-03-14')), on('2025-03-14', reject), on('2025-03-15', reject)];
    const { refused, state } = preview(standard, directive, [acknowledged, ...acts]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['not-explained']);
    expect(state.explanation).toBeNull();
    // Concluded on Saturday: nobody is told on Monday that it is missing.
    expect(told(acts).at(-1)).toBe('2025-03-17 explanation-rejected lead');
    expect(told(acts).some((line) => line.includes('unexplained'))).toBe(false);
  });

  test('has as many days more as a suspension took, and is nothing to a new lead', () => {
    const held = [
      on('2025-03-10', ask('2025-03-14')),
      on('2025-03-11', { type: 'suspend', by: office, reason: 'Chờ' }),
      on('2025-03-18', { type: 'resume', by: office }),
    ];
    expect(told(held).slice(1)).toEqual([
      '2025-03-20 explanation-reminder lead',
      '2025-03-24 unexplained headOf(lead)',
      '2025-03-24 unexplained secretariat',
    ]);
    const moved = [
      on('2025-03-10', ask('2025-03-14')),
      on('2025-03-11', { type: 'reassign', by: office, reason: 'Đúng việc', lead: [{ name: 'Sở Y tế' }] }),
    ];
    expect(told(moved)).toEqual(['2025-03-10 explanation-asked lead']);
  });

  test('is taken back by whoever asked, until it is answered; a head’s request by the head alone', () => {
    const back = (by: Actor): Act => ({ type: 'withdraw-explanation-request', by });
    const acts = [
      on('2025-03-10', back(office)),
      on('2025-03-10', ask('2025-03-14', chairman)),
      on('2025-03-11', back(office)),
      on('2025-03-11', back({ party: 'issuer' })),
      on('2025-03-12', back(chairman)),
      on('2025-03-13', ask('2025-03-20')),
      on('2025-03-14', explain),
      on('2025-03-17', back(office)),
    ];
    const { refused, state } = preview(standard, directive, [acknowledged, ...acts]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual([
      'no-explanation',
      'not-asker',
      'not-asker',
      'already-explained',
    ]);
    expect([state.explanation?.due, state.explanationsAsked]).toEqual(['2025-03-20', 2]);
    expect(told(acts)).toEqual([
      '2025-03-10 explanation-asked lead',
      '2025-03-12 explanation-withdrawn lead',
      '2025-03-13 explanation-asked lead',
      '2025-03-14 explained secretariat',
    ]);
  });

  test('is said by the clocks: whose turn it is, and whether its day has passed', () => {
    const { state } = preview(standard, directive, [acknowledged, on('2025-03-10', ask('2025-03-14', chairman))]);
    const clocks = (day: string) => clocksOf(standard, directive, state, instantAt(day, 600)).explanation;
    expect(clocks('2025-03-14')).toMatchObject({ due: '2025-03-14', late: false, turn: 'lead' });
    expect(clocks('2025-03-15')).toMatchObject({ late: true, turn: 'lead' });
    if (!state.explanation) throw new Error('none is open');
    const answered = { ...state, explanation: { ...state.explanation, answeredAt: 1 } };
    expect(clocksOf(standard, directive, answered, instantAt('2025-03-15', 600)).explanation).toMatchObject({
      late: false,
      turn: 'headOf(issuer)',
    });
  });

  test('what came of each request is told by the states of a life: answered, concluded, moved by a suspension, lapsed', () => {
    const acts: { readonly at: Instant; readonly act?: Act }[] = [
      { at: directive.issuedAt },
      acknowledged,
      on('2025-03-10', ask('2025-03-14')),
      on('2025-03-11', { type: 'suspend', by: office, reason: 'Chờ' }),
      on('2025-03-18', { type: 'resume', by: office }),
      on('2025-03-19', explain),
      on('2025-03-20', { type: 'accept-explanation', by: office }),
      on('2025-03-24', ask('2025-03-26')),
      on('2025-03-25', { type: 'reassign', by: office, reason: 'Đúng việc', lead: [{ name: 'Sở Y tế' }] }),
      on('2025-03-26', ask('2025-03-28')),
      on('2025-03-27', { type: 'withdraw-explanation-request', by: office }),
      on('2025-03-28', ask('2025-03-31')),
    ];
    const log = acts.map(({ at, act }, i) => ({ at, ...present({ act: act && { id: `${i}`, act } }) }));
    expect(requestsIn(relive(standard, directive, log))).toEqual([
      {
        asked: { at: acts[2]?.at, due: '2025-03-21', text: 'Vì sao chậm' },
        given: { at: acts[5]?.at, text: 'Chờ góp ý' },
        judged: { at: acts[6]?.at, act: { type: 'accept-explanation', by: office } },
      },
      { asked: { at: acts[7]?.at, due: '2025-03-26', text: 'Vì sao chậm' }, lapsedAt: acts[8]?.at },
      {
        asked: { at: acts[9]?.at, due: '2025-03-28', text: 'Vì sao chậm' },
        judged: { at: acts[10]?.at, act: { type: 'withdraw-explanation-request', by: office } },
      },
      { asked: { at: acts[11]?.at, due: '2025-03-31', text: 'Vì sao chậm' } },
    ]);
  });

  test('asked for at night and answered before the morning: neither word is sent for nothing', () => {
    const acts: TimedAct[] = [
      { at: instantAt('2025-03-10', 22 * 60), act: ask('2025-03-14') },
      { at: instantAt('2025-03-10', 23 * 60), act: explain },
    ];
    const { steps, state } = preview(standard, directive, [acknowledged, ...acts]);
    const asked = steps.find((step) => step.kind === 'explanation-asked');
    const [first] = acts;
    if (!asked || !first) throw new Error('asked');
    expect(stillAsked(standard, directive, state, { post: asked, saidAt: first.at }, asked.at)).toBe(false);
  });
});

/** What is told in a life but for explanations: each step with the wake that told it. */
function others(policy: Policy, own: Directive, acts: readonly TimedAct[]): { keys: string[]; taken: TimedAct[] } {
  const keys: string[] = [];
  const taken: TimedAct[] = [];
  let state = initialState(own);
  let next: Instant | null = own.issuedAt;
  const wake = (at: Instant, act?: Act) => {
    const woken = wakeUp(policy, own, state, at, act);
    if ('refusal' in woken) return;
    if (act) taken.push({ at, act });
    state = woken.state;
    next = woken.nextWake;
    for (const { key, merges = [] } of woken.posts) {
      for (const one of [key, ...merges]) if (!/^(un)?expla/.test(one)) keys.push(`${one} ${at}`);
    }
  };
  for (const { at, act } of acts) {
    const then = Math.max(at, own.issuedAt);
    while (next !== null && next <= then && !isClosed(state)) wake(next);
    wake(then, act);
  }
  for (let more = 0; more < 200 && next !== null && !isClosed(state); more++) wake(next);
  return { keys: keys.sort(), taken };
}

test('to every other clock an answer is a word of the lead, and nothing else of it is anything', () => {
  let answers = 0;
  fc.assert(
    fc.property(life, ({ policy, directive: own, acts }) => {
      const { keys, taken } = others(policy, own, acts);
      const without = taken.flatMap(({ at, act }): TimedAct[] => {
        if (act.type === 'explain') {
          answers++;
          return [{ at, act: { type: 'report-progress', by: act.by, text: act.text } }];
        }
        return /explanation/.test(act.type) ? [] : [{ at, act }];
      });
      expect(others(policy, own, without).keys).toEqual(keys);
    }),
    { numRuns: cases(250, 2000), seed: 20_250_301 },
  );
  expect(answers).toBeGreaterThan(5);
});
