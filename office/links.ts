/** Signed links: who gets which, what they open, and the acts that come through them. */
export { type AgencyTask, type AgencyTasks, agencyTasks, isStillTold, takesPart } from './links/agency-tasks.ts';
export { EvidenceStore } from './links/evidence.ts';
export { FILE_ENDINGS, isTakenKind } from './links/file-kinds.ts';
export { isHead, isLinkAct, type LinkAct, partyOf } from './links/grant.ts';
export { type KeyRing, type LinkKey, openKeyRing, rotateKeys } from './links/keys.ts';
export { linkerOf, linkPath, tokenOf } from './links/linker.ts';
export { type Colour, type Standing, standingOf } from './links/near-due.ts';
export { actIdOf, type FormOf, nonceFor } from './links/nonce.ts';
export { hasAcknowledged, offersOf } from './links/offers.ts';
export { type LinkFault, type Opening, openLink, type Visit } from './links/open-link.ts';
export { type Pending, pendingOf } from './links/pending.ts';
export { type Performed, performOnce } from './links/perform.ts';
export { withoutTokens } from './links/token.ts';
