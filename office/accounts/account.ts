import { randomBytes } from 'node:crypto';
import type { Instant } from '../../dsl/time/day.ts';
import type { Register, StaffAccount } from '../../register/index.ts';
import { isSecret, newSecret, newSession, secretHash } from '../sessions.ts';
import { TICKET_MS } from '../staff/index.ts';
import { hashPassword } from './password-hash.ts';
import { type PasswordFault, passwordFault } from './password-rule.ts';
import type { PasswordWork } from './password-work.ts';

/** A mail address, or a short name: letters of any keyboard, so that it can be told over the telephone. */
const LOGIN = /^[a-z0-9][a-z0-9._@+-]{1,99}$/;

/** What is typed as a login, as it is kept; undefined where it can be none. */
export function loginOf(typed: string): string | undefined {
  const login = typed.trim().toLowerCase();
  return LOGIN.test(login) ? login : undefined;
}

/** Makes an account that lets nobody in before its person has chosen a password. Undefined where the login is taken. */
export async function addAccount(
  register: Register,
  given: Pick<StaffAccount, 'login' | 'name' | 'role'>,
  now: Instant,
): Promise<StaffAccount | undefined> {
  const id = randomBytes(9).toString('base64url');
  return (await register.accountsOfStaff.add({ id, ...given }, now)) ? register.accountsOfStaff.find(id) : undefined;
}

/** The path of the page on which a password is chosen, below the address of the pages. */
export function passwordPath(secret: string): string {
  return `/mat-khau/${secret}`;
}

/** A ticket by which the account's person chooses a password, once, within a day. Returns its secret. */
export async function invitePassword(register: Register, account: StaffAccount, now: Instant): Promise<string> {
  const secret = newSecret();
  await register.accountsOfStaff.invite(account, secretHash(secret), now + TICKET_MS, now);
  return secret;
}

/** Whose password a ticket lets its holder choose. Changes nothing. */
export async function passwordInvited(register: Register, secret: string, now: Instant) {
  return isSecret(secret) ? register.accountsOfStaff.invited(secretHash(secret), now) : undefined;
}

export type Chosen =
  | { readonly kind: 'in'; readonly secret: string; readonly account: StaffAccount }
  | { readonly kind: 'fault'; readonly fault: PasswordFault }
  /** The ticket is used or over. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy' };

export interface PasswordChoice {
  readonly account: StaffAccount;
  readonly password: string;
  /** The secret of the ticket it is chosen by; absent for whoever is in already. */
  readonly ticket?: string;
  readonly device: string;
}

/** Keeps a password. Every other session of the account ends; the one that goes on is new. */
export async function choosePassword(
  register: Register,
  work: PasswordWork,
  { account, password, ticket, device }: PasswordChoice,
  now: Instant,
): Promise<Chosen> {
  const fault = passwordFault(password, [account.login, account.name]);
  if (fault !== undefined) return { kind: 'fault', fault };
  const hash = await hashPassword(work, password);
  if (hash === undefined) return { kind: 'busy' };
  const { secret, start } = newSession('password', device, now);
  const by = ticket === undefined ? 'own session' : { ticket: secretHash(ticket) };
  const opened = await register.accountsOfStaff.choose(account, hash, by, start, now);
  if (!opened) return { kind: 'gone' };
  return { kind: 'in', secret, account: { ...account, password: hash, chosenAt: now } };
}
