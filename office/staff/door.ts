import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS, HOUR_MS, type Instant } from '../../dsl/time/day.ts';
import type { Register, StaffMember, StaffSession } from '../../register/index.ts';
import type { StaffRole } from './roles.ts';

/** 256 bits: beyond guessing, so that its plain hash may be kept. */
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** How long a ticket is good for. */
export const TICKET_MS = 24 * HOUR_MS;
/** A working week: who opens the pages every morning signs in on Mondays. */
const SESSION_MS = 7 * DAY_MS;

/** The path of the page that takes a ticket, below the address of the pages. */
export function ticketPath(secret: string): string {
  return `/vp/vao/${secret}`;
}

/** Makes a ticket for one session, good for a day. Returns its secret: nothing else ever holds it. */
export async function invite(
  register: Register,
  member: { readonly name: string; readonly role: StaffRole },
  now: Instant,
): Promise<string> {
  const secret = newSecret();
  await register.staff.invite(hashOf(secret), member, now + TICKET_MS);
  return secret;
}

/** Whom a ticket would let in. Changes nothing: programs that follow links in mails use no ticket up. */
export async function invitedBy(register: Register, secret: string, now: Instant): Promise<StaffMember | undefined> {
  const member = SECRET.test(secret) ? await register.staff.invited(hashOf(secret), now) : undefined;
  return member?.personId === undefined ? member : undefined;
}

/** Uses a ticket up. Returns the secret of the session it opened. */
export async function enterBy(register: Register, secret: string, now: Instant): Promise<string | undefined> {
  if (!(await invitedBy(register, secret, now))) return undefined;
  const session = newSecret();
  const opened = await register.staff.enter(hashOf(secret), hashOf(session), now, now + SESSION_MS);
  return opened && session;
}

/** The session of a secret, where it is open. */
export async function sessionBy(register: Register, secret: string, now: Instant): Promise<StaffSession | undefined> {
  const session = SECRET.test(secret) ? await register.staff.session(hashOf(secret), now) : undefined;
  return session?.personId === undefined ? session : undefined;
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
