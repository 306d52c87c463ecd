import type { Instant } from '../../dsl/time/day.ts';
import type { Register, StaffAccount } from '../../register/index.ts';
import { PERSON, peopleAt } from '../people/index.ts';
import { newSession } from '../sessions.ts';
import { loginOf } from './account.ts';

export type EnteredByAddress =
  | { readonly kind: 'staff'; readonly secret: string; readonly account: StaffAccount }
  | { readonly kind: 'person'; readonly secret: string }
  /** Neither an account nor anybody of the directory has the address. */
  | { readonly kind: 'unknown' }
  /** Several people of the directory share it: it does not say which of them came. */
  | { readonly kind: 'shared' };

/**
 * Opens a session for whom the office's sign-in says has this mail address. `anew`: they have just proved it; else the
 * provider may have asked nobody anything, which is no proof of who sits at the machine.
 */
export async function enterByAddress(
  register: Register,
  address: string,
  { device, anew }: { readonly device: string; readonly anew: boolean },
  now: Instant,
): Promise<EnteredByAddress> {
  const { secret, start } = newSession('oidc', device, now);
  const session = anew ? start : { ...start, verifiedAt: 0 };
  const login = loginOf(address);
  const account = login === undefined ? undefined : await register.accountsOfStaff.named(login);
  if (account) {
    const opened = await register.accountsOfStaff.enter(account, session, now);
    return opened ? { kind: 'staff', secret, account } : { kind: 'unknown' };
  }
  const [one, ...others] = peopleAt(await register.directory.current(), address, now);
  if (!one) return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'shared' };
  await register.staff.open({ name: one.person.name, role: PERSON, personId: one.person.id }, session, now);
  return { kind: 'person', secret };
}
