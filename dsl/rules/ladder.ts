import { speaksOf } from '../policy/conditions.ts';
import type { Policy, Role, Trigger } from '../policy/policy.ts';
import { dayFromNumber, dayNumber, dayNumberOf, type Instant, startOfNumber } from '../time/day.ts';
import { workedNumberAfter, workedNumberBefore } from '../time/day-count.ts';
import { acknowledgeSince, silentSince } from './clocks.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { type LadderRung, ladderOf, stepKey } from './rungs.ts';
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
  private readonly round: string;

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
    this.round = scopes.round(state);
  }

  steps(): Post[] {
    const posts: Post[] = [];
    for (const rung of ladderOf(this.policy, this.state.terms?.edition ?? 0)) this.rung(posts, rung);
    return posts;
  }

  private rung(posts: Post[], { stage, name, kind, rung, causes }: LadderRung): void {
    if (!speaksOf(rung, this.directive.traits, this.due !== null)) return;
    const clock = this.clockOf(rung.when, name, rung.to);
    if (!clock) return;
    const { leadAcknowledged: heard = [] } = this.state;
    const except = 'whenUnacknowledgedFor' in rung.when && heard.length > 0 ? heard : undefined;
    let day = clock.first;
    for (const [i, cause] of causes.entries()) {
      const n = i + 1;
      if (n > 1 && rung.every) day = workedNumberAfter(this.directive.calendar, day, rung.every);
      if (clock.until !== undefined && day > clock.until) break;
      if (stage === 'remind' && day < this.quietUntil) continue;
      const at = startOfNumber(day) + this.slot;
      const scope = clock.ofDue && this.takenBack ? scopeWithin(clock.scope, this.takenBack, at) : clock.scope;
      const key = stepKey(name, scope, n);
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
    const scope = this.round;
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
