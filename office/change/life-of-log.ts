import type { Policy } from '../../dsl/policy/index.ts';
import { type Directive, inForce, initialState, type PlanChange, type State, wakeUp } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { DirectiveRecord, EventRecord } from '../../register/index.ts';
import type { FindCalendar } from './calendar-in-force.ts';

/** A directive as its workflow has it, told from the register alone. */
export interface LifeOfLog {
  /** As issued: what the workflow was started with. */
  readonly policy: Policy;
  readonly directive: Directive;
  readonly state: State;
  readonly nextWake: Instant | null;
  /** The next place in the log. */
  readonly seq: number;
}

/**
 * Lives a directive again from its log. An instant and an act fix a wake and all else follows by the rules, so this is
 * the very state its workflow has, without asking Temporal.
 * @throws Error where the log cannot be what the rules made: a calendar nobody knows, an act they refuse.
 */
export function lifeOfLog(record: DirectiveRecord, log: readonly EventRecord[], find: FindCalendar): LifeOfLog {
  const plans = log.flatMap((event) => event.plan ?? []);
  const policy = plans.find((p) => p.previousPolicy)?.previousPolicy ?? record.policy;
  const issuedWith = plans.find((p) => p.previousCalendar)?.previousCalendar ?? record.calendar;
  const calendar = find(issuedWith);
  if (!calendar) throw new Error(`calendar ${issuedWith.id} ${issuedWith.version} is not known`);
  // The first event has the time of day the directive was issued with, unless it changed it at once.
  const dueTime = log[0] === undefined ? record.dueTime : log[0].dueTime;
  const directive: Directive = {
    id: record.id,
    issuedAt: record.issuedAt,
    ...(record.opensOn === undefined ? {} : { opensOn: record.opensOn }),
    due: record.originalDue,
    ...(dueTime == null ? {} : { dueTime }),
    hasCooperating: cooperatedAtIssue(record, plans),
    calendar,
  };
  let state = initialState(directive);
  let nextWake: Instant | null = record.issuedAt;
  for (const { at, act } of log) {
    const woken = wakeUp(policy, directive, state, at, act?.act);
    if ('refusal' in woken)
      throw new Error(`${record.id}: the log holds an act the rules refuse: ${woken.refusal.code}`);
    state = woken.state;
    nextWake = woken.nextWake;
  }
  return { policy, directive, state, nextWake, seq: (log.at(-1)?.seq ?? -1) + 1 };
}

/** Did it name cooperating agencies when it was issued? Others may have been merged into it since. */
export function cooperatedAtIssue({ cooperating }: DirectiveRecord, plans: readonly PlanChange[]): boolean {
  return plans.find((p) => p.previouslyCooperating !== undefined)?.previouslyCooperating ?? cooperating.length > 0;
}

/** The policy and calendar a directive follows now. */
export function termsNow({ policy, directive, state }: LifeOfLog): ReturnType<typeof inForce> {
  return inForce(policy, directive, state);
}
