import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Policy } from '../../dsl/policy/policy.ts';
import { ACT_TYPES, decide, initialState, isClosed, type Post, preview, wakeUp } from '../../dsl/rules/index.ts';
import { addDays, DAY_MS, dayOf, type Instant, instantAt, MINUTE_MS, minutesOf } from '../../dsl/time/day.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';
import { cases } from '../support/depth.ts';
import { type Life, life } from './arbitraries.ts';

/** Steps through a life as a nervous engine would: waking at needless instants in between as well. */
function walkNervously({ policy, directive, acts }: Life, needless: readonly Instant[]): Post[] {
  const events = [...acts, ...needless.map((at) => ({ at, act: undefined }))].sort((a, b) => a.at - b.at);
  const posts: Post[] = [];
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  while (!isClosed(state)) {
    const event = events[0];
    const byClock: boolean = next !== null && (event === undefined || next <= event.at);
    if (!byClock && event === undefined) break;
    const now: Instant = byClock ? (next ?? 0) : Math.max(event?.at ?? 0, directive.issuedAt);
    const act = byClock ? undefined : events.shift()?.act;
    const woken = wakeUp(policy, directive, state, now, act);
    if ('refusal' in woken) continue;
    posts.push(...woken.posts);
    state = woken.state;
    next = woken.nextWake;
  }
  return posts;
}

const insideWindow = (policy: Policy, at: Instant) => {
  const minute = (at - instantAt(dayOf(at), 0)) / MINUTE_MS;
  return minute >= minutesOf(policy.window.from) && minute < minutesOf(policy.window.to);
};

const holds = (law: (life: Life) => void, runs = cases(100, 1000)) =>
  fc.assert(fc.property(life, law), { numRuns: runs });

describe('laws of every life', () => {
  test('the lives are lively: every act is taken in some of them, and refused in some', () => {
    const taken = new Map<string, number>();
    const refused = new Map<string, number>();
    const count = (map: Map<string, number>, type: string) => map.set(type, (map.get(type) ?? 0) + 1);
    for (const l of fc.sample(life, { numRuns: 900, seed: 7 })) {
      const { refused: no } = preview(l.policy, l.directive, l.acts);
      const refusedActs = new Set(no.map((r) => r.act));
      for (const act of l.acts) count(refusedActs.has(act) ? refused : taken, act.act.type);
    }
    for (const type of [...ACT_TYPES, 'absorb']) {
      expect([type, (taken.get(type) ?? 0) > 0]).toEqual([type, true]);
      expect([type, (refused.get(type) ?? 0) > 0]).toEqual([type, true]);
    }
  });

  test('each step is posted once', () => {
    holds((l) => {
      const keys = preview(l.policy, l.directive, l.acts).steps.flatMap((s) => [s.key, ...(s.merges ?? [])]);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  test('no message outside the window or on a day off', () => {
    holds((l) => {
      for (const step of preview(l.policy, l.directive, l.acts).steps) {
        expect(insideWindow(l.policy, step.at)).toBe(true);
        expect(isWorkingDay(l.directive.calendar, dayOf(step.at))).toBe(true);
      }
    });
  });

  test('nothing is decided after the close, and the close itself says so at most once to each', () => {
    holds((l) => {
      const { state } = preview(l.policy, l.directive, l.acts);
      if (!isClosed(state)) return;
      const later = decide(l.policy, l.directive, state, (state.closedAt ?? 0) + 400 * DAY_MS);
      expect(later).toEqual({ posts: [], nextWake: null, upcoming: null });
    });
  });

  test('only a person closes', () => {
    holds((l) => {
      expect(isClosed(preview(l.policy, l.directive).state)).toBe(false);
    });
  });

  test('one message for one role at an instant, unless an act says something of its own', () => {
    holds((l) => {
      const seen = new Set<string>();
      for (const step of preview(l.policy, l.directive, l.acts).steps) {
        if (!('rung' in step.cause)) continue;
        const id = `${step.to} ${step.at}`;
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    });
  });

  test('an early or a needless wake changes nothing', () => {
    holds(
      (l) => {
        let state = initialState(l.directive);
        let now = l.directive.issuedAt;
        for (let i = 0; i < 30; i++) {
          const woken = wakeUp(l.policy, l.directive, state, now);
          if ('refusal' in woken) throw new Error('a wake by the clock is never refused');
          const again = wakeUp(l.policy, l.directive, woken.state, now);
          expect(again).toEqual({ ...woken, posts: [] });
          if (woken.nextWake === null) break;
          const early = wakeUp(l.policy, l.directive, woken.state, Math.max(now, woken.nextWake - 1));
          expect(early).toEqual({ ...woken, posts: [] });
          state = woken.state;
          now = woken.nextWake;
        }
      },
      cases(60, 600),
    );
  });

  test('the run does not depend on when Temporal looks: needless wakes give the previewed steps', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 300 * 24 * 60 }), { maxLength: 20 });
    fc.assert(
      fc.property(life, minutes, (l, needless) => {
        const looks = needless.map((m) => l.directive.issuedAt + m * MINUTE_MS);
        expect(walkNervously(l, looks)).toEqual(preview(l.policy, l.directive, l.acts).steps);
      }),
      { numRuns: cases(100, 1000) },
    );
  });

  test('the clocks stand still while it is suspended: only the office is asked whether it should be', () => {
    holds((l) => {
      let state = initialState(l.directive);
      for (const { at, act } of [{ at: l.directive.issuedAt, act: undefined }, ...l.acts]) {
        const woken = wakeUp(l.policy, l.directive, state, Math.max(at, l.directive.issuedAt), act);
        if (!('refusal' in woken)) state = woken.state;
        if (state.status !== 'suspended') continue;
        const later = decide(l.policy, l.directive, state, at + 300 * DAY_MS);
        expect(later.posts.every((p) => p.kind === 'suspension-review')).toBe(true);
        expect(decide(l.policy, l.directive, state, at).nextWake).not.toBeNull();
      }
    });
  });

  test('suspended days are given back to the day', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 90 }), ({ policy, directive }, days) => {
        const at = directive.issuedAt + 100 * DAY_MS;
        const first = wakeUp(policy, directive, initialState(directive), at);
        if ('refusal' in first) throw new Error('a wake by the clock is never refused');
        const by = { party: 'secretariat' } as const;
        const held = wakeUp(policy, directive, first.state, at, { type: 'suspend', by, reason: 'Chờ' });
        if ('refusal' in held) return;
        const back = wakeUp(policy, directive, held.state, at + days * DAY_MS, { type: 'resume', by });
        if ('refusal' in back) throw new Error('what is suspended can be resumed');
        const { due } = first.state;
        expect(back.state.due).toBe(due === null ? null : addDays(due, days));
        expect(back.state.status).toBe(first.state.status);
      }),
      { numRuns: cases(50, 500) },
    );
  });

  test('an outage of any length loses no rung: it is told late, alone or merged into a later one', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 200 }), ({ policy, directive }, outageDays) => {
        const planned = preview(policy, directive);
        const first = wakeUp(policy, directive, initialState(directive), planned.wakes[0] ?? 0);
        if ('refusal' in first || first.state.assignedAt === undefined) return;
        let state = first.state;
        let now: Instant | null = planned.wakes[0] === undefined ? null : planned.wakes[0] + outageDays * DAY_MS;
        const told = new Set(first.posts.map((p) => p.key));
        while (now !== null) {
          const woken = wakeUp(policy, directive, state, now);
          if ('refusal' in woken) throw new Error('a wake by the clock is never refused');
          for (const p of woken.posts) for (const key of [p.key, ...(p.merges ?? [])]) told.add(key);
          state = woken.state;
          now = woken.nextWake;
        }
        for (const s of planned.steps) for (const key of [s.key, ...(s.merges ?? [])]) expect(told).toContain(key);
      }),
      { numRuns: cases(60, 600) },
    );
  });
});
