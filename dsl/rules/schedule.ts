import type { Policy, Role, Trigger } from '../policy/policy.ts';
import { type Day, dayNumber, dayOf, instantAt, startOfNumber } from '../time/day.ts';
import { type DayCount, workedNumberAfter } from '../time/day-count.ts';
import { nextWorkedNumber, workingDayOnOrAfter } from '../time/work-calendar.ts';
import type { Directive } from './directive.ts';
import { explanationSteps } from './explanation.ts';
import { Ladder } from './ladder.ts';
import type { Cause, Post, PostKind, Stage } from './post.ts';
import { concerns, scopes, takenBackIn } from './scope.ts';
import { isClosed, type State, type TakenBack } from './state.ts';
import { inForce } from './terms.ts';
import { whoseTurn } from './turn.ts';
import { intoWindow, slotOn, slotWithin } from './window.ts';

/** A reminder that a short term leaves no room for: the assignment itself stands for it. */
export interface Collapsed {
  readonly key: string;
  readonly to: Role;
  readonly when: Trigger;
  readonly day: Day;
}

export interface Schedule {
  /** Steps that are still to come as things stand, done ones excluded, in no order. */
  readonly pending: readonly Post[];
  /** The same with those that are done. */
  readonly steps: readonly Post[];
  readonly collapsed: readonly Collapsed[];
}

/**
 * Every step the policy asks for from this state on, if nobody acts again. Derived afresh at each wake: nothing about
 * the future is stored, so a changed deadline or a return needs no bookkeeping.
 */
export function schedule(issuedPolicy: Policy, issuedDirective: Directive, state: State): Schedule {
  if (last.state === state && last.policy === issuedPolicy && last.directive === issuedDirective) return last.schedule;
  const { policy, directive } = inForce(issuedPolicy, issuedDirective, state);
  const derived = derive(policy, directive, state);
  last = { policy: issuedPolicy, directive: issuedDirective, state, schedule: derived };
  return derived;
}

/** A wake decides on a state, and whoever carries it out or proves it asks of the very same state again. */
let last: {
  readonly policy?: Policy;
  readonly directive?: Directive;
  readonly state?: State;
  readonly schedule: Schedule;
} = { schedule: { pending: [], steps: [], collapsed: [] } };

function derive(policy: Policy, directive: Directive, state: State): Schedule {
  if (isClosed(state)) return NOTHING;
  if (state.assignedAt === undefined) {
    const steps = assignment(policy, directive);
    return { pending: steps, steps, collapsed: [] };
  }
  if (state.suspended) return open(policy, directive, state, suspensionReviews(policy, directive, state));
  if (state.status === 'submitted') {
    const waiting = approvalReminders(policy, directive, state);
    return open(policy, directive, state, [...waiting, ...explanationSteps(policy, directive, state)]);
  }
  const ladder = new Ladder(policy, directive, state, state.assignedAt);
  const steps = [
    ...ladder.steps(),
    ...extraReminders(policy, directive, state),
    ...extensionReminders(policy, directive, state),
    ...explanationSteps(policy, directive, state),
  ];
  return open(
    policy,
    directive,
    state,
    steps,
    ladder.collapsed.filter((c) => concerns(directive, c.to)),
  );
}

const NOTHING: Schedule = { pending: [], steps: [], collapsed: [] };

function open(
  policy: Policy,
  directive: Directive,
  state: State,
  all: readonly Post[],
  collapsed: readonly Collapsed[] = [],
): Schedule {
  const { done, catchUp } = state;
  const back = takenBackIn(state);
  let steps = directive.hasCooperating ? all : all.filter((p) => concerns(directive, p.to));
  if (catchUp) steps = steps.map((p) => caughtUp(policy, directive, state, p));
  if (back) steps = steps.map((p) => heldUp(policy, directive, back, p));
  // A stretch of a life has few done: to look through them is quicker than a set of them made at each wake.
  return { pending: done.length === 0 ? steps : steps.filter((p) => !done.includes(p.key)), steps, collapsed };
}

/** Steps that had passed before old work was entered are told on the morning the import planned for them. */
function caughtUp(policy: Policy, directive: Directive, { catchUp }: State, post: Post): Post {
  if (!catchUp?.keys.includes(post.key)) return post;
  return { ...post, at: slotOn(policy, directive, workingDayOnOrAfter(directive.calendar, catchUp.on)) };
}

/** What came due while a result waited that was then taken back is told once it is: at once, or when the window opens. */
function heldUp(policy: Policy, directive: Directive, { at }: TakenBack, post: Post): Post {
  return post.at < at ? { ...post, at: intoWindow(policy, directive, at) } : post;
}

function assignment(policy: Policy, directive: Directive): Post[] {
  const opens = directive.opensOn === undefined ? directive.issuedAt : instantAt(directive.opensOn, 0);
  const at = intoWindow(policy, directive, Math.max(directive.issuedAt, opens));
  const cause: Cause = { event: 'issued' };
  const copies = policy.assign.copy.filter((to) => concerns(directive, to));
  return [
    { key: 'assign', stage: 'assign', kind: 'assignment', to: policy.assign.to, at, cause },
    ...copies.map((to): Post => ({ key: `copy:${to}`, stage: 'assign', kind: 'copy', to, at, cause })),
  ];
}

function approvalReminders(policy: Policy, directive: Directive, state: State): Post[] {
  const { approveWithin, atMost = 1 } = policy.close;
  if (!approveWithin || state.submittedAt === undefined) return [];
  const days = repeated(directive, dayOf(state.endorsedAt ?? state.submittedAt), approveWithin, atMost);
  return reminders(policy, directive, days, {
    name: 'approve',
    scope: scopes.submission(state),
    stage: 'close',
    kind: 'approval-reminder',
    event: 'submitted',
    to: whoseTurn(policy, state),
  });
}

/** A suspension must not be forgotten: the office is asked on the day it named, else every so often. */
const SUSPENSION_REVIEW: DayCount = { workingDays: 22 };
const MOST_SUSPENSION_REVIEWS = 24;

function suspensionReviews(policy: Policy, directive: Directive, state: State): Post[] {
  if (!state.suspended) return [];
  const { at, until } = state.suspended;
  const first = until ?? dayOf(at);
  const later = repeated(directive, first, SUSPENSION_REVIEW, MOST_SUSPENSION_REVIEWS);
  const days = until === null ? later : [nextWorkedNumber(directive.calendar, dayNumber(until), 1), ...later];
  return reminders(policy, directive, days, {
    name: 'suspended',
    scope: scopes.suspension(state),
    stage: 'assign',
    kind: 'suspension-review',
    event: 'suspended',
    to: policy.close.approvedBy,
  });
}

const MOST_EXTENSION_REMINDERS = 5;

function extensionReminders(policy: Policy, directive: Directive, state: State): Post[] {
  const within = policy.extension?.answerWithin;
  if (!state.extension || !within) return [];
  const { since, offered } = state.extension;
  const days = repeated(directive, dayOf(since), within, MOST_EXTENSION_REMINDERS);
  return reminders(policy, directive, days, {
    name: 'extension',
    scope: scopes.extension(state),
    stage: 'assign',
    ...(offered
      ? { kind: 'offer-reminder', event: 'extension-offered', to: policy.assign.to }
      : { kind: 'extension-reminder', event: 'extension-asked', to: policy.close.approvedBy }),
  });
}

function extraReminders(policy: Policy, directive: Directive, state: State): Post[] {
  return state.extraReminders.map((day) => ({
    key: `extra.${day}/${scopes.whole()}`,
    stage: 'remind',
    kind: 'due-reminder',
    to: policy.assign.to,
    at: slotOn(policy, directive, workingDayOnOrAfter(directive.calendar, day)),
    cause: { event: 'adjusted' },
  }));
}

/** `times` days as numbers, each one span after the last; the first is one span after `from`. */
function repeated({ calendar }: Directive, from: Day, span: DayCount, times: number): number[] {
  const days: number[] = [];
  for (let day = dayNumber(from); days.length < times; ) {
    day = workedNumberAfter(calendar, day, span);
    days.push(day);
  }
  return days;
}

interface Reminder {
  readonly name: string;
  readonly scope: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly event: Extract<Cause, { event: string }>['event'];
  readonly to: Role;
}

function reminders(policy: Policy, directive: Directive, days: readonly number[], reminder: Reminder): Post[] {
  const { name, scope, stage, kind, event, to } = reminder;
  const slot = slotWithin(policy, directive);
  return days.map((day, i) => ({
    key: `${name}/${scope}#${i + 1}`,
    stage,
    kind,
    to,
    at: startOfNumber(day) + slot,
    cause: { event, repeat: i + 1 },
  }));
}
