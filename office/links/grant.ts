import type { ActType } from '../../dsl/engine/index.ts';
import type { Party, Policy, Role } from '../../dsl/policy/policy.ts';
import { DAY_MS, endOfDay } from '../../dsl/time/day.ts';
import type { LinkGrant, LinkRequest } from '../../register/index.ts';

/** A link outlives its message and its deadline, so that a result can be handed in late; nothing lives for ever. */
const AFTER_MESSAGE_MS = 90 * DAY_MS;
const AFTER_DUE_MS = 60 * DAY_MS;
const LONGEST_MS = 400 * DAY_MS;
/** A page that opens everything of an agency is renewed with each escalation. */
const AGENCY_MS = 30 * DAY_MS;

/** What the link of a message may do: the acts of its reader's party that need no more than a form, and no others. */
export function grantOf({ role, policy, at, due }: LinkRequest): LinkGrant {
  const party = partyOf(role);
  const scope = role === 'headOf(lead)' ? 'agency' : 'directive';
  const wanted = Math.max(at + AFTER_MESSAGE_MS, due === null ? 0 : endOfDay(due) + AFTER_DUE_MS);
  const lifeMs = scope === 'agency' ? AGENCY_MS : Math.min(wanted - at, LONGEST_MS);
  return { scope, party, acts: actsOf(party, policy), expiresAt: at + lifeMs };
}

/** In the order a page offers them. What ends or changes a directive is not done by a link. */
function actsOf(party: Party, { close }: Policy): ActType[] {
  const works = party === 'lead' || party === 'cooperating';
  return [
    ...(works ? (['acknowledge', 'report-progress'] as const) : []),
    ...(party === partyOf(close.submittedBy) ? (['submit-result'] as const) : []),
    ...(party === partyOf(close.approvedBy) ? (['approve', 'return'] as const) : []),
  ];
}

export function partyOf(role: Role): Party {
  return role.replace(/^headOf\((.*)\)$/, '$1') as Party;
}
