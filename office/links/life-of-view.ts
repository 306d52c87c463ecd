import { type DirectiveView, type LifeOfLog, lifeOfLog, type Register } from '../../register/index.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';

/** How the rules see a directive that is shown. @throws Error as `lifeOfLog`. */
export async function lifeOfView(register: Register, { directive, events }: DirectiveView): Promise<LifeOfLog> {
  return lifeOfLog(directive, events, await knownCalendars(register));
}
