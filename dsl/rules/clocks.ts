import type { Policy, Role } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type ClockTime, type Day, dayOf, type Instant } from '../time/day.ts';
import { workingDayAfter } from '../time/day-count.ts';
import type { Directive } from './directive.ts';
import { dueAt, isLate } from './late.ts';
import { type Explanation, isClosed, type State } from './state.ts';
import { inForce } from './terms.ts';
import { whoseTurn } from './turn.ts';

/** How the clocks of a directive stand: all that pages and messages say of its dates. */
export interface Clocks {
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Is the deadline one to keep: it is open, dated, and its clocks are not held? */
  readonly dueCounts: boolean;
  /** `isLate` as of this instant: late now, or its result was handed in late. */
  readonly late: boolean;
  /** When the present lead was given it; absent before the assignment. */
  readonly leadSince?: Instant;
  /** Last day to acknowledge; absent where nobody need, or has. */
  readonly acknowledgeBy?: Day;
  /** Last sign of life of the present lead. */
  readonly lastSignAt?: Instant;
  /** Since when its silence is counted; absent while nothing is waited for from the lead. */
  readonly silentSince?: Instant;
  /** The open request for more time, and who owes the answer. */
  readonly extension?: NonNullable<State['extension']> & { readonly turn: Role };
  /** The open request for an explanation, whether its day has passed without an answer, and who must do the next thing. */
  readonly explanation?: Explanation & { readonly late: boolean; readonly turn: Role };
  /** Since when the last result handed in waits, or waited. */
  readonly submittedAt?: Instant;
  readonly suspendedAt?: Instant;
  /** Who must do the next thing; absent where nobody must: not assigned yet, or closed. */
  readonly turn?: Role;
}

/** The clocks at an instant. What is not said is left out. */
export function clocksOf(issuedPolicy: Policy, issuedDirective: Directive, state: State, now: Instant): Clocks {
  const { policy, directive } = inForce(issuedPolicy, issuedDirective, state);
  const { status, due, dueTime, submittedAt, closedAt, suspended, extension, acknowledgedAt } = state;
  const leadSince = leadSinceOf(state);
  const held = isClosed(state) || suspended !== null;
  const working = !held && leadSince !== undefined && status !== 'submitted';
  const within = policy.assign.acknowledgeWithin;
  const lastSignAt =
    state.lastSignAt !== undefined && state.lastSignAt >= (leadSince ?? 0) ? state.lastSignAt : undefined;
  const turn = turnOf(policy, state);
  return {
    due,
    ...present({ dueTime: dueTime ?? undefined }),
    dueCounts: due !== null && !held,
    late: isLate(
      { status, dueAt: dueAt(due, dueTime), submittedAt: submittedAt ?? null, closedAt: closedAt ?? null },
      now,
    ),
    ...present({
      leadSince,
      acknowledgeBy:
        within && working && acknowledgedAt === undefined
          ? workingDayAfter(directive.calendar, dayOf(acknowledgeSince(state, leadSince)), within)
          : undefined,
      lastSignAt,
      silentSince: working ? silentSince(state, leadSince) : undefined,
      extension:
        extension === null || held
          ? undefined
          : { ...extension, turn: extension.offered ? policy.assign.to : policy.close.approvedBy },
      explanation: held ? undefined : explanationOf(policy, state, now),
      submittedAt,
      suspendedAt: suspended?.at,
      turn,
    }),
  };
}

function explanationOf(policy: Policy, { explanation }: State, now: Instant): Clocks['explanation'] {
  if (explanation == null) return undefined;
  const { due, asker, answeredAt } = explanation;
  return {
    ...explanation,
    late: answeredAt === undefined && dayOf(now) > due,
    turn: answeredAt === undefined ? policy.assign.to : asker,
  };
}

/** Since when an acknowledgement is waited for. */
export function acknowledgeSince({ acknowledgeFrom = 0 }: State, assignedAt: Instant): Instant {
  return Math.max(assignedAt, acknowledgeFrom);
}

/** Since when the lead's silence is counted: its last sign of life, or the beginning of the round. */
export function silentSince({ roundFrom, lastSignAt = 0 }: State, assignedAt: Instant): Instant {
  return Math.max(roundFrom ?? assignedAt, lastSignAt);
}

/** A state that an older program left off with knows of the present lead only when its acknowledgement was asked for. */
function leadSinceOf({ leadSince, reassignments, acknowledgeFrom, assignedAt }: State): Instant | undefined {
  return leadSince ?? (reassignments > 0 ? acknowledgeFrom : assignedAt);
}

function turnOf(policy: Policy, state: State): Role | undefined {
  if (isClosed(state) || state.assignedAt === undefined) return undefined;
  if (state.suspended) return policy.close.approvedBy;
  return state.status === 'submitted' ? whoseTurn(policy, state) : policy.assign.to;
}
