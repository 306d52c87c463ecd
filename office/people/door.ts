import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Directory, Person, Register, StaffMember, StaffSession } from '../../register/index.ts';
import { SIGN_IN_MAIL } from '../../texts/people/index.ts';
import { enterWith, newTicket, openSessionBy, ticketHolder } from '../sessions.ts';
import { placeOf } from './place.ts';

/** The role of tickets and sessions of people of the directory: none of the office's. */
export const PERSON = 'person';
/** A link asked for is opened at once, or asked for anew. */
export const ASKED_TICKET_MS = 30 * MINUTE_MS;
/** Whoever fills somebody's mailbox with links gets no further than this. */
const MOST_AN_HOUR = 4;

export interface SignInMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The path of the page that takes a person's ticket, below the address of the pages. */
export function personTicketPath(secret: string): string {
  return `/toi/vao/${secret}`;
}

/**
 * Tickets for everybody who holds a post and has this mail address in the directory, and the mail that brings them.
 * Undefined where there is nobody, or where they were sent as many as one hour allows: who asked is told neither.
 */
export async function signInMail(
  register: Register,
  address: string,
  baseUrl: string,
  now: Instant,
  /** The page of ours they were on their way to. */
  going = '',
): Promise<SignInMail | undefined> {
  const directory = await register.directory.current();
  const lines: { name: string; post: string; url: string }[] = [];
  for (const { person, post } of peopleAt(directory, address, now)) {
    if ((await register.staff.invitedSince(person.id, now - HOUR_MS)) >= MOST_AN_HOUR) continue;
    const secret = await invitePerson(register, person, now);
    lines.push({
      name: person.name,
      post,
      url: `${baseUrl}${personTicketPath(secret)}${going === '' ? '' : `?den=${going}`}`,
    });
  }
  const [first] = lines;
  if (!first) return undefined;
  return { to: address, subject: SIGN_IN_MAIL.subject, text: SIGN_IN_MAIL.text(lines, now + ASKED_TICKET_MS) };
}

/** A ticket for a person of the directory. Returns its secret: nothing else ever holds it. */
export function invitePerson(
  register: Register,
  { id, name }: Pick<Person, 'id' | 'name'>,
  now: Instant,
): Promise<string> {
  return newTicket(register, { name, role: PERSON, personId: id }, now + ASKED_TICKET_MS, now);
}

/** Everybody who holds a post today and has this mail address in the directory. */
export function peopleAt(directory: Directory, address: string, now: Instant) {
  const wanted = address.trim().toLowerCase();
  return directory.people
    .filter(({ email }) => email !== undefined && email.toLowerCase() === wanted)
    .flatMap(({ id }) => {
      const place = placeOf(directory, id, now);
      if (!place) return [];
      const post = place.posts.map(({ title, agency }) => [title, agency.name].filter(Boolean).join(', ')).join('; ');
      return [{ person: place.person, post }];
    });
}

/** Whom of the directory a ticket would let in. Changes nothing. */
export async function personInvited(
  register: Register,
  secret: string,
  now: Instant,
): Promise<StaffMember | undefined> {
  return ofDirectory(await ticketHolder(register, secret, now));
}

/** Uses a person's ticket up. Returns the secret of the session it opened. */
export async function enterAsPerson(
  register: Register,
  secret: string,
  now: Instant,
  device = '',
): Promise<string | undefined> {
  return (await personInvited(register, secret, now)) && enterWith(register, secret, now, device);
}

export type PersonSession = StaffSession & { readonly personId: string };

/** The open session of a person of the directory. */
export async function personSessionBy(
  register: Register,
  secret: string,
  now: Instant,
): Promise<PersonSession | undefined> {
  return ofDirectory(await openSessionBy(register, secret, now));
}

/** Who works in the office comes in by another door. */
function ofDirectory<T extends StaffMember>(member: T | undefined): (T & { readonly personId: string }) | undefined {
  return member?.personId === undefined ? undefined : { ...member, personId: member.personId };
}
