import type { Policy, Role } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { schedule } from './schedule.ts';
import { isClosed, type State } from './state.ts';
import { inForce } from './terms.ts';
import { intoWindow } from './window.ts';

/** What the rules ask for at an instant. */
export interface Decision {
  /** What to tell whom, now. */
  readonly posts: readonly Post[];
  /** When the rules must look again; null = never, unless a person acts. */
  readonly nextWake: Instant | null;
  /** Which step the next wake is for. */
  readonly upcoming: Post | null;
}

/**
 * The one function that decides a directive's life: a pure reading of policy, directive, state and time. The workflow
 * carries it out, the preview shows it, the checker proves it and the rehearsal holds Temporal against it.
 */
export function decide(issuedPolicy: Policy, issuedDirective: Directive, state: State, now: Instant): Decision {
  const { policy, directive } = inForce(issuedPolicy, issuedDirective, state);
  const { pending } = schedule(policy, directive, state);
  const due = pending.filter((p) => p.at <= now);
  const posts = due.length > 0 ? oneForEachRole(due) : due;
  let upcoming: Post | null = null;
  for (const p of pending) if (p.at > now && (upcoming === null || p.at < upcoming.at)) upcoming = p;
  return {
    posts: posts.map((p) => sentFrom(policy, directive, p, now)),
    nextWake: upcoming?.at ?? null,
    upcoming,
  };
}

/**
 * Steps for one role that fall due together (two reminders on a day, or several after an outage) become one message:
 * the last of the ladder speaks and stands for the others.
 */
function oneForEachRole(due: readonly Post[]): Post[] {
  const byRole = new Map<Role, Post[]>();
  for (const post of [...due].sort((a, b) => a.at - b.at || STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage])) {
    byRole.set(post.to, [...(byRole.get(post.to) ?? []), post]);
  }
  return [...byRole.values()].flatMap((posts) => {
    const last = posts.at(-1);
    if (!last) return [];
    const merges = posts.slice(0, -1).map((p) => p.key);
    return merges.length > 0 ? [{ ...last, merges }] : [last];
  });
}

const STAGE_ORDER = { assign: 0, remind: 1, escalate: 2, close: 3 } as const;

/** Woken late, outside the window: the post office holds the message until the next one. */
function sentFrom(policy: Policy, directive: Directive, post: Post, now: Instant): Post {
  const open = intoWindow(policy, directive, now);
  return open > now ? { ...post, at: open } : post;
}

/** The state once a decision's posts are in the ledger. */
export function settle(state: State, posts: readonly Post[], now: Instant): State {
  if (posts.length === 0) return state;
  if (posts.some((p) => p.kind === 'assignment')) {
    return { ...state, status: 'assigned', assignedAt: now, roundFrom: now, leadSince: now };
  }
  if (isClosed(state)) return state;
  const keys = posts.flatMap((p) => [p.key, ...(p.merges ?? [])]).filter((key) => key.includes('/'));
  return keys.length > 0 ? { ...state, done: [...state.done, ...keys] } : state;
}
