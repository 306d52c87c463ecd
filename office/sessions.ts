import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import type { Register, StaffMember, StaffSession } from '../register/index.ts';

/* Tickets and the sessions they open, of whoever comes in: a secret is told once, and only its hash is kept. */

/** 256 bits: beyond guessing, so that its plain hash may be kept. */
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** A working week: who opens the pages every morning signs in on Mondays. */
const SESSION_MS = 7 * DAY_MS;

/** Makes a ticket for one session. Returns its secret: nothing else ever holds it. */
export async function newTicket(
  register: Register,
  member: StaffMember,
  expiresAt: Instant,
  now: Instant,
): Promise<string> {
  const secret = newSecret();
  await register.staff.invite(hashOf(secret), member, expiresAt, now);
  return secret;
}

/** Whom a ticket would let in. Changes nothing: programs that follow links in mails use no ticket up. */
export async function ticketHolder(register: Register, secret: string, now: Instant): Promise<StaffMember | undefined> {
  return SECRET.test(secret) ? register.staff.invited(hashOf(secret), now) : undefined;
}

/** Uses a ticket up. Returns the secret of the session it opened. */
export async function enterWith(register: Register, secret: string, now: Instant): Promise<string | undefined> {
  const session = newSecret();
  const opened = await register.staff.enter(hashOf(secret), hashOf(session), now, now + SESSION_MS);
  return opened && session;
}

/** The session of a secret, where it is open. */
export async function openSessionBy(
  register: Register,
  secret: string,
  now: Instant,
): Promise<StaffSession | undefined> {
  return SECRET.test(secret) ? register.staff.session(hashOf(secret), now) : undefined;
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
