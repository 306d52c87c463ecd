import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import { holds } from './announced.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { schedule } from './schedule.ts';
import type { State } from './state.ts';

/** A message that waits to leave: its step, and the instant of the wake or act that had it told. */
export interface Waiting {
  readonly post: Post;
  readonly saidAt: Instant;
}

/**
 * Does a message that waits still say what holds? An announcement as long as its fact does; a step of the clock as long
 * as the schedule, asked from this state as if it had not been told, still has it due by now.
 */
export function stillAsked(
  policy: Policy,
  directive: Directive,
  state: State,
  { post, saidAt }: Waiting,
  now: Instant,
): boolean {
  return speaker(policy, directive, state, { post, saidAt }, now)?.key === post.key;
}

/**
 * The step for which a message that waits speaks now: its own where that is still asked, else the last of those it stood
 * for that is; null where nothing of it is asked any more.
 */
export function speaker(
  policy: Policy,
  directive: Directive,
  state: State,
  { post, saidAt }: Waiting,
  now: Instant,
): Post | null {
  const { cause, key, merges = [] } = post;
  if (!key.includes('/')) return 'event' in cause && holds(state, post, cause.event, saidAt) ? post : null;
  const asked = schedule(policy, directive, state).steps.filter((p) => p.at <= now);
  const still = asked.find((step) => isSame(step, post));
  // Whom it is about may have become fewer.
  if (still) return still.except === undefined ? post : { ...post, except: still.except };
  // Those it stood for are of its own edition and role.
  const others = [...merges].reverse().flatMap((one) => asked.find((step) => step.key === one) ?? []);
  return others[0] ?? null;
}

/** Under another edition of the policy a rung has another key: there it is the same word to the same role, of the same stretch. */
function isSame(step: Post, { key, to, kind }: Post): boolean {
  if (step.key === key) return true;
  if (editionOf(step.key) === editionOf(key)) return false;
  return step.to === to && step.kind === kind && scopeOf(step.key) === scopeOf(key);
}

function editionOf(key: string): string {
  return /^e\d+(?=\.)/.exec(key)?.[0] ?? '';
}

function scopeOf(key: string): string {
  return key.replace(/^.*\/|#.*$/g, '');
}
