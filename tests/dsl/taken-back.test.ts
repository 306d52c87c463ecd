import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Act,
  decide,
  initialState,
  type Post,
  preview,
  schedule,
  stillAsked,
  type TimedAct,
  wakeUp,
} from '../../dsl/rules/index.ts';
import { SOLE_LEAD_NAMES_CONTACT } from '../../dsl/rules/version.ts';
import { addDays, DAY_MS, dayOf, type Instant, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import { cases } from '../support/depth.ts';
import { life } from './arbitraries.ts';
import { issued } from './story.ts';

/* What a result held up that its lead took back: a deadline waits for no result but one that stands. */

const LEAD = { party: 'lead' } as const;
const submit: Act = { type: 'submit-result', by: LEAD, text: 'Báo cáo số 9' };
const take: Act = { type: 'withdraw-result', by: LEAD };
const directive = issued('2025-02-24', '2025-03-14', { hasCooperating: false });
const at = (day: string, hour = 14): Instant => instantAt(day, hour * 60);

/** Whom of those above the lead's own people hear that it is late, by day. */
function heard(acts: readonly TimedAct[], interpreter?: number): string[] {
  const own = interpreter === undefined ? directive : { ...directive, interpreter };
  const end: TimedAct = { at: at('2025-06-30'), act: { type: 'cancel', by: { party: 'secretariat' }, reason: 'Thôi' } };
  return preview(standard, own, [...acts, end])
    .steps.filter(({ kind, to }) => kind === 'overdue' && to !== 'lead')
    .map((post) => `${dayOf(post.at)} ${post.to}`);
}

/** Handed in on the morning of every day that is worked, and taken back in the afternoon of the next. */
const againAndAgain: TimedAct[] = Array.from({ length: 14 }, (_, n) => addDays('2025-03-14', n)).flatMap((day, n) => [
  { at: at(day, 7), act: n % 2 === 0 ? submit : { type: 'note', by: LEAD, text: 'Ghi chú' } },
  { at: at(day, 15), act: n % 2 === 1 ? take : { type: 'note', by: LEAD, text: 'Ghi chú' } },
]);

describe('a lead that hands in and takes back again and again', () => {
  test('keeps nobody from hearing that it is late', () => {
    const told = heard(againAndAgain);
    expect(told.find((line) => line.endsWith('headOf(lead)'))).toMatch(/^2025-03-(17|19)/);
    expect(told.some((line) => line.endsWith('supervisor') && line < '2025-03-28')).toBe(true);
  });

  test('kept everybody from it under the rules before', () => {
    expect(heard(againAndAgain, SOLE_LEAD_NAMES_CONTACT).filter((line) => line < '2025-03-28')).toEqual([]);
  });
});

describe('a result taken back', () => {
  test('tells at once what came due while it waited, one message for each role', () => {
    const told = heard([
      { at: at('2025-03-12'), act: submit },
      { at: at('2025-03-28'), act: take },
    ]).filter((line) => line.startsWith('2025-03-28'));
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });

  test('at night tells it in the morning, and not where the next result has come in by then', () => {
    const night: TimedAct[] = [
      { at: at('2025-03-12'), act: submit },
      { at: at('2025-03-27', 22), act: take },
    ];
    expect(heard(night).some((line) => line.startsWith('2025-03-28'))).toBe(true);
    const again = heard([...night, { at: at('2025-03-28', 6), act: submit }, { at: at('2025-03-31'), act: take }]);
    expect(again.filter((line) => line < '2025-03-31')).toEqual([]);
    expect(again.some((line) => line.startsWith('2025-03-31'))).toBe(true);
  });

  test('tells nobody again what was heard on an earlier day', () => {
    const before = heard([]);
    const [first = ''] = before;
    const day = first.slice(0, 10);
    const after = heard([
      { at: at(addDays(day, 1), 7), act: submit },
      { at: at(addDays(day, 1), 7) + 5 * MINUTE_MS, act: take },
    ]);
    expect(after).toEqual(before);
  });

  test('what waited for its reader and was not sent for the result’s sake is said again', () => {
    let state = initialState(directive);
    const told: { post: Post; saidAt: Instant }[] = [];
    const wake = (now: Instant, act?: Act) => {
      const woken = wakeUp(standard, directive, state, now, act);
      if ('refusal' in woken) throw new Error(woken.refusal.code);
      state = woken.state;
      told.push(...woken.posts.map((post) => ({ post, saidAt: now })));
      return woken.nextWake;
    };
    const toHead = () => told.findLast(({ post }) => post.to === 'headOf(lead)' && post.kind === 'overdue');
    for (let next = wake(directive.issuedAt); next !== null && toHead() === undefined; ) next = wake(next);
    const first = toHead();
    if (!first) throw new Error('the head never hears');
    wake(first.saidAt + MINUTE_MS, submit);
    // Its round comes: a result waits, so it is not sent.
    expect(stillAsked(standard, directive, state, first, first.saidAt + 10 * MINUTE_MS)).toBe(false);
    wake(first.saidAt + 20 * MINUTE_MS, take);
    const second = toHead();
    expect(second?.post.key).not.toBe(first.post.key);
    expect(second && stillAsked(standard, directive, state, second, second.saidAt + MINUTE_MS)).toBe(true);
    expect(stillAsked(standard, directive, state, first, first.saidAt + 21 * MINUTE_MS)).toBe(false);
  });

  test('law: what is still to come is what would come had the lead only given word', () => {
    const spans = fc.record({ wait: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(life, spans, ({ policy, directive: drawn }, { wait, days }) => {
        const by = { party: 'lead' } as const;
        const from = drawn.issuedAt + (20 + wait) * DAY_MS;
        const till = from + days * DAY_MS;
        const acts: TimedAct[] = [
          { at: from, act: { type: 'submit-result', by, text: 'Kết quả' } },
          { at: till, act: { type: 'withdraw-result', by } },
        ];
        const word = acts.map(({ at: when }) => ({
          at: when,
          act: { type: 'report-progress', by, text: 'Tin' } as const,
        }));
        const alone = { ...policy, close: { ...policy.close, submittedBy: 'lead' as const } };
        const ahead = (done: readonly TimedAct[]) => {
          let state = initialState(drawn);
          let next: Instant | null = drawn.issuedAt;
          for (const { at: when, act } of done) {
            while (next !== null && next <= when) {
              const woken = wakeUp(alone, drawn, state, next);
              if ('refusal' in woken) throw new Error('a wake by the clock is never refused');
              state = woken.state;
              next = woken.nextWake;
            }
            const woken = wakeUp(alone, drawn, state, when, act);
            if ('refusal' in woken) return null;
            state = woken.state;
            next = woken.nextWake;
          }
          const steps = schedule(alone, drawn, state).pending.filter((p) => p.at > till && 'rung' in p.cause);
          return {
            state,
            steps: steps.map(({ key, to, at: when }) => `${key.replace(/\/.*?(#|$)/, '$1')} ${to} ${when}`),
          };
        };
        const taken = ahead(acts);
        const given = ahead(word);
        if (!taken || !given) return;
        // At night what came due is told in the morning: these come besides.
        const morning = decide(alone, drawn, taken.state, till).nextWake;
        expect(taken.steps).toEqual(expect.arrayContaining(given.steps));
        for (const extra of taken.steps.filter((step) => !given.steps.includes(step)))
          expect(Number(extra.split(' ').at(-1))).toBe(morning);
      }),
      { numRuns: cases(100, 1000) },
    );
  });
});
