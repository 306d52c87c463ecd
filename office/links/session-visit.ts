import type { Role } from '../../dsl/policy/policy.ts';
import type { Actor } from '../../dsl/rules/index.ts';
import type { Agency, Person, StaffSession } from '../../register/index.ts';
import { BY_LINK } from './grant.ts';
import type { Visit } from './open-link.ts';

/** Who reads a directive's page in a session, and as whom they act. */
export interface SessionReader {
  readonly directiveId: string;
  readonly person: Person;
  readonly agency: Agency;
  readonly role: Role;
  readonly as: Actor;
}

const ID_LETTERS = 20;

/**
 * A directive's page is made for the reader of a link; whoever has a session reads it as if by one, without a token. The
 * rules say what is open to them, as for everybody. `door`: tells the sessions of one kind from those of another.
 */
export function sessionVisit(
  door: string,
  { id, expiresAt, recordedAt, verifiedAt }: Pick<StaffSession, 'id' | 'expiresAt' | 'recordedAt' | 'verifiedAt'>,
  { directiveId, person, agency, role, as }: SessionReader,
): Visit {
  return {
    token: '',
    person,
    agency,
    as,
    verifiedAt,
    link: {
      id: `${door}-${id.slice(0, ID_LETTERS)}`,
      directiveId,
      postKey: '',
      role,
      party: as.party,
      scope: 'directive',
      personId: person.id,
      agencyId: agency.id,
      acts: BY_LINK,
      expiresAt,
      recordedAt,
      revokedAt: null,
      revokedReason: null,
      revokedBy: null,
    },
  };
}
