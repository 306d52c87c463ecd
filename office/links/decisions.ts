import type { ActType } from '../../dsl/rules/index.ts';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Visit } from './open-link.ts';

/**
 * What the office asks of whoever decides. `link`: the link of a message is enough. `login`: a session of their own, for
 * links are forwarded. `recent`: one in which they have proved who they are within the half hour, for machines are left open.
 */
export type DecideBy = 'link' | 'login' | 'recent';

/** Acts of links that end a clock or move it: a result is taken for done, a deadline is put off. */
const DECISIONS: ReadonlySet<ActType> = new Set(['endorse', 'approve', 'grant-extension', 'offer-extension']);

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
  if (rule === 'link' || !DECISIONS.has(act)) return undefined;
  if (as === undefined || verifiedAt === undefined) return 'login';
  return rule === 'recent' && now - verifiedAt > RECENT_MS ? 'again' : undefined;
}
