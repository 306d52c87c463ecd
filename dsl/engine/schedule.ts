import type { EscalationTrigger, Policy, ReminderTrigger, Role, Rung, Span, Trigger } from '../policy/policy.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, laterDay } from '../time/day.ts';
import { addWorkingDays, workingDayOnOrAfter, workingDayOnOrBefore } from '../time/work-calendar.ts';
import type { Directive } from './directive.ts';
import type { Post, PostKind, Stage } from './post.ts';
import { isClosed, type State } from './state.ts';
import { intoWindow, slotOn } from './window.ts';

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
  readonly collapsed: readonly Collapsed[];
}

/**
 * Every step the policy asks for from this state on, if nobody acts again. Derived afresh at each wake: nothing about
 * the future is stored, so a changed deadline or a return needs no bookkeeping.
 */
export function schedule(policy: Policy, directive: Directive, state: State): Schedule {
  if (isClosed(state)) return { pending: [], collapsed: [] };
  if (state.assignedAt === undefined) return { pending: assignment(policy, directive), collapsed: [] };
  const done = new Set(state.done);
  const open = (posts: Post[]) => posts.filter((p) => !done.has(p.key) && concerns(directive, p.to));
  if (state.status === 'submitted')
    return { pending: open(approvalReminders(policy, directive, state)), collapsed: [] };
  const ladder = new Ladder(policy, directive, state, state.assignedAt);
  const pending = open([...ladder.acknowledgement(), ...ladder.rungs('remind'), ...ladder.rungs('escalate')]);
  return { pending, collapsed: ladder.collapsed.filter((c) => concerns(directive, c.to)) };
}

function assignment(policy: Policy, directive: Directive): Post[] {
  const opens = directive.opensOn === undefined ? directive.issuedAt : instantAt(directive.opensOn, 0);
  const at = intoWindow(policy, directive, Math.max(directive.issuedAt, opens));
  const post = (key: string, kind: PostKind, to: Role): Post => ({
    ...{ key, stage: 'assign', kind, to, at },
    cause: { event: 'issued' },
  });
  const copies = policy.assign.copy.filter((to) => concerns(directive, to)).map((to) => post(`copy:${to}`, 'copy', to));
  return [post('assign', 'assignment', policy.assign.to), ...copies];
}

function approvalReminders(policy: Policy, directive: Directive, state: State): Post[] {
  const { approveWithin, approvedBy, atMost = 1 } = policy.close;
  if (!approveWithin || state.submittedAt === undefined) return [];
  const posts: Post[] = [];
  let day = dayOf(state.submittedAt);
  for (let n = 1; n <= atMost; n++) {
    day = dayAfter(directive, day, approveWithin);
    posts.push({
      key: `approve/${state.submissions}#${n}`,
      stage: 'close',
      kind: 'approval-reminder',
      to: approvedBy,
      at: slotOn(policy, directive, day),
      cause: { event: 'submitted', repeat: n },
    });
  }
  return posts;
}

/** The rungs of the three clocks, for a directive that is assigned and not submitted. */
class Ladder {
  readonly collapsed: Collapsed[] = [];
  /** The day the lead got the ball in this round: no clock of the round starts earlier. */
  private readonly roundDay: Day;
  private readonly silentSince: Day;
  private readonly assignedDay: Day;

  constructor(
    private readonly policy: Policy,
    private readonly directive: Directive,
    private readonly state: State,
    assignedAt: Instant,
  ) {
    this.assignedDay = dayOf(assignedAt);
    const roundFrom = state.roundFrom ?? assignedAt;
    this.roundDay = dayOf(roundFrom);
    this.silentSince = dayOf(Math.max(roundFrom, state.lastSignAt ?? 0));
  }

  /** The reminder of `acknowledgeWithin`: the first rung of the acknowledgement clock. */
  acknowledgement(): Post[] {
    const { acknowledgeWithin, to } = this.policy.assign;
    if (!acknowledgeWithin) return [];
    return this.rung('remind', 'acknowledge', { to, when: { whenUnacknowledgedFor: acknowledgeWithin } });
  }

  rungs(stage: 'remind' | 'escalate'): Post[] {
    const rungs: readonly Rung<ReminderTrigger | EscalationTrigger>[] = this.policy[stage];
    return rungs.flatMap((rung, i) => this.rung(stage, `${stage}.${i}`, rung));
  }

  private rung(stage: Stage, name: string, rung: Rung): Post[] {
    const clock = this.clockOf(rung.when, name, rung.to);
    if (!clock) return [];
    const posts: Post[] = [];
    let day = clock.first;
    for (let n = 1; n <= (rung.atMost ?? 1); n++) {
      if (n > 1 && rung.every) day = dayAfter(this.directive, day, rung.every);
      if (clock.until !== undefined && day > clock.until) break;
      posts.push({
        key: `${name}/${clock.scope}${n > 1 ? `#${n}` : ''}`,
        stage,
        kind: kindOf(rung.when, stage),
        to: rung.to,
        at: slotOn(this.policy, this.directive, day),
        cause: {
          rung: rung.when,
          ...(n > 1 ? { repeat: n } : {}),
          ...(rung.letter === undefined ? {} : { letter: rung.letter }),
        },
      });
    }
    return posts;
  }

  /** When a rung first strikes, what its key is scoped by, and the last day on which it makes sense. */
  private clockOf(when: Trigger, name: string, to: Role): { first: Day; scope: string; until?: Day } | null {
    const { state, directive } = this;
    const round = `r${state.round}`;
    if ('whenUnacknowledgedFor' in when) {
      if (state.acknowledgedAt !== undefined) return null;
      return { first: dayAfter(directive, this.assignedDay, when.whenUnacknowledgedFor), scope: 'a' };
    }
    if ('whenSilentFor' in when) {
      const first = dayAfter(directive, this.silentSince, when.whenSilentFor);
      // Past the deadline the due clock has taken over: silence is then part of being late.
      return { first, scope: `${round}s${state.signs}`, ...(state.due === null ? {} : { until: state.due }) };
    }
    if (state.due === null) return null;
    if ('before' in when) {
      const first = dayBefore(directive, state.due, when.before);
      if (first > this.roundDay) return { first, scope: round };
      this.collapsed.push({ key: `${name}/${round}`, to, when, day: first });
      return null;
    }
    // Issued or returned when already overdue: the clock counts from then, so nobody gets a flood for what has passed.
    return { first: dayAfter(directive, laterDay(state.due, this.roundDay), when.after), scope: round };
  }
}

function kindOf(when: Trigger, stage: Stage): PostKind {
  if ('before' in when) return 'due-reminder';
  if ('after' in when) return 'overdue';
  if ('whenSilentFor' in when) return stage === 'remind' ? 'silence-reminder' : 'silence-escalation';
  return stage === 'remind' ? 'acknowledge-reminder' : 'unacknowledged-escalation';
}

/** Messages for cooperating agencies make sense only where the directive names some. */
export function concerns(directive: Directive, role: Role): boolean {
  return directive.hasCooperating || !role.includes('cooperating');
}

/** A day off is never a day to send: a step after something moves to the next working day … */
function dayAfter({ calendar }: Directive, day: Day, span: Span): Day {
  return 'days' in span
    ? workingDayOnOrAfter(calendar, addDays(day, span.days))
    : addWorkingDays(calendar, day, span.workingDays);
}

/** … and a reminder before something to the one before, so that it never comes too late. */
function dayBefore({ calendar }: Directive, day: Day, span: Span): Day {
  return 'days' in span
    ? workingDayOnOrBefore(calendar, addDays(day, -span.days))
    : workingDayOnOrBefore(calendar, addWorkingDays(calendar, day, -span.workingDays));
}
