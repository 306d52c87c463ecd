import type { Policy, Role } from '../policy/policy.ts';
import type { Post } from '../rules/index.ts';
import { addDays, type Day, dayOf } from '../time/day.ts';
import type { DayCount } from '../time/day-count.ts';
import { type WorkCalendar, workingDayOnOrAfter, workingDaysBetween } from '../time/work-calendar.ts';
import type { ProofFault } from './verdict.ts';

/*
 * An overdue directive reaches the lead's head, then whoever watches over it, within what the policy itself promises. The
 * leader who concluded watches over what he gave out, where a policy tells him instead of the supervisor.
 */

const HEAD: readonly Role[] = ['headOf(lead)'];
const SUPERVISOR: readonly Role[] = ['supervisor', 'headOf(supervisor)', 'concluder'];

/** How soon after the date the policy promises that a role hears of it; empty = never. */
function promised(policy: Policy, roles: readonly Role[]): DayCount[] {
  return policy.escalate.flatMap(({ to, when }) => (roles.includes(to) && 'after' in when ? [when.after] : []));
}

/** Counted here and not with the rules' own arithmetic: working days in (from, day], or days to the next worked one. */
function keeps(calendar: WorkCalendar, span: DayCount, from: Day, day: Day): boolean {
  return 'days' in span
    ? day <= workingDayOnOrAfter(calendar, addDays(from, span.days))
    : workingDaysBetween(calendar, from, day) <= span.workingDays;
}

/** Holds the steps of a life against what the policy promises of who is told when a directive is late. */
export class Reach {
  private readonly head: DayCount[];
  private readonly supervisor: DayCount[];

  constructor(
    policy: Policy,
    private readonly calendar: WorkCalendar,
  ) {
    this.head = promised(policy, HEAD);
    this.supervisor = promised(policy, SUPERVISOR);
  }

  /**
   * What is wrong with the steps of a round in which the date passes, nobody acting. `from` = the later of the due day
   * and the day the lead got the ball; `steps` = every step of the round.
   */
  faultOf(steps: readonly Post[], from: Day): { readonly fault: ProofFault; readonly on: Day | null } | null {
    const head = firstTold(steps, HEAD);
    if (head === null) return { fault: { kind: 'never-told', role: 'headOf(lead)', overdueFrom: from }, on: null };
    const supervisor = firstTold(steps, SUPERVISOR);
    if (supervisor === null) return { fault: { kind: 'never-told', role: 'supervisor', overdueFrom: from }, on: null };
    if (supervisor < head) return { fault: { kind: 'wrong-order', head, supervisor }, on: supervisor };
    return (
      this.late('headOf(lead)', this.head, from, head) ?? this.late('supervisor', this.supervisor, from, supervisor)
    );
  }

  private late(role: Role, spans: readonly DayCount[], from: Day, told: Day): { fault: ProofFault; on: Day } | null {
    if (spans.every((span) => keeps(this.calendar, span, from, told))) return null;
    let latest = told;
    while (latest > from && !spans.every((span) => keeps(this.calendar, span, from, latest)))
      latest = addDays(latest, -1);
    return { fault: { kind: 'told-late', role, told, latest }, on: told };
  }
}

function firstTold(steps: readonly Post[], roles: readonly Role[]): Day | null {
  let first = Number.POSITIVE_INFINITY;
  for (const { kind, to, at } of steps) if (kind === 'overdue' && at < first && roles.includes(to)) first = at;
  return Number.isFinite(first) ? dayOf(first) : null;
}
