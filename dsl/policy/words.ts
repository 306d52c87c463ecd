import type { DayCount } from '../time/day-count.ts';
import type {
  AfterDue,
  BeforeDue,
  Conditions,
  OnDayOff,
  Party,
  PersonRole,
  Role,
  WhenSilent,
  WhenUnacknowledged,
} from './policy.ts';

/*
 * The words a policy is written with. Each is a plain value or a function to one, so that a policy reads like the
 * sentence it stands for and still is data.
 */

export const lead = 'lead' satisfies Party;
export const cooperating = 'cooperating' satisfies Party;
export const supervisor = 'supervisor' satisfies Party;
export const issuer = 'issuer' satisfies Party;
export const secretariat = 'secretariat' satisfies Party;

/** The head of a party's agency on the day (or who acts for them). */
export function headOf<P extends Party>(party: P): `headOf(${P})` {
  return `headOf(${party})` as const;
}

/** The deputies of a party's head: `deputiesOf(issuer)` are the vice-chairmen. */
export function deputiesOf<P extends Party>(party: P): `deputiesOf(${P})` {
  return `deputiesOf(${party})` as const;
}

/** The leader of the issuer who concluded: the chairman or the vice-chairman named by the notice. */
export const concluder = 'concluder' satisfies Role;

/** The one of the office who issued the notice; where the directory does not know them, whoever the office is told by. */
export const clerk = 'clerk' satisfies Role;

/** One person, by their id in the directory: `person('pham-hong-loan')`. A role outlives its people; this does not. */
export function person(id: string): PersonRole {
  return `person(${id})`;
}

/** Days of the calendar. */
export function days(n: number): DayCount {
  return { days: n };
}

/** Days worked by civil servants: weekdays less the days off, plus the Saturdays worked in exchange. */
export function workingDays(n: number): DayCount {
  return { workingDays: n };
}

/** The rung fires a span before the due day: `before(workingDays(5))`. */
export function before(span: DayCount): BeforeDue {
  return { before: span };
}

/** The rung fires a span after the due day: `after(days(1))`. */
export function after(span: DayCount): AfterDue {
  return { after: span };
}

/** The rung fires once the lead has given no sign of life for a span: `whenSilentFor(workingDays(15))`. */
export function whenSilentFor(span: DayCount): WhenSilent {
  return { whenSilentFor: span };
}

/** The rung fires once the lead has not acknowledged for a span since the assignment. */
export function whenUnacknowledgedFor(span: DayCount): WhenUnacknowledged {
  return { whenUnacknowledgedFor: span };
}

/** The span between two repeats of a rung. */
export interface Every {
  readonly every: DayCount;
}

/** How often a rung fires in all, the first time included. */
export interface AtMost {
  readonly atMost: number;
}

/** A rung comes again each time this span has passed: `every(workingDays(3))`. Stands with `atMost`. */
export function every(span: DayCount): Every {
  return { every: span };
}

/** … and no more often than this in all: no ladder runs for ever. */
export function atMost(times: number): AtMost {
  return { atMost: times };
}

/** Of which directives a rung speaks. */
export interface OnlyWhen {
  readonly onlyWhen: Conditions;
}

/** … and of which it does not. */
export interface Unless {
  readonly unless: Conditions;
}

/** The rung speaks of such directives alone: `onlyWhen({ urgency: ['khẩn', 'hoả tốc'], given: 'group' })`. */
export function onlyWhen(conditions: Conditions): OnlyWhen {
  return { onlyWhen: conditions };
}

/** The rung does not speak of such directives: `unless({ urgency: 'hoả tốc' })`. */
export function unless(conditions: Conditions): Unless {
  return { unless: conditions };
}

/** What becomes of an occurrence on a day off: `policy('…', '…', { onDayOff: nextWorkingDay })`. */
export const keep = 'keep' satisfies OnDayOff;
export const skip = 'skip' satisfies OnDayOff;
export const nextWorkingDay = 'next-working-day' satisfies OnDayOff;
export const previousWorkingDay = 'previous-working-day' satisfies OnDayOff;
