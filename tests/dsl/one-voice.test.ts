import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Act,
  type Actor,
  type ActType,
  apply,
  clocksOf,
  type Directive,
  decide,
  initialState,
  isClosed,
  offersFor,
  type Post,
  type State,
  stillAsked,
  wakeUp,
} from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayOf, HOUR_MS, type Instant, laterDay } from '../../dsl/time/day.ts';
import { workingDayAfter } from '../../dsl/time/day-count.ts';
import { type Life, life } from './arbitraries.ts';

/* What pages offer, what waits and what letters say of dates is what the rules decide, at every step of any life. */

const RUNS = { numRuns: 60, seed: 20_250_301 };

interface Step {
  readonly life: Life;
  readonly at: Instant;
  readonly before: State;
  readonly state: State;
  readonly posts: readonly Post[];
  readonly act?: Act;
}

/** Every step of a life: the wakes of its clock up to the last act and a little beyond, and the acts that are taken. */
function stepsOf(l: Life): Step[] {
  const steps: Step[] = [];
  let state = initialState(l.directive);
  let next: Instant | null = l.directive.issuedAt;
  const wake = (at: Instant, act?: Act) => {
    const woken = wakeUp(l.policy, l.directive, state, at, act);
    if ('refusal' in woken) return;
    steps.push({ life: l, at, before: state, state: woken.state, posts: woken.posts, ...(act ? { act } : {}) });
    state = woken.state;
    next = woken.nextWake;
  };
  for (const { at, act } of l.acts) {
    const then = Math.max(at, l.directive.issuedAt);
    while (next !== null && next <= then && !isClosed(state)) wake(next);
    wake(then, act);
  }
  for (let more = 0; more < 5 && next !== null && !isClosed(state); more++) wake(next);
  return steps;
}

const ACTORS: readonly Actor[] = [
  { party: 'lead' },
  { party: 'lead', head: true },
  { party: 'cooperating', agency: 'stc' },
  { party: 'supervisor' },
  { party: 'issuer' },
  { party: 'secretariat' },
];

const reason = 'Theo đề nghị';

/** Of each type acts among which one is taken if any is. */
const SAMPLES: {
  readonly [T in ActType]: (by: Actor, today: Day, due: Day | null) => readonly Extract<Act, { type: T }>[];
} = {
  acknowledge: (by) => [{ type: 'acknowledge', by }],
  'report-progress': (by) => [{ type: 'report-progress', by, text: reason }],
  'submit-result': (by) => [{ type: 'submit-result', by, text: reason }],
  'withdraw-result': (by) => [{ type: 'withdraw-result', by }],
  endorse: (by) => [{ type: 'endorse', by }],
  approve: (by) => [{ type: 'approve', by }],
  return: (by) => [{ type: 'return', by, reason }],
  'change-deadline': (by, today) =>
    [1, 2].map((n) => ({ type: 'change-deadline', by, due: addDays(today, n), reason })),
  'ask-extension': (by, today, due) => [
    { type: 'ask-extension', by, due: due === null ? today : laterDay(today, addDays(due, 1)), reason },
  ],
  'grant-extension': (by) => [{ type: 'grant-extension', by }],
  'reject-extension': (by) => [{ type: 'reject-extension', by, reason }],
  'offer-extension': (by, today) =>
    [1, 2].map((n) => ({ type: 'offer-extension', by, due: addDays(today, n), reason })),
  'accept-offer': (by) => [{ type: 'accept-offer', by }],
  'decline-offer': (by) => [{ type: 'decline-offer', by, reason }],
  'ask-explanation': (by, today) => [{ type: 'ask-explanation', by, due: today, text: reason }],
  explain: (by) => [{ type: 'explain', by, text: reason }],
  'accept-explanation': (by) => [{ type: 'accept-explanation', by }],
  'reject-explanation': (by) => [{ type: 'reject-explanation', by, reason }],
  'withdraw-explanation-request': (by) => [{ type: 'withdraw-explanation-request', by }],
  suspend: (by) => [{ type: 'suspend', by, reason }],
  resume: (by) => [{ type: 'resume', by }],
  reassign: (by) => [{ type: 'reassign', by, reason, lead: [{ name: 'Thanh tra tỉnh' }] }],
  adjust: (by) => [{ type: 'adjust', by, contact: null }],
  correct: (by) => [{ type: 'correct', by, reason, text: 'Nội dung đúng' }],
  note: (by) => [{ type: 'note', by, text: reason }],
  cancel: (by) => [{ type: 'cancel', by, reason }],
  supersede: (by) => [{ type: 'supersede', by, reason, successor: '9/TB' }],
  absorb: (by) => [{ type: 'absorb', by, reason, from: ['I.2'], joining: [] }],
  'change-terms': (by) => [
    { type: 'change-terms', by, reason, calendar: { ...civilServants, version: addDays(civilServants.version, 1) } },
  ],
  import: (by) => [{ type: 'import', by, status: 'assigned', assignedAt: 0, source: 'x' }],
};

/** Which types of act the workflow would take of somebody. */
function taken({ policy, directive }: Life, state: State, by: Actor, now: Instant): Set<ActType> {
  const acts: Act[] = Object.values(SAMPLES).flatMap((of): readonly Act[] => of(by, dayOf(now), state.due));
  return new Set(acts.filter((act) => apply(policy, directive, state, act, now).ok).map((act) => act.type));
}

describe('one function decides', () => {
  test('what is offered to whom is what would be taken of them', () => {
    let offered = 0;
    fc.assert(
      fc.property(life, fc.constantFrom(...ACTORS), (l, by) => {
        for (const { state, at } of stepsOf(l)) {
          const now = at + HOUR_MS;
          const offers = offersFor(l.policy, l.directive, state, by, now);
          expect(new Set(offers)).toEqual(taken(l, state, by, now));
          offered += offers.length;
        }
      }),
      RUNS,
    );
    expect(offered).toBeGreaterThan(500);
  });

  test('a step that waits is still asked exactly if the rules would tell it now, had nobody told it', () => {
    const seen = { asked: 0, overtaken: 0 };
    fc.assert(
      fc.property(life, (l) => {
        const steps = stepsOf(l);
        for (const [i, { posts, at }] of steps.entries()) {
          for (const post of posts.filter((p) => p.key.includes('/'))) {
            for (const later of steps.slice(i, i + 6)) {
              const now = Math.max(later.at, post.at);
              const asked = stillAsked(l.policy, l.directive, later.state, { post, saidAt: at }, now);
              expect([post.key, later.at, asked]).toEqual([post.key, later.at, wouldTell(l, later.state, post, now)]);
              seen[asked ? 'asked' : 'overtaken']++;
            }
          }
        }
      }),
      RUNS,
    );
    expect(Math.min(seen.asked, seen.overtaken)).toBeGreaterThan(40);
  });

  test('an announcement that waits is still asked exactly until the state says otherwise', () => {
    const seen = { asked: 0, overtaken: 0 };
    fc.assert(
      fc.property(life, (l) => {
        const steps = stepsOf(l);
        for (const [i, { posts, at, act }] of steps.entries()) {
          for (const post of posts.filter((p) => !p.key.includes('/') && 'event' in p.cause && act)) {
            for (const later of steps.slice(i, i + 6)) {
              const now = Math.max(later.at, post.at);
              const asked = stillAsked(l.policy, l.directive, later.state, { post, saidAt: at }, now);
              seen[asked ? 'asked' : 'overtaken']++;
              // Told at once it holds; what closes leaves nothing but word of the close.
              if (later === steps[i]) expect([post.key, asked]).toEqual([post.key, true]);
              if (isClosed(later.state) && !isClosed(steps[i]?.state ?? later.state)) expect(asked).toBe(false);
              // Doing again what it tells would be refused for being so already, or it tells what holds no more.
              if (asked && act) expect(done(l, later.state, act, now)).not.toBe(false);
            }
          }
        }
      }),
      RUNS,
    );
    expect(Math.min(seen.asked, seen.overtaken)).toBeGreaterThan(20);
  });

  test('the clocks say when the lead is reminded: of its acknowledgement, and of its silence', () => {
    let counted = 0;
    fc.assert(
      fc.property(life, (l) => {
        for (const { posts, before, at } of stepsOf(l)) {
          const { calendar } = l.directive;
          const clocks = clocksOf(l.policy, l.directive, before, at);
          for (const { cause, key } of posts) {
            if (!('rung' in cause) || cause.repeat !== undefined) continue;
            if (key.startsWith('acknowledge/')) {
              expect(clocks.acknowledgeBy && clocks.acknowledgeBy <= dayOf(at)).toBe(true);
              counted++;
            }
            if ('whenSilentFor' in cause.rung) {
              const since = dayOf(clocks.silentSince ?? 0);
              expect(workingDayAfter(calendar, since, cause.rung.whenSilentFor) <= dayOf(at)).toBe(true);
              counted++;
            }
          }
        }
      }),
      RUNS,
    );
    expect(counted).toBeGreaterThan(20);
  });
});

/** Would a decision from here tell this step, alone or in another's message, were it not done? */
function wouldTell(
  { policy, directive }: { policy: Life['policy']; directive: Directive },
  state: State,
  post: Post,
  now: Instant,
): boolean {
  const undone = { ...state, done: state.done.filter((key) => key !== post.key) };
  const { posts } = decide(policy, directive, undone, now);
  return posts.some((p) => p.key === post.key || p.merges?.includes(post.key));
}

/** Is what an act tells so already: is the same refused now? Null where the same act can be done any number of times. */
function done(l: Life, state: State, act: Act, now: Instant): boolean | null {
  const applied = apply(l.policy, l.directive, state, act, now);
  switch (act.type) {
    case 'change-deadline':
      return !applied.ok && ['deadline-same', 'deadline-past', 'suspended'].includes(applied.refusal.code);
    case 'suspend':
    case 'submit-result':
    case 'ask-extension':
    case 'ask-explanation':
    case 'explain':
    case 'accept-explanation':
    case 'reject-explanation':
    case 'withdraw-explanation-request':
    case 'resume':
    case 'approve':
    case 'cancel':
      return !applied.ok;
    default:
      return null;
  }
}
