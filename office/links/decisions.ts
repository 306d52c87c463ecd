import type { ActType } from '../../dsl/rules/index.ts';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Visit } from './open-link.ts';

/**
 * What the office asks of whoever decides. `link`: the link of a message is enough. `login`: a session of their own, for
 * links are forwarded. `recent`: one in which they have proved who they are within the half hour, for machines are left open.
 */
export type DecideBy = 'link' | 'login' | 'recent';

/** Does an act of a link end a clock or move it: a result is taken for done, a deadline is put off? An act that is new says so. */
const DECIDES: Readonly<Record<ActType, boolean>> = {
  ...{ acknowledge: false, 'report-progress': false, 'submit-result': false, 'withdraw-result': false, note: false },
  ...{ endorse: true, approve: true, return: false },
  ...{ 'ask-extension': false, 'grant-extension': true, 'reject-extension': false },
  ...{ 'offer-extension': true, 'accept-offer': false, 'decline-offer': false },
  // What only the office does, on pages behind its own sign-in.
  ...{ 'change-deadline': false, suspend: false, resume: false, reassign: false, adjust: false, correct: false },
  ...{ cancel: false, supersede: false, absorb: false, 'change-terms': false, import: false },
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
  return rule === 'recent' && now - verifiedAt > RECENT_MS ? 'again' : undefined;
}
