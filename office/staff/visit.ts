import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { type Agency, agencyOn, type Directory, type StaffSession } from '../../register/index.ts';
import { OFFICE_NAME } from '../../texts/names.ts';
import { BY_LINK } from '../links/grant.ts';
import type { Visit } from '../links/index.ts';

/** An office of which the directory says nothing yet. */
const UNNAMED: Agency = { id: 'van-phong', name: OFFICE_NAME, aliases: [], kind: 'van-phong' };

/**
 * A directive's page is made for the reader of a link; whoever works in the office reads it as the secretariat. The
 * rules say what is open to them, as for everybody. `operator`: the id of their name in the register, for no name goes
 * into Temporal.
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
  return {
    token: '',
    person: { id: operator, name: session.name },
    agency,
    as: { party: 'secretariat', agency: agency.id, operator, door: 'page' },
    link: {
      id: `vp-${session.id.slice(0, 20)}`,
      directiveId,
      postKey: '',
      role: 'secretariat',
      party: 'secretariat',
      scope: 'directive',
      personId: operator,
      agencyId: agency.id,
      acts: BY_LINK,
      expiresAt: session.expiresAt,
      recordedAt: session.recordedAt,
      revokedAt: null,
      revokedReason: null,
      revokedBy: null,
    },
  };
}
