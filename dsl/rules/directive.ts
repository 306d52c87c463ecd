import type { Traits } from '../policy/policy.ts';
import { present } from '../present.ts';
import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { NamedAgency } from './act.ts';

/**
 * What the rules need to know of a directive, fixed when it is issued. No people, no text: this travels in workflow
 * histories, which anyone who operates Temporal can read.
 */
export interface Directive {
  /** Id in the register; also seeds the spread of sending times. */
  readonly id: string;
  /** Version of the rules it is followed by (`version.ts`); absent = the newest, for what nobody has issued yet. */
  readonly interpreter?: number;
  /** Of a member's share of what a group was given: id of the whole. The shares keep time together. */
  readonly parent?: string;
  /** When it was issued: nothing is sent earlier. */
  readonly issuedAt: Instant;
  /** An occurrence of a recurring directive is not assigned before this day. */
  readonly opensOn?: Day;
  /** Last day still on time; null = no deadline. */
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** Does the directive name cooperating agencies? */
  readonly hasCooperating: boolean;
  /** Who takes part, as issued; absent where that is not known: the first interpreter did not ask. */
  readonly parties?: TakingPart;
  /** What rungs that speak of some directives only ask; absent where it was issued before anybody wrote it down. */
  readonly traits?: Traits;
  readonly calendar: WorkCalendar;
}

/** The agencies that take part, never people. */
export interface TakingPart {
  readonly lead: readonly NamedAgency[];
  readonly cooperating: readonly NamedAgency[];
}

/** Are they one agency: by their ids in the directory, or by their words where one of them has none? */
export function isSameAgency(a: NamedAgency, b: NamedAgency): boolean {
  return a.agency !== undefined && b.agency !== undefined
    ? a.agency === b.agency
    : a.name.trim().toLocaleLowerCase('vi') === b.name.trim().toLocaleLowerCase('vi');
}

/** Is an agency one of these, by id where both have one, else by name? */
export function isAmong(one: NamedAgency, others: readonly NamedAgency[]): boolean {
  return others.some((other) => isSameAgency(one, other));
}

/** What the rules are told of who takes part. */
export function partiesOf(named: TakingPart): TakingPart {
  const words = ({ name, agency }: NamedAgency): NamedAgency => ({ name, ...present({ agency }) });
  return { lead: named.lead.map(words), cooperating: named.cooperating.map(words) };
}
