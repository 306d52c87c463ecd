import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import type { Register, SessionMeans, SessionStart, StaffMember, StaffSession } from '../register/index.ts';

/* Tickets and the sessions they open, of whoever comes in: a secret is told once, and only its hash is kept. */

/** 256 bits: beyond guessing, so that its plain hash may be kept. */
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** A working week: who opens the pages every morning signs in on Mondays. */
export const SESSION_MS = 7 * DAY_MS;

/** Makes a ticket for one session. Returns its secret: nothing else ever holds it. */
export async function newTicket(
  register: Register,
  member: StaffMember,
  expiresAt: Instant,
  now: Instant,
): Promise<string> {
  const secret = newSecret();
  await register.staff.invite(secretHash(secret), member, expiresAt, now);
  return secret;
}

/** Whom a ticket would let in. Changes nothing: programs that follow links in mails use no ticket up. */
export async function ticketHolder(register: Register, secret: string, now: Instant): Promise<StaffMember | undefined> {
  return isSecret(secret) ? register.staff.invited(secretHash(secret), now) : undefined;
}

/** Uses a ticket up. Returns the secret of the session it opened. `saidName` as of `Staff.enter`. */
export async function enterWith(
  register: Register,
  secret: string,
  now: Instant,
  device = '',
  saidName = '',
): Promise<string | undefined> {
  const session = newSession('link', device, now);
  const opened = await register.staff.enter(secretHash(secret), session.start, now, saidName);
  return opened && session.secret;
}

/** A session about to begin, and its secret: never one that a browser brought, so none can be put on anybody. */
export function newSession(
  means: SessionMeans,
  device: string,
  now: Instant,
): { readonly secret: string; readonly start: SessionStart } {
  const secret = newSecret();
  return { secret, start: { id: secretHash(secret), means, device, expiresAt: now + SESSION_MS } };
}

/** The session of a secret, where it is open. */
export async function openSessionBy(
  register: Register,
  secret: string,
  now: Instant,
): Promise<StaffSession | undefined> {
  return isSecret(secret) ? register.staff.session(secretHash(secret), now) : undefined;
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Has it the form of a secret of ours? */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is kept of a secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
