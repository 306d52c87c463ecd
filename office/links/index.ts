/** Signed links: who gets which, what they open, and the acts that come through them. */
export { type AgencyTask, type AgencyTasks, agencyTasks, isStillTold, takesPart } from './agency-tasks.ts';
export { type DecideBy, isRecent, type MissingProof, missingProof } from './decisions.ts';
export { EvidenceStore, type StagedFile } from './evidence.ts';
export { FILE_ENDINGS, isTakenKind } from './file-kinds.ts';
export { isLinkAct, type LinkAct } from './grant.ts';
export { type KeyRing, knownKeys, type LinkKey, openKeyRing, rotateKeys } from './keys.ts';
export { lifeOfView } from './life-of-view.ts';
export { linkerOf, linkPath, tokenOf } from './linker.ts';
export { type Colour, type TaskStanding, taskStandingOf } from './near-due.ts';
export { actIdOf, type FormOf, nonceFor } from './nonce.ts';
export { actingOn, actorOf, hasAcknowledged, mayByLink, offersOf } from './offers.ts';
export { type LinkFault, type OpenedLink, openLink, signedLinkId, type Visit } from './open-link.ts';
export { type Performed, performOnce } from './perform.ts';
export { type Seal, sealOf } from './seal.ts';
export { sessionVisit } from './session-visit.ts';
export { open as openToken, sign as signToken, withoutTokens } from './token.ts';
