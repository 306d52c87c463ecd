import type { Policy, Role } from '../policy/policy.ts';
import type { Post, State } from '../rules/index.ts';
import { dayNumber, dayNumberOf, type Instant } from '../time/day.ts';

/** One occurrence of a rung, as the policy names it: without the round and the silence it falls in. */
export interface PolicyStep {
  /** `acknowledge`, `remind.0`, `escalate.3#2` (its second time), `approve#1`. */
  readonly name: string;
  readonly to: Role;
}

/** Every occurrence of every rung that the policy speaks of. */
export function proofSteps(policy: Policy): PolicyStep[] {
  const { assign, close } = policy;
  const ladder = (stage: 'remind' | 'escalate') =>
    policy[stage].flatMap(({ to, atMost = 1 }, i) =>
      Array.from({ length: atMost }, (_, n) => ({ name: `${stage}.${i}${n > 0 ? `#${n + 1}` : ''}`, to })),
    );
  const approvals = close.approveWithin ? (close.atMost ?? 1) : 0;
  return [
    ...(assign.acknowledgeWithin ? [{ name: 'acknowledge', to: assign.to }] : []),
    ...ladder('remind'),
    ...ladder('escalate'),
    ...Array.from({ length: approvals }, (_, n) => ({ name: `approve#${n + 1}`, to: close.approvedBy })),
  ];
}

/**
 * Name of the occurrence a key stands for; the keys of other messages (`assign`, `returned.1:lead`) stay as they are.
 */
export function occurrenceName(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    name = nameOf(key);
    names.set(key, name);
  }
  return name;
}

/** A policy has few keys, and they are met by the million. */
const names = new Map<string, string>();

function nameOf(key: string): string {
  const scope = key.indexOf('/');
  if (scope < 0) return key;
  const repeat = key.indexOf('#', scope);
  return key.slice(0, scope) + (repeat < 0 ? '' : key.slice(repeat));
}

/**
 * Is the message caused by the clock rather than by an act? True of keys with a scope and of what the issue itself
 * sends.
 */
export function isByClock({ key, cause }: Post): boolean {
  return key.includes('/') || ('event' in cause && cause.event === 'issued');
}

/** Posts that stand at one instant, in order of time. */
export function byInstant(posts: readonly Post[]): [Instant, readonly Post[]][] {
  const groups: [Instant, Post[]][] = [];
  for (const post of [...posts].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last && last[0] === post.at) last[1].push(post);
    else groups.push([post.at, [post]]);
  }
  return groups;
}

/**
 * The kind of a state: what stands open and in which order, with the deadline's place in it, but without lengths.
 * Two states of one kind differ in days only; the days themselves are the sweep's business.
 */
export function kindOfState(state: State, now: Instant, open: readonly Post[]): string {
  const today = dayNumberOf(now);
  const due = state.due === null ? null : dayNumber(state.due);
  let placed = due === null || due < today;
  let kind = `${state.status} ${state.suspended?.from ?? ''} ${state.acknowledgedAt === undefined ? 'new' : 'known'} ${
    due === null ? '-' : due < today
  } ${state.endorsedAt === null ? '' : 'endorsed'} ${state.extension ? (state.extension.offered ? 'offered' : 'asked') : ''}`;
  const sorted = open.length > 1 ? [...open].sort((a, b) => a.at - b.at) : open;
  for (let i = 0; i < sorted.length; ) {
    const at = sorted[i]?.at ?? 0;
    const day = dayNumberOf(at);
    if (!placed && due !== null && day > due) {
      kind += ' due';
      placed = true;
    }
    const first = i;
    do i++;
    while (i < sorted.length && sorted[i]?.at === at);
    const named =
      i === first + 1
        ? occurrenceName(sorted[first]?.key ?? '')
        : sorted
            .slice(first, i)
            .map((p) => occurrenceName(p.key))
            .sort()
            .join('+');
    kind += day === today ? ` !${named}` : ` ${named}`;
  }
  return kind;
}
