import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { FindCalendar, Register } from '../../register/index.ts';

/** The calendar new directives are issued with: the newest edition in the register, else the one that ships. */
export function calendarInForce(register: Register): Promise<WorkCalendar> {
  return register.calendars.newest(civilServants);
}

/** Every edition that is known: those in the register, and the one that ships. */
export async function knownCalendars(register: Register): Promise<FindCalendar> {
  const known = [...(await register.calendars.list()).map((c) => c.calendar), civilServants];
  return ({ id, version }) => known.find((c) => c.id === id && c.version === version);
}
