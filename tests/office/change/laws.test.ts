import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Act,
  forecast,
  initialState,
  isClosed,
  type Post,
  type State,
  type TimedAct,
  type Woken,
  wakeUp,
} from '../../../dsl/rules/index.ts';
import { schedule } from '../../../dsl/rules/schedule.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { DAY_MS, dayOf, type Instant } from '../../../dsl/time/day.ts';
import { isWorkingDay } from '../../../dsl/time/work-calendar.ts';
import { type Life, life } from '../../dsl/arbitraries.ts';
import { editionAround, editionOf, turnedDays } from './support.ts';

/* What must hold of any change of terms under any directive, whatever was done to it before. */

const RUNS = 150;

interface Told extends Woken {
  readonly at: Instant;
}

/** A life up to an instant, wake by wake. */
function livedUntil({ policy: p, directive: d, acts }: Life, until: Instant) {
  const wakes: Told[] = [];
  let state = initialState(d);
  let next: Instant | null = d.issuedAt;
  const wake = (at: Instant, act?: Act) => {
    const woken = wakeUp(p, d, state, at, act);
    if ('refusal' in woken) return;
    wakes.push({ ...woken, at });
    state = woken.state;
    next = woken.nextWake;
  };
  const queue: TimedAct[] = acts.filter((a) => a.at <= until);
  for (;;) {
    const act = queue[0];
    if (act && (next === null || act.at < next)) {
      queue.shift();
      wake(Math.max(act.at, d.issuedAt), act.act);
    } else if (next !== null && next <= until) wake(next);
    else break;
  }
  return { wakes, state };
}

/** The rest of a life from a state on. */
function livedOn({ policy: p, directive: d }: Life, from: State, at: Instant): { posts: Post[]; state: State } {
  const posts: Post[] = [];
  let state = from;
  let next: Instant | null = at;
  while (next !== null) {
    const woken = wakeUp(p, d, state, next);
    if ('refusal' in woken) throw new Error('the clock is never refused');
    posts.push(...woken.posts);
    state = woken.state;
    next = woken.nextWake;
  }
  return { posts, state };
}

const reason = 'Văn bản mới';
const by = { party: 'secretariat' } as const;

/** A life, an instant in it, and a change of terms then. */
const changed = life
  .chain((l) =>
    fc.tuple(
      fc.constant(l),
      fc.integer({ min: 0, max: 200 * 24 * 60 }),
      turnedDays,
      fc.option(editionOf(l.policy)),
      fc.boolean(),
    ),
  )
  .map(([l, minutes, turned, newPolicy, both]) => {
    const at = l.directive.issuedAt + minutes * 60_000;
    const calendar = editionAround(dayOf(at), turned);
    const act: Act = newPolicy
      ? { type: 'change-terms', by, reason, policy: newPolicy, ...(both ? { calendar } : {}) }
      : { type: 'change-terms', by, reason, calendar };
    return { life: l, at, act };
  });

/** Steps of an event have no words but their key. */
const sameAs = (step: Post, said: ReadonlySet<string>) =>
  !('rung' in step.cause) || meaning(step).some((m) => said.has(m));
const keyed = ({ key, merges = [] }: Post) => [key, ...merges];
const scopeOf = (key: string) => (key.includes('/') ? key.replace(/^.*\/|#.*$/g, '') : '');
/** A rung by its words, for a role, in a stretch of the life: however many policies it stood in. */
const meaning = ({ to, kind, cause, key }: Post) =>
  'rung' in cause ? [`${to} ${kind} ${JSON.stringify(cause.rung)} ${cause.repeat ?? 1} ${scopeOf(key)}`] : [];

describe('a change of terms', () => {
  test('what was posted is never posted again, and the plan that is kept is what then happens', () => {
    let moving = 0;
    fc.assert(
      fc.property(changed, ({ life: l, at, act }) => {
        const { wakes, state } = livedUntil(l, at);
        const woken = wakeUp(l.policy, l.directive, state, at, act);
        if ('refusal' in woken) {
          expect(isClosed(state)).toBe(true);
          return;
        }
        const before = wakes.flatMap((w) => w.posts);
        const rest = woken.nextWake === null ? [] : livedOn(l, woken.state, woken.nextWake).posts;
        const after = [...woken.posts, ...rest];
        // Once for good: by its key, which the ledger is unique by, and by what it says.
        const keys = [...before, ...after].flatMap(keyed);
        expect(new Set(keys).size).toBe(keys.length);
        const doubled = after.flatMap(meaning).filter((m) => before.flatMap(meaning).includes(m));
        // One policy may have the same rung twice; across policies it is the same rung.
        if (new Set(before.flatMap(meaning)).size === before.flatMap(meaning).length) expect(doubled).toEqual([]);
        // At the change itself each role hears one thing at most.
        expect(new Set(woken.posts.map((p) => p.to)).size).toBe(woken.posts.length);

        // The two plans differ by exactly the steps that are kept as moved.
        const was = forecast(l.policy, l.directive, state, at);
        expect(was.posts).toEqual(livedOn(l, state, at).posts);
        const moved = woken.plan?.moved ?? [];
        if (moved.length > 0) moving++;
        const times = (all: readonly { at: number }[]) => all.map((s) => s.at).sort((a, b) => a - b);
        const now = [...was.steps.map((s) => s.at)];
        for (const step of moved) if (step.before !== null) now.splice(now.indexOf(step.before), 1);
        const gained = moved.flatMap((step) => (step.after === null ? [] : [step.after]));
        const planned = forecast(l.policy, l.directive, woken.state, at);
        const postedNow = woken.posts.flatMap((p) => keyed(p).map(() => p.at));
        expect([...now, ...gained].sort((a, b) => a - b)).toEqual(
          [...times(planned.steps), ...postedNow].sort((a, b) => a - b),
        );
        expect(rest).toEqual(planned.posts);

        // Nothing is lost: what the new terms ask for ahead comes, unless that very rung was posted before; a step that
        // is no rung of the policy (an unacknowledged assignment's) is the same step under either, whatever its term.
        const fresh = schedule(l.policy, l.directive, { ...woken.state, done: [] }).pending;
        const said = new Set(before.flatMap(meaning));
        const coming = new Set(planned.steps.map((step) => step.key));
        const merged = new Set(before.flatMap((p) => p.merges ?? []));
        const told = new Set(before.map((p) => p.key));
        if (merged.size === 0) {
          const missing = fresh.filter(
            (step) => step.at > at && !coming.has(step.key) && !told.has(step.key) && !sameAs(step, said),
          );
          expect(missing).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
    expect(moving).toBeGreaterThan(RUNS / 4);
  });

  test('the same terms again change nothing', () => {
    fc.assert(
      fc.property(changed, ({ life: l, at, act }) => {
        const { state } = livedUntil(l, at);
        const once = wakeUp(l.policy, l.directive, state, at, act);
        if ('refusal' in once) return;
        expect(wakeUp(l.policy, l.directive, once.state, at + DAY_MS, act)).toEqual({
          refusal: { code: 'terms-same' },
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('messages keep to the days and hours of the new terms', () => {
    fc.assert(
      fc.property(changed, ({ life: l, at, act }) => {
        const { state } = livedUntil(l, at);
        const woken = wakeUp(l.policy, l.directive, state, at, act);
        if ('refusal' in woken || act.type !== 'change-terms') return;
        const calendar = act.calendar ?? civilServants;
        const rest = woken.nextWake === null ? [] : livedOn(l, woken.state, woken.nextWake).posts;
        for (const post of [...woken.posts, ...rest]) expect(isWorkingDay(calendar, dayOf(post.at))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
