import type { EscalationTrigger, Policy, ReminderTrigger, Role, Rung, Trigger } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type Day, dayOf, type Instant, laterDay } from '../time/day.ts';
import { workingDayAfter, workingDayBefore } from '../time/day-count.ts';
import { acknowledgeSince, silentSince } from './clocks.ts';
import type { Directive } from './directive.ts';
import type { Post, PostKind, Stage } from './post.ts';
import type { Collapsed } from './schedule.ts';
import { scopes } from './scope.ts';
import type { State } from './state.ts';
import { slotOn } from './window.ts';

/** When a rung first strikes, what its key is scoped by, and the last day on which it makes sense. */
interface Clock {
  readonly first: Day;
  readonly scope: string;
  readonly until?: Day;
}

/** The rungs of the three clocks, for a directive that is assigned, not submitted and not suspended. */
export class Ladder {
  readonly collapsed: Collapsed[] = [];
  /** The day the lead got the ball in this round: no clock of the round starts earlier. */
  private readonly roundDay: Day;
  private readonly silentSince: Day;
  private readonly acknowledgeSince: Day;

  constructor(
    private readonly policy: Policy,
    private readonly directive: Directive,
    private readonly state: State,
    assignedAt: Instant,
  ) {
    this.roundDay = dayOf(state.roundFrom ?? assignedAt);
    this.silentSince = dayOf(silentSince(state, assignedAt));
    this.acknowledgeSince = dayOf(acknowledgeSince(state, assignedAt));
  }

  steps(): Post[] {
    return [...this.acknowledgement(), ...this.rungs('remind'), ...this.rungs('escalate')];
  }

  /** The reminder of `acknowledgeWithin`: the first rung of the acknowledgement clock. */
  private acknowledgement(): Post[] {
    const { acknowledgeWithin, to } = this.policy.assign;
    if (!acknowledgeWithin) return [];
    return this.rung('remind', 'acknowledge', { to, when: { whenUnacknowledgedFor: acknowledgeWithin } });
  }

  private rungs(stage: 'remind' | 'escalate'): Post[] {
    const rungs: readonly Rung<ReminderTrigger | EscalationTrigger>[] = this.policy[stage];
    const { edition = 0 } = this.state.terms ?? {};
    const ladder = edition === 0 ? stage : `e${edition}.${stage}`;
    return rungs.flatMap((rung, i) => this.rung(stage, `${ladder}.${i}`, rung));
  }

  private rung(stage: Stage, name: string, rung: Rung): Post[] {
    const clock = this.clockOf(rung.when, name, rung.to);
    if (!clock) return [];
    const posts: Post[] = [];
    const { leadAcknowledged: heard = [] } = this.state;
    const except = 'whenUnacknowledgedFor' in rung.when && heard.length > 0 ? { except: heard } : {};
    let day = clock.first;
    for (let n = 1; n <= (rung.atMost ?? 1); n++) {
      if (n > 1 && rung.every) day = workingDayAfter(this.directive.calendar, day, rung.every);
      if (clock.until !== undefined && day > clock.until) break;
      if (stage === 'remind' && this.state.quietUntil !== null && day < this.state.quietUntil) continue;
      posts.push({
        key: `${name}/${clock.scope}${n > 1 ? `#${n}` : ''}`,
        stage,
        kind: kindOf(rung.when, stage),
        to: rung.to,
        ...except,
        at: slotOn(this.policy, this.directive, day),
        cause: {
          rung: rung.when,
          ...present({ repeat: n > 1 ? n : undefined, letter: rung.letter }),
        },
      });
    }
    return posts;
  }

  private clockOf(when: Trigger, name: string, to: Role): Clock | null {
    const { state, directive } = this;
    const { calendar } = directive;
    const scope = scopes.round(state);
    if ('whenUnacknowledgedFor' in when) {
      if (state.acknowledgedAt !== undefined) return null;
      const first = workingDayAfter(calendar, this.acknowledgeSince, when.whenUnacknowledgedFor);
      return { first, scope: scopes.acknowledgement(state) };
    }
    if ('whenSilentFor' in when) {
      const first = workingDayAfter(calendar, this.silentSince, when.whenSilentFor);
      // Past the deadline the due clock has taken over: silence is then part of being late.
      return { first, scope: scopes.silence(state), ...present({ until: state.due ?? undefined }) };
    }
    if (state.due === null) return null;
    if ('before' in when) {
      const first = workingDayBefore(calendar, state.due, when.before);
      if (first > this.roundDay) return { first, scope };
      this.collapsed.push({ key: `${name}/${scope}`, to, when, day: first });
      return null;
    }
    // Issued or returned when already overdue: the clock counts from then, so nobody gets a flood for what has passed.
    return { first: workingDayAfter(calendar, laterDay(state.due, this.roundDay), when.after), scope };
  }
}

function kindOf(when: Trigger, stage: Stage): PostKind {
  if ('before' in when) return 'due-reminder';
  if ('after' in when) return 'overdue';
  if ('whenSilentFor' in when) return stage === 'remind' ? 'silence-reminder' : 'silence-escalation';
  return stage === 'remind' ? 'acknowledge-reminder' : 'unacknowledged-escalation';
}
