import type { ActType } from '../../dsl/rules/index.ts';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Visit } from './open-link.ts';

/**
 * What the office asks of whoever decides. `link`: the link of a message is enough. `login`: a session of their own, for
 * links are forwarded. `recent`: one in which they have proved who they are within the half hour, for machines are left open.
 */
export type DecideBy = 'link' | 'login' | 'recent';

/** Does an act end a clock, move it or excuse: a result is taken for done, a deadline is put off, a task is cancelled? An act that is new says so. */
const DECIDES: Readonly<Record<ActType, boolean>> = {
  ...{ acknowledge: false, 'report-progress': false, 'submit-result': false, 'withdraw-result': false, note: false },
  ...{ endorse: true, approve: true, return: false },
  ...{ 'ask-extension': false, 'grant-extension': true, 'reject-extension': false },
  ...{ 'offer-extension': true, 'accept-offer': false, 'decline-offer': false },
  // A cause that is confirmed excuses: nothing is taken off for the delay.
  ...{ 'ask-explanation': false, explain: false, 'accept-explanation': true, 'reject-explanation': false },
  'withdraw-explanation-request': false,
  // What only the office does, on pages behind its own sign-in: of a session it asks that it was proved lately.
  ...{ 'change-deadline': true, suspend: true, resume: true, reassign: true, correct: true, adjust: false },
  ...{ cancel: true, supersede: true, absorb: true, 'change-terms': true, import: false },
};

const RECENT_MS = 30 * MINUTE_MS;

/** What is still missing: a session, or that its person proves once more who they are. */
export type MissingProof = 'login' | 'again';

/** What whoever has a page open must do before they may do this; undefined where nothing. */
export function missingProof(
  rule: DecideBy,
  act: ActType,
  { as, verifiedAt }: Pick<Visit, 'as' | 'verifiedAt'>,
  now: Instant,
): MissingProof | undefined {
  if (rule === 'link' || !DECIDES[act]) return undefined;
  if (as === undefined || verifiedAt === undefined) return 'login';
  return rule === 'recent' && !isRecent(verifiedAt, now) ? 'again' : undefined;
}

/** Did somebody prove who they are so lately that it still counts for what asks for it anew? */
export function isRecent(verifiedAt: Instant, now: Instant): boolean {
  return now - verifiedAt <= RECENT_MS;
}
