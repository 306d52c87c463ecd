import type { Policy, Role } from '../../policy/policy.ts';
import { roleParts } from '../../policy/roles.ts';
import { present } from '../../present.ts';
import { type Day, dayOf, type Instant, isDay } from '../../time/day.ts';
import type { WorkCalendar } from '../../time/work-calendar.ts';
import type { Act, Actor, ActType, Refusal } from '../act.ts';
import type { Directive } from '../directive.ts';
import type { Cause, PostKind, Stage } from '../post.ts';
import type { State, Status } from '../state.ts';
import { EACH_ACKNOWLEDGES, follows } from '../version.ts';
import type { PlanChange } from '../wake.ts';

export type ActEvent = Extract<Cause, { event: string }>['event'];

/** What taking an act does: the parts of the state it changes, and what is told to whom about it. */
export interface Change {
  readonly state: Partial<State>;
  readonly tell?: Tell | readonly Tell[];
  /** What the act does to planned steps, where the log keeps that. */
  readonly plan?: PlanChange;
}

export interface Tell {
  /** Name of the announcement: a word, and which time it is where there can be several (`deadline.2`). */
  readonly key: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly event: ActEvent;
  readonly to: readonly Role[];
  /** As of a post. */
  readonly former?: true;
  /** Which time this is (second return, third request), from 1, where the message says so. */
  readonly repeat?: number;
}

/** Somebody asks at an instant what they could do. */
export interface ActQuestion {
  readonly policy: Policy;
  readonly directive: Directive;
  readonly calendar: WorkCalendar;
  readonly state: State;
  readonly by: Actor;
  readonly now: Instant;
}

export interface Situation<A extends Act = Act> extends ActQuestion {
  readonly act: A;
}

/** How one kind of act works. What it tells must have its place in `announced.ts` too. */
export interface ActRule<A extends Act = Act> {
  /** Roles that may do it, unless the policy says otherwise. */
  allowed(policy: Policy): readonly Role[];
  /** Does the policy know of it at all? Absent = every policy does. */
  known?(policy: Policy): boolean;
  /** Why none is taken as things stand, whatever it says: pages offer by this, and by `allowed`. */
  shut(asked: ActQuestion): Refusal | undefined;
  /** Why this one is not taken, for what it says. */
  refuse(situation: Situation<A>): Refusal | undefined;
  change(situation: Situation<A>): Change;
}

export type RuleOf<T extends ActType> = ActRule<Extract<Act, { type: T }>>;

/** The office that follows the directive, and whoever issued it. */
export const OFFICE: readonly Role[] = ['secretariat', 'issuer'];
export const WORKERS: readonly Role[] = ['lead', 'cooperating'];

/** The refusal where the condition holds; rules join them by `??`, the first that holds counts. */
export function refusedIf(condition: boolean, refusal: Refusal): Refusal | undefined {
  return condition ? refusal : undefined;
}

/** Nothing stands against it. */
export function nothingAgainst(): undefined {
  return undefined;
}

/**
 * Why most acts are refused before the assignment and during a suspension. `apply` has already checked that the
 * directive is open.
 */
export function notRunning(state: State): Refusal | undefined {
  return (
    refusedIf(state.assignedAt === undefined, { code: 'not-assigned' }) ??
    refusedIf(state.status === 'suspended', { code: 'suspended' })
  );
}

/** The refusal of a field without words. */
export function blank(field: 'text' | 'reason' | 'successor', value: string): Refusal | undefined {
  return refusedIf(value.trim() === '', { code: 'empty', field });
}

/** A new deadline is a real day, not gone by, and not the one in force. */
export function badDeadline(state: State, due: Day | null, dueTime: string | null, now: Instant): Refusal | undefined {
  return (
    refusedIf(due !== null && !isDay(due), { code: 'not-a-day', due }) ??
    refusedIf(due !== null && due < dayOf(now), { code: 'deadline-past', due }) ??
    refusedIf(due === state.due && dueTime === state.dueTime, { code: 'deadline-same', due })
  );
}

/** Whoever works on a task has taken it: progress or a result acknowledges by itself. */
export function signOfLife({ directive, state, by, now }: ActQuestion): Partial<State> {
  const signs = { signs: state.signs + 1, lastSignAt: now };
  const heard = leadsHeard(directive, state, by);
  if (heard !== 'all') return { ...signs, leadAcknowledged: heard };
  return Object.assign(
    signs,
    present({
      acknowledgedAt: state.acknowledgedAt === undefined ? now : undefined,
      status: state.status === 'assigned' ? ('acknowledged' as const) : undefined,
    }),
  );
}

/**
 * Which of the agencies that lead have acknowledged once one of them gives word. An act that names no agency is the
 * office's own word for all of them; an agency the directive does not name does the work of one that it does.
 */
function leadsHeard(directive: Directive, state: State, { agency }: Actor): readonly string[] | 'all' {
  const leads = directive.parties?.lead ?? [];
  if (!follows(directive, EACH_ACKNOWLEDGES) || leads.length < 2) return 'all';
  if (agency === undefined || state.acknowledgedAt !== undefined) return 'all';
  const heard = [...new Set([...(state.leadAcknowledged ?? []), agency])];
  return heard.length < leads.length ? heard : 'all';
}

/** Restarts the clocks. Before the assignment it is nobody's turn, so no clock is set. */
export function newRound(state: State, now: Instant): Partial<State> {
  return { round: state.round + 1, ...present({ roundFrom: state.assignedAt !== undefined ? now : undefined }) };
}

/** Those who were told of the directive; before the assignment that is nobody. */
export function everyoneTold(policy: Policy, state: State): Role[] {
  return state.assignedAt === undefined ? [] : [policy.assign.to, ...policy.assign.copy];
}

/** The message that a directive has ended, by the way it ended. */
export function ending(how: Extract<Status, PostKind & ActEvent>, to: Tell['to']): Tell {
  return { key: how, stage: 'close', kind: how, event: how, to };
}

/** Who acts for a role; for a head role that is the head. Deputies act as any of their agency does. */
export function actorFor(role: Role): Actor {
  const { party, who } = roleParts(role);
  return { party, ...present({ head: who === 'head' ? true : undefined }) };
}
