import type { Policy } from '../dsl/policy/policy.ts';
import { present } from '../dsl/present.ts';
import type { Directive } from '../dsl/rules/directive.ts';
import { type Lived, relive } from '../dsl/rules/relive.ts';
import { initialState, type State } from '../dsl/rules/state.ts';
import { inForce } from '../dsl/rules/terms.ts';
import type { PlanChange, WakeMark } from '../dsl/rules/wake.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DirectiveRecord, EventRecord } from './records.ts';

/** Finds the edition of a calendar that a directive names. */
export type FindCalendar = (reference: { readonly id: string; readonly version: string }) => WorkCalendar | undefined;

/** A directive as its workflow was started with it. */
export interface AsIssued {
  readonly policy: Policy;
  readonly directive: Directive;
}

/** A directive as its workflow has it, told from the register alone. */
export interface LifeOfLog extends AsIssued {
  readonly state: State;
  readonly nextWake: Instant | null;
  /** The next place in the log. */
  readonly seq: number;
}

/**
 * What a directive's workflow was started with.
 * @throws Error where nobody knows its calendar.
 */
export function asIssued(record: DirectiveRecord, log: readonly EventRecord[], find: FindCalendar): AsIssued {
  const plans = log.flatMap((event) => event.plan ?? []);
  const policy = plans.find((p) => p.previousPolicy)?.previousPolicy ?? record.policy;
  const issuedWith = plans.find((p) => p.previousCalendar)?.previousCalendar ?? record.calendar;
  const calendar = find(issuedWith);
  if (!calendar) throw new Error(`calendar ${issuedWith.id} ${issuedWith.version} is not known`);
  // The first event has the time of day the directive was issued with, unless it changed it at once.
  const dueTime = log[0] === undefined ? record.dueTime : log[0].dueTime;
  return {
    policy,
    directive: {
      id: record.id,
      interpreter: record.interpreter,
      ...present({ parent: record.parent?.id }),
      issuedAt: record.issuedAt,
      ...present({ opensOn: record.opensOn }),
      due: record.originalDue,
      ...present({ dueTime: dueTime ?? undefined }),
      hasCooperating: cooperatedAtIssue(record, plans),
      ...present({ parties: record.partiesAtIssue, traits: record.traits }),
      calendar,
    },
  };
}

/**
 * Lives a directive again from its log: the very state its workflow has, without asking Temporal.
 * @throws Error where the log cannot be what the rules made: a calendar nobody knows, an act they refuse.
 */
export function lifeOfLog(record: DirectiveRecord, log: readonly EventRecord[], find: FindCalendar): LifeOfLog {
  const { policy, directive } = asIssued(record, log, find);
  let state = initialState(directive);
  let nextWake: Instant | null = record.issuedAt;
  for (const { woken } of livesOfLog({ policy, directive }, log)) ({ state, nextWake } = woken);
  return { policy, directive, state, nextWake, seq: (log.at(-1)?.seq ?? -1) + 1 };
}

/** What each event of a log came to, in order. */
export function livesOfLog(
  { policy, directive }: AsIssued,
  log: readonly EventRecord[],
): Iterable<Lived<WakeMark & { readonly event: EventRecord }>> {
  return relive(
    policy,
    directive,
    log.map((event) => ({ at: event.at, ...present({ act: event.act ?? undefined }), event })),
  );
}

/** Did it name cooperating agencies when it was issued? Others may have been merged into it since. */
export function cooperatedAtIssue(
  { cooperating, partiesAtIssue }: Pick<DirectiveRecord, 'cooperating' | 'partiesAtIssue'>,
  plans: readonly PlanChange[],
): boolean {
  if (partiesAtIssue) return partiesAtIssue.cooperating.length > 0;
  return plans.find((p) => p.previouslyCooperating !== undefined)?.previouslyCooperating ?? cooperating.length > 0;
}

/** The policy and calendar a directive follows now. */
export function termsNow({ policy, directive, state }: LifeOfLog): ReturnType<typeof inForce> {
  return inForce(policy, directive, state);
}
