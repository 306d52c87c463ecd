import { present } from '../present.ts';
import type { Policy, Rung, Source, Trigger } from './policy.ts';

/** Where a step comes from, by its key: its own rung's source. Undefined: nothing was written beside that rung. */
export function sourceOfStep(policy: Policy, key: string): Source | undefined {
  // A later edition's keys begin with its number: `e1.remind.0/…`.
  const rung = /^(?:e\d+\.)?(remind|escalate)\.(\d+)\//.exec(key);
  if (rung) return policy[rung[1] as 'remind' | 'escalate'][Number(rung[2])]?.because;
  return /^(?:assign|copy:.*|acknowledge\/.*)$/.test(key) ? policy.assign.because : undefined;
}

/** The policy without what it says of its sources: all that its meaning hangs on. */
export function withoutSources(policy: Policy): Policy {
  const { because: _, assign, remind, escalate, ...rest } = policy;
  const { because: __, ...assignment } = assign;
  return { ...rest, assign: assignment, remind: remind.map(bareRung), escalate: escalate.map(bareRung) };
}

/** Do they do the same, whatever each says of its sources? */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  return JSON.stringify(withoutSources(one)) === JSON.stringify(withoutSources(other));
}

function bareRung<T extends Trigger>({ because: _, ...rung }: Rung<T>): Rung<T> {
  return rung;
}

/** A rung that says nothing of where it comes from: its ladder, and its place there from 0. */
export interface Unsourced {
  readonly stage: 'remind' | 'escalate';
  readonly index: number;
}

export function unsourcedRungs(policy: Policy): readonly Unsourced[] {
  return (['remind', 'escalate'] as const).flatMap((stage) =>
    policy[stage].flatMap(({ because }, index) => (because ? [] : [{ stage, index }])),
  );
}

/** What `because` takes, as data. */
export function sourceAs(source: string, words: string | undefined): Source {
  return present({ source, words });
}
