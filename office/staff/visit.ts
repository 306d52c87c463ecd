import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { type Agency, agencyOn, type Directory, type StaffSession } from '../../register/index.ts';
import { OFFICE_NAME } from '../../texts/names.ts';
import { sessionVisit, type Visit } from '../links/index.ts';

/** An office of which the directory says nothing yet. */
const UNNAMED: Agency = { id: 'van-phong', name: OFFICE_NAME, aliases: [], kind: 'van-phong' };

/**
 * Whoever works in the office reads a directive's page as the secretariat. `operator`: the id of their name in the
 * register, for no name goes into Temporal.
 */
export function staffVisit(
  session: StaffSession,
  operator: string,
  directory: Directory,
  directiveId: string,
  now: Instant,
): Visit {
  const { secretariat } = directory.offices;
  const agency = (secretariat === undefined ? undefined : agencyOn(directory, secretariat, dayOf(now))) ?? UNNAMED;
  return sessionVisit('vp', session, {
    directiveId,
    person: { id: operator, name: session.name },
    agency,
    role: 'secretariat',
    as: { party: 'secretariat', agency: agency.id, operator, door: 'page' },
  });
}
