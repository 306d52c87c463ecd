import { createHash, randomBytes } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { type KeyRing, openToken, signToken } from '../links/index.ts';

/** What an answer to a challenge is for: an answer for one is none for another. */
export type PasskeyUse = 'in' | 'add' | 'again';

/** So long a page waits for its answer. */
const CHALLENGE_MS = 10 * MINUTE_MS;
const RANDOM_BYTES = 18;
/** Of a session's id, which is a hash: enough to tell it from all others. */
const WHOSE_LETTERS = 32;

/**
 * A challenge that says itself what it is for, whose it is ('' = nobody's yet) and until when it holds. It is kept
 * nowhere before it is answered, so strangers who ask for many fill nothing.
 */
export function challengeFor(ring: KeyRing, use: PasskeyUse, whose: string, now: Instant): string {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  const until = (now + CHALLENGE_MS).toString(36);
  return Buffer.from(signToken(ring, 'passkey', [use, random, until, nameOf(whose)])).toString('base64url');
}

/** A challenge of ours as it came back: what is kept of it once it is answered, and until when; undefined for any other. */
export function openChallenge(
  ring: KeyRing,
  { use, whose, challenge }: { readonly use: PasskeyUse; readonly whose: string; readonly challenge: string },
  now: Instant,
): { readonly hash: string; readonly expiresAt: Instant } | undefined {
  const token = Buffer.from(challenge, 'base64url').toString('utf8');
  const [forUse, , until = '', ofWhom] = openToken(ring, 'passkey', token) ?? [];
  const expiresAt = Number.parseInt(until, 36);
  if (forUse !== use || ofWhom !== nameOf(whose) || !(expiresAt > now)) return undefined;
  return { hash: createHash('sha256').update(token).digest('hex'), expiresAt };
}

function nameOf(whose: string): string {
  return whose === '' ? '-' : whose.slice(0, WHOSE_LETTERS);
}
