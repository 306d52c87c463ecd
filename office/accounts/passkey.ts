import { z } from 'zod';
import type { Instant } from '../../dsl/time/day.ts';
import type { Passkey, Register, StaffAccount } from '../../register/index.ts';
import { PAGE } from '../../texts/pages/index.ts';
import type { KeyRing } from '../links/index.ts';
import { challengeFor, openChallenge, type PasskeyUse } from './passkey-challenge.ts';
import { countOf, isKeyOf, isSigned, keyOf } from './webauthn.ts';

/** Where keys are made and used: the address of the pages, and the name of their host, which devices keep them under. */
export interface PasskeySite {
  readonly origin: string;
  readonly host: string;
}

/** Why an answer was not taken, for the security log: people are told less. */
export type PasskeyRefusal = 'malformed' | 'stale' | 'foreign' | 'replayed' | 'unknown' | 'known' | 'closed' | 'wrong';

/** An answer to a challenge: of which use, and whose session asked ('' = nobody's yet). */
export interface PasskeyAnswer {
  readonly ring: KeyRing;
  readonly site: PasskeySite;
  readonly whose: string;
  /** JSON, as the page's script writes it. */
  readonly answer: string;
}

/** The most keys one account has. */
export const MOST_PASSKEYS = 10;
const NAME_LETTERS = 60;
const ANSWER_MOST = 20_000;
/** EdDSA, ES256, RS256: what every device there is knows one of. */
const ALGORITHMS = [-8, -7, -257];

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,8000}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')));
/** As the page's script writes it: `key` of a new key, `signature` of one that is used. */
const answerShape = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/),
  client: bytes,
  device: bytes,
  key: bytes.optional(),
  signature: bytes.optional(),
});
const clientShape = z.looseObject({ challenge: z.string(), origin: z.string() });

/** What the browser is asked for to make a key, as WebAuthn writes it. The person proves who they are to the device. */
export function creationOptions(
  { ring, site, whose }: Omit<PasskeyAnswer, 'answer'>,
  { id, login, name }: StaffAccount,
  known: readonly Passkey[],
  now: Instant,
) {
  return {
    challenge: challengeFor(ring, 'add', whose, now),
    rp: { id: site.host, name: PAGE.shortName },
    user: { id: Buffer.from(id).toString('base64url'), name: login, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map((one) => ({ type: 'public-key', id: one.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
  };
}

/** What it is asked for to use one; `known`: of these alone. */
export function requestOptions(
  { ring, site, whose }: Omit<PasskeyAnswer, 'answer'>,
  use: Exclude<PasskeyUse, 'add'>,
  known: readonly Passkey[],
  now: Instant,
) {
  return {
    challenge: challengeFor(ring, use, whose, now),
    rpId: site.host,
    allowCredentials: known.map((one) => ({ type: 'public-key', id: one.id })),
    userVerification: 'required',
  };
}

/** Keeps a key that was just made. */
export async function addPasskey(
  register: Register,
  account: StaffAccount,
  given: PasskeyAnswer & { readonly name: string },
  now: Instant,
): Promise<'added' | 'too-many' | PasskeyRefusal> {
  const read = readAnswer(given, 'add', now);
  if (typeof read === 'string') return read;
  if ((await register.passkeys.of(account.id)).length >= MOST_PASSKEYS) return 'too-many';
  const { id, client, device, key } = read.answer;
  const count = countOf({ type: 'webauthn.create', client, device }, read.expected);
  if (count === undefined || !key || !keyOf(key) || !isKeyOf(device, Buffer.from(id, 'base64url'))) return 'wrong';
  if (!(await register.passkeys.answer(read.hash, read.expiresAt, now))) return 'replayed';
  const kept = { id, accountId: account.id, name: given.name.slice(0, NAME_LETTERS), counter: count };
  const added = await register.passkeys.add({ ...kept, publicKey: Buffer.from(key).toString('base64url') }, now);
  return added ? 'added' : 'known';
}

export type ProvedByPasskey =
  | { readonly kind: 'proved'; readonly account: StaffAccount }
  | { readonly kind: 'refused'; readonly why: PasskeyRefusal; readonly account: string };

/** Whose key answered. The account is open; `accountId`: it must be this one. */
export async function provedByPasskey(
  register: Register,
  use: Exclude<PasskeyUse, 'add'>,
  given: PasskeyAnswer & { readonly accountId?: string },
  now: Instant,
): Promise<ProvedByPasskey> {
  const refused = (why: PasskeyRefusal, account = ''): ProvedByPasskey => ({ kind: 'refused', why, account });
  const read = readAnswer(given, use, now);
  if (typeof read === 'string') return refused(read);
  const { id, client, device, signature } = read.answer;
  const known = await register.passkeys.find(id);
  if (!known || (given.accountId !== undefined && known.accountId !== given.accountId)) return refused('unknown');
  const { accountId, counter } = known;
  const account = await register.accountsOfStaff.find(accountId);
  if (account?.closedAt !== null) return refused('closed', accountId);
  const word = { type: 'webauthn.get', client, device } as const;
  const count = countOf(word, read.expected);
  const key = keyOf(Buffer.from(known.publicKey, 'base64url'));
  if (count === undefined || !key || !signature || !isSigned(key, word, signature)) return refused('wrong', accountId);
  // A device that counts counts up: else there are two of it.
  if ((count > 0 || counter > 0) && count <= counter) return refused('wrong', accountId);
  if (!(await register.passkeys.answer(read.hash, read.expiresAt, now))) return refused('replayed', accountId);
  await register.passkeys.used(id, count, now);
  return { kind: 'proved', account };
}

/** An answer that is one, to a challenge of ours for this use, by our own page. */
function readAnswer({ ring, site, whose, answer: written }: PasskeyAnswer, use: PasskeyUse, now: Instant) {
  const answer = answerShape.safeParse(jsonIn(written)).data;
  const client = answer && clientShape.safeParse(jsonIn(Buffer.from(answer.client).toString('utf8'))).data;
  if (!answer || !client) return 'malformed' as const;
  if (client.origin !== site.origin) return 'foreign' as const;
  const { challenge } = client;
  const opened = openChallenge(ring, { use, whose, challenge }, now);
  if (opened === undefined) return 'stale' as const;
  return { answer, expected: { challenge, ...site }, ...opened };
}

function jsonIn(written: string): unknown {
  if (written.length > ANSWER_MOST) return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
