import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Policy } from '../../dsl/policy/index.ts';
import {
  type Act,
  apply,
  type Directive,
  decide,
  inForce,
  initialState,
  type Post,
  type State,
  schedule,
  wakeUp,
} from '../../dsl/rules/index.ts';
import { DAY_MS, type Instant } from '../../dsl/time/day.ts';
import { type Life, life } from './arbitraries.ts';

/* Split and merged are ways of being superseded: laws that hold at every moment of every life. */

const by = { party: 'secretariat' } as const;
const plain: Act = { type: 'supersede', by, reason: 'Phân công lại', successor: 'Nhiệm vụ khác' };
const split: Act = { ...plain, succession: { id: 't', how: 'split', directives: ['khác/1', 'khác/2'] } };
const merged: Act = { ...plain, succession: { id: 'n', how: 'merged', directives: ['khác'] } };

/** Every moment of a life after a wake or an act: how it stood, and when. */
function momentsOf({ policy, directive, acts }: Life): { state: State; now: Instant }[] {
  const moments: { state: State; now: Instant }[] = [];
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  const wake = (now: Instant, act?: Act) => {
    const woken = wakeUp(policy, directive, state, now, act);
    if ('refusal' in woken) return;
    state = woken.state;
    next = woken.nextWake;
    moments.push({ state, now });
  };
  for (const { at, act } of acts) {
    while (next !== null && next <= at) wake(next);
    wake(at, act);
  }
  return moments;
}

const everywhere = (holds: (policy: Policy, directive: Directive, state: State, now: Instant) => void) =>
  fc.assert(
    fc.property(life, (l) => {
      for (const { state, now } of momentsOf(l)) holds(l.policy, l.directive, state, now);
    }),
    { numRuns: 80 },
  );

describe('what other directives take up', () => {
  test('is taken wherever superseding is, but for a result that waits and a clock that stands still', () => {
    everywhere((policy, directive, state, now) => {
      const may = apply(policy, directive, state, plain, now).ok;
      const fit = state.status !== 'suspended' && state.status !== 'submitted';
      expect(apply(policy, directive, state, split, now).ok).toBe(may && fit);
      expect(apply(policy, directive, state, merged, now).ok).toBe(may && fit);
    });
  });

  test('closes it as superseding does: the same people, at the same time, and nothing after', () => {
    everywhere((policy, directive, state, now) => {
      const one = apply(policy, directive, state, plain, now);
      const two = apply(policy, directive, state, split, now);
      if (!one.ok || !two.ok) return;
      expect(two.posts.map((p) => [p.to, p.at, p.stage])).toEqual(one.posts.map((p) => [p.to, p.at, p.stage]));
      expect(two.posts.every((p) => p.kind === 'split')).toBe(true);
      expect({ ...two.state, status: 'superseded' }).toEqual(one.state);
      expect(decide(policy, directive, two.state, now + 400 * DAY_MS).posts).toEqual([]);
      expect(apply(policy, directive, two.state, merged, now)).toEqual({ ok: false, refusal: { code: 'closed' } });
    });
  });

  test('is two at least in a split, one in a merger, never itself', () => {
    everywhere((policy, directive, state, now) => {
      if (!apply(policy, directive, state, split, now).ok) return;
      const into = (how: 'split' | 'merged', directives: string[]): Act => ({
        ...plain,
        succession: { id: 't', how, directives },
      });
      for (const act of [
        ...[into('split', []), into('split', ['a']), into('split', ['a', 'a']), into('split', ['a', directive.id])],
        ...[into('merged', []), into('merged', ['a', 'b']), into('merged', [directive.id])],
      ]) {
        expect(apply(policy, directive, state, act, now)).toEqual({ ok: false, refusal: { code: 'successors' } });
      }
    });
  });
});

describe('a directive that takes others up', () => {
  const absorb: Act = {
    ...{ type: 'absorb', by, reason: 'Cùng nội dung', from: ['khác'], joining: [{ name: 'Sở Tài chính' }] },
  };
  const joins = (p: Post) => p.to.includes('cooperating');
  const keysOf = (posts: readonly Post[]) => posts.map((p) => [p.key, p.at]);

  test('says so once to each of its people, and otherwise what was due anyway: who joins hears of no past', () => {
    everywhere((policy, directive, state, now) => {
      const woken = wakeUp(policy, directive, state, now, absorb);
      const plainly = wakeUp(policy, directive, state, now);
      if ('refusal' in woken || 'refusal' in plainly) return;
      const told = woken.posts.filter((p) => p.kind === 'absorbed');
      expect(told.length).toBe(new Set(told.map((p) => p.to)).size);
      expect(told.length > 0).toBe(state.assignedAt !== undefined);
      const rest = woken.posts.filter((p) => p.kind !== 'absorbed');
      if (inForce(policy, directive, state).directive.hasCooperating || state.assignedAt !== undefined) {
        expect(keysOf(rest)).toEqual(keysOf(plainly.posts));
      }
    });
  });

  test('keeps its own clocks: nothing moves for those it had', () => {
    everywhere((policy, directive, state, now) => {
      const applied = apply(policy, directive, state, absorb, now);
      if (!applied.ok) return;
      const aheadIn = (s: State) => {
        const terms = inForce(policy, directive, s);
        return keysOf(schedule(terms.policy, terms.directive, s).pending.filter((p) => !joins(p)));
      };
      expect(aheadIn(applied.state)).toEqual(aheadIn(state));
      expect(inForce(policy, directive, applied.state).directive.hasCooperating).toBe(true);
    });
  });
});
