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
  return occurrenceOf(key).name;
}

function occurrenceOf(key: string): Occurrence {
  let occurrence = occurrences.get(key);
  if (occurrence === undefined) {
    const name = nameOf(key);
    occurrence = { name, number: numberFor(name) };
    occurrences.set(key, occurrence);
  }
  return occurrence;
}

interface Occurrence {
  readonly name: string;
  /** Stands for the name where many are held against each other. */
  readonly number: number;
}

/** A policy has few keys, and they are met by the million. */
const occurrences = new Map<string, Occurrence>();

const numbers = new Map<string, number>();

function numberFor(name: string): number {
  const before = numbers.get(name);
  if (before !== undefined) return before;
  const number = numbers.size;
  numbers.set(name, number);
  return number;
}

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
 * Two states of one kind differ in days only; the days themselves are the sweep's business. A text of numbers, equal for
 * states of one kind and for no others, and nothing to read.
 */
export function kindOfState(state: State, now: Instant, open: readonly Post[]): string {
  const { status, suspended, acknowledgedAt, endorsedAt, extension } = state;
  const today = dayNumberOf(now);
  const due = state.due === null ? null : dayNumber(state.due);
  let placed = due === null || due < today;
  const codes = [
    numberFor(status),
    suspended ? numberFor(suspended.from) : numberFor(''),
    (acknowledgedAt === undefined ? 1 : 0) +
      (due === null ? 2 : due < today ? 4 : 0) +
      (endorsedAt === null ? 0 : 8) +
      (extension ? (extension.offered ? 16 : 32) : 0),
  ];
  const sorted = open.length > 1 ? [...open].sort((a, b) => a.at - b.at) : open;
  for (let i = 0; i < sorted.length; ) {
    const at = sorted[i]?.at ?? 0;
    const day = dayNumberOf(at);
    if (!placed && due !== null && day > due) {
      codes.push(PLACE_OF_DUE);
      placed = true;
    }
    codes.push(day === today ? GROUP_OF_TODAY : GROUP);
    const first = codes.length;
    for (; i < sorted.length && sorted[i]?.at === at; i++) {
      codes.push(FIRST_NUMBER + occurrenceOf(sorted[i]?.key ?? '').number);
    }
    if (codes.length > first + 1) codes.push(...codes.splice(first).sort((a, b) => a - b));
  }
  return String.fromCharCode(...codes);
}

const PLACE_OF_DUE = 0;
const GROUP = 1;
const GROUP_OF_TODAY = 2;
const FIRST_NUMBER = 3;
