import type { Instant } from '../../dsl/time/day.ts';
import type { Register, StaffAccount } from '../../register/index.ts';
import { newSession } from '../sessions.ts';
import { isPassword } from './password-hash.ts';
import type { PasswordWork } from './password-work.ts';

export type SignedIn =
  | { readonly kind: 'in'; readonly secret: string; readonly account: StaffAccount }
  /** No such name, no such password, closed: nobody learns which, nor from how long it took. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'busy' };

/** Lets in whoever has the password of an account. `account`: the one that was named, where there is one. */
export async function signIn(
  register: Register,
  work: PasswordWork,
  account: StaffAccount | undefined,
  { password, device }: { readonly password: string; readonly device: string },
  now: Instant,
): Promise<SignedIn> {
  const same = await isPassword(work, account?.password ?? null, password);
  if (same === undefined) return { kind: 'busy' };
  if (!same || !account) return { kind: 'wrong' };
  const { secret, start } = newSession('password', device, now);
  const opened = await register.accountsOfStaff.enter(account, start, now);
  return opened ? { kind: 'in', secret, account } : { kind: 'wrong' };
}
