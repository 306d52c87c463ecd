import { type ActType, actorFor, mayEverDo } from '../../dsl/rules/index.ts';
import { DAY_MS, endOfDay } from '../../dsl/time/day.ts';
import type { LinkGrant, LinkRequest } from '../../register/index.ts';

/** A link outlives its message and its deadline, so that a result can be handed in late; nothing lives for ever. */
const AFTER_MESSAGE_MS = 90 * DAY_MS;
const AFTER_DUE_MS = 60 * DAY_MS;
const LONGEST_MS = 400 * DAY_MS;
/** A page that opens everything of an agency is renewed with each escalation. */
const AGENCY_MS = 30 * DAY_MS;

/** Acts that need no more than a form, in the order a page offers them. What ends or reshapes a directive is not among them. */
export const BY_LINK = [
  // Whoever explains has acknowledged by it.
  'explain',
  'acknowledge',
  'endorse',
  'approve',
  'return',
  'grant-extension',
  'offer-extension',
  'reject-extension',
  'accept-explanation',
  'reject-explanation',
  'accept-offer',
  'decline-offer',
  'report-progress',
  'submit-result',
  'withdraw-result',
  'ask-extension',
  'ask-explanation',
  'withdraw-explanation-request',
] as const satisfies readonly ActType[];

export type LinkAct = (typeof BY_LINK)[number];

/** May this act come through a signed link at all? */
export function isLinkAct(type: string): type is LinkAct {
  return BY_LINK.some((act) => act === type);
}

/** What the link of a message may do: the acts its reader's role may do by the policy, as far as a link may do them. */
export function grantOf({ role, policy, at, due }: LinkRequest): LinkGrant {
  const actor = actorFor(role);
  const scope = role === 'headOf(lead)' ? 'agency' : 'directive';
  const wanted = Math.max(at + AFTER_MESSAGE_MS, due === null ? 0 : endOfDay(due) + AFTER_DUE_MS);
  const lifeMs = scope === 'agency' ? AGENCY_MS : Math.min(wanted - at, LONGEST_MS);
  return {
    scope,
    party: actor.party,
    acts: BY_LINK.filter((act) => mayEverDo(policy, act, actor)),
    expiresAt: at + lifeMs,
  };
}
