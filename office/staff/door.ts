import { HOUR_MS, type Instant } from '../../dsl/time/day.ts';
import type { Register, StaffMember, StaffSession } from '../../register/index.ts';
import { enterWith, newTicket, openSessionBy, ticketHolder } from '../sessions.ts';
import type { StaffRole } from './roles.ts';

/** How long a ticket is good for. */
export const TICKET_MS = 24 * HOUR_MS;

/** The path of the page that takes a ticket, below the address of the pages. */
export function ticketPath(secret: string): string {
  return `/vp/vao/${secret}`;
}

/**
 * Makes a ticket for one session, good for a day. Returns its secret: nothing else ever holds it. With a name of '' it
 * asks whoever uses it: the first administrator has nobody before them who could have said it.
 */
export function invite(
  register: Register,
  member: { readonly name: string; readonly role: StaffRole },
  now: Instant,
): Promise<string> {
  return newTicket(register, member, now + TICKET_MS, now);
}

/** Whom of the office a ticket would let in. Changes nothing. */
export async function invitedBy(register: Register, secret: string, now: Instant): Promise<StaffMember | undefined> {
  return ofOffice(await ticketHolder(register, secret, now));
}

/**
 * Uses a ticket up. Returns the secret of the session it opened. `saidName`: of whoever comes in by a ticket that names
 * nobody; without it that one is not used up.
 */
export async function enterBy(
  register: Register,
  secret: string,
  now: Instant,
  { device = '', saidName = '' }: { readonly device?: string; readonly saidName?: string } = {},
): Promise<string | undefined> {
  const member = await invitedBy(register, secret, now);
  if (!member || (member.name === '' && saidName === '')) return undefined;
  return enterWith(register, secret, now, device, saidName);
}

/** The session of a secret, where it is open. */
export async function sessionBy(register: Register, secret: string, now: Instant): Promise<StaffSession | undefined> {
  return ofOffice(await openSessionBy(register, secret, now));
}

/** People of the directory come in by a door of their own. */
function ofOffice<T extends StaffMember>(member: T | undefined): T | undefined {
  return member?.personId === undefined ? member : undefined;
}
