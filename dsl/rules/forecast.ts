import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import { decide, settle } from './decide.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { schedule } from './schedule.ts';
import type { State } from './state.ts';

/** A step on the day it will be taken, alone or in another's message. */
export type ComingStep = Pick<Post, 'key' | 'kind' | 'to' | 'cause' | 'at'>;

export interface Forecast {
  readonly posts: readonly Post[];
  /** Every step, those that another one speaks for included. */
  readonly steps: readonly ComingStep[];
}

/** The rest of a directive's life from an instant on, if nobody acts again. */
export function forecast(policy: Policy, directive: Directive, state: State, from: Instant): Forecast {
  const posts: Post[] = [];
  const steps: ComingStep[] = [];
  let now: Instant | null = from;
  for (let current = state; now !== null; ) {
    const at: Instant = now;
    const due = schedule(policy, directive, current).pending.filter((p) => p.at <= at);
    const told = decide(policy, directive, current, at).posts;
    posts.push(...told);
    steps.push(...due.map((step) => comingStep(step, told)));
    current = settle(current, told, at);
    now = decide(policy, directive, current, at).nextWake;
  }
  return { posts, steps };
}

function comingStep({ key, kind, to, cause, at }: Post, told: readonly Post[]): ComingStep {
  const speaker = told.find((post) => post.key === key || post.merges?.includes(key));
  return { key, kind, to, cause, at: speaker?.at ?? at };
}

/** A step that a change moves, adds (`before` null) or removes (`after` null). */
export interface MovedStep extends Pick<Post, 'kind' | 'to' | 'cause'> {
  readonly before: Instant | null;
  readonly after: Instant | null;
}

/** What differs between two plans of the same directive, in order of time. */
export function movedSteps(before: Forecast, after: Forecast): MovedStep[] {
  const left = new Map(named(before.steps));
  const moved: MovedStep[] = [];
  for (const [name, step] of named(after.steps)) {
    const was = left.get(name);
    left.delete(name);
    if (was?.at !== step.at) moved.push(movedStep(step, was?.at ?? null, step.at));
  }
  for (const step of left.values()) moved.push(movedStep(step, step.at, null));
  return moved.sort((a, b) => (a.before ?? a.after ?? 0) - (b.before ?? b.after ?? 0));
}

function movedStep({ kind, to, cause }: ComingStep, before: Instant | null, after: Instant | null): MovedStep {
  return { kind, to, cause, before, after };
}

function named(steps: readonly ComingStep[]): [string, ComingStep][] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const name = stepName(step);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [`${name}~${nth}`, step];
  });
}

/** What makes two steps the same one in two plans: a rung by its own words, whatever its place in the policy. */
export function stepName({ key, kind, to, cause }: Pick<Post, 'key' | 'kind' | 'to' | 'cause'>): string {
  if (!('rung' in cause)) return `${to}|${kind}|${key}`;
  return `${to}|${kind}|${JSON.stringify(cause.rung)}|${cause.repeat ?? 1}`;
}
