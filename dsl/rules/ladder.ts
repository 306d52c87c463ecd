import { speaksOf } from '../policy/conditions.ts';
import type { EscalationTrigger, Policy, ReminderTrigger, Role, Rung, Trigger } from '../policy/policy.ts';
import { dayFromNumber, dayNumber, dayNumberOf, type Instant, startOfNumber } from '../time/day.ts';
import { workedNumberAfter, workedNumberBefore } from '../time/day-count.ts';
import { acknowledgeSince, silentSince } from './clocks.ts';
import type { Directive } from './directive.ts';
import type { Cause, Post, PostKind, Stage } from './post.ts';
import type { Collapsed } from './schedule.ts';
import { scopes, scopeWithin, takenBackIn } from './scope.ts';
import type { State, TakenBack } from './state.ts';
import { slotWithin } from './window.ts';

/** When a rung first strikes, what its key is scoped by, and the last day on which it makes sense; days as numbers. */
interface Clock {
  readonly first: number;
  readonly scope: string;
  readonly until?: number;
  /** Is it one that counts to or from the deadline? */
  readonly ofDue?: true;
}

/** The rungs of the three clocks, for a directive that is assigned, not submitted and not suspended. */
export class Ladder {
  readonly collapsed: Collapsed[] = [];
  /** The day the lead got the ball in this round: no clock of the round starts earlier. */
  private readonly roundDay: number;
  private readonly silentSince: number;
  private readonly acknowledgeSince: number;
  private readonly due: number | null;
  private readonly quietUntil: number;
  private readonly slot: number;
  private readonly takenBack: TakenBack | undefined;

  constructor(
    private readonly policy: Policy,
    private readonly directive: Directive,
    private readonly state: State,
    assignedAt: Instant,
  ) {
    this.roundDay = dayNumberOf(state.roundFrom ?? assignedAt);
    this.silentSince = dayNumberOf(silentSince(state, assignedAt));
    this.acknowledgeSince = dayNumberOf(acknowledgeSince(state, assignedAt));
    this.due = state.due === null ? null : dayNumber(state.due);
    this.quietUntil = state.quietUntil === null ? Number.NEGATIVE_INFINITY : dayNumber(state.quietUntil);
    this.slot = slotWithin(policy, directive);
    this.takenBack = takenBackIn(state);
  }

  steps(): Post[] {
    const posts: Post[] = [];
    this.acknowledgement(posts);
    this.rungs(posts, 'remind');
    this.rungs(posts, 'escalate');
    return posts;
  }

  /** The reminder of `acknowledgeWithin`: the first rung of the acknowledgement clock. */
  private acknowledgement(posts: Post[]): void {
    const { acknowledgeWithin, to } = this.policy.assign;
    if (!acknowledgeWithin) return;
    this.rung(posts, 'remind', 'acknowledge', { to, when: { whenUnacknowledgedFor: acknowledgeWithin } });
  }

  private rungs(posts: Post[], stage: 'remind' | 'escalate'): void {
    const rungs: readonly Rung<ReminderTrigger | EscalationTrigger>[] = this.policy[stage];
    const { edition = 0 } = this.state.terms ?? {};
    const ladder = edition === 0 ? stage : `e${edition}.${stage}`;
    for (const [i, rung] of rungs.entries()) this.rung(posts, stage, `${ladder}.${i}`, rung);
  }

  private rung(posts: Post[], stage: Stage, name: string, rung: Rung): void {
    if (!speaksOf(rung, this.directive.traits, this.due !== null)) return;
    const clock = this.clockOf(rung.when, name, rung.to);
    if (!clock) return;
    const { leadAcknowledged: heard = [] } = this.state;
    const except = 'whenUnacknowledgedFor' in rung.when && heard.length > 0 ? heard : undefined;
    const kind = kindOf(rung.when, stage);
    let day = clock.first;
    for (let n = 1; n <= (rung.atMost ?? 1); n++) {
      if (n > 1 && rung.every) day = workedNumberAfter(this.directive.calendar, day, rung.every);
      if (clock.until !== undefined && day > clock.until) break;
      if (stage === 'remind' && day < this.quietUntil) continue;
      const at = startOfNumber(day) + this.slot;
      const scope = clock.ofDue && this.takenBack ? scopeWithin(clock.scope, this.takenBack, at) : clock.scope;
      const key = n > 1 ? `${name}/${scope}#${n}` : `${name}/${scope}`;
      const cause = causeOf(rung, n);
      // Written out, and no spread of what may be absent: the checker asks for millions of steps.
      posts.push(
        except === undefined
          ? { key, stage, kind, to: rung.to, at, cause }
          : { key, stage, kind, to: rung.to, except, at, cause },
      );
    }
  }

  private clockOf(when: Trigger, name: string, to: Role): Clock | null {
    const { state, directive, due } = this;
    const { calendar } = directive;
    const scope = scopes.round(state);
    if ('whenUnacknowledgedFor' in when) {
      if (state.acknowledgedAt !== undefined) return null;
      const first = workedNumberAfter(calendar, this.acknowledgeSince, when.whenUnacknowledgedFor);
      return { first, scope: scopes.acknowledgement(state) };
    }
    if ('whenSilentFor' in when) {
      const first = workedNumberAfter(calendar, this.silentSince, when.whenSilentFor);
      // Past the deadline the due clock has taken over: silence is then part of being late.
      const silence = scopes.silence(state);
      return due === null ? { first, scope: silence } : { first, scope: silence, until: due };
    }
    if (due === null) return null;
    if ('before' in when) {
      const first = workedNumberBefore(calendar, due, when.before);
      if (first > this.roundDay) return { first, scope, ofDue: true };
      this.collapsed.push({ key: `${name}/${scope}`, to, when, day: dayFromNumber(first) });
      return null;
    }
    // Issued or returned when already overdue: the clock counts from then, so nobody gets a flood for what has passed.
    return { first: workedNumberAfter(calendar, Math.max(due, this.roundDay), when.after), scope, ofDue: true };
  }
}

function causeOf({ when: rung, letter }: Rung, n: number): Cause {
  if (letter !== undefined) return n > 1 ? { rung, repeat: n, letter } : { rung, letter };
  return n > 1 ? { rung, repeat: n } : { rung };
}

function kindOf(when: Trigger, stage: Stage): PostKind {
  if ('before' in when) return 'due-reminder';
  if ('after' in when) return 'overdue';
  if ('whenSilentFor' in when) return stage === 'remind' ? 'silence-reminder' : 'silence-escalation';
  return stage === 'remind' ? 'acknowledge-reminder' : 'unacknowledged-escalation';
}
