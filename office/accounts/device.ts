import { randomBytes } from 'node:crypto';
import { DAY_MS, type Instant } from '../../dsl/time/day.ts';
import type { StaffAccount } from '../../register/index.ts';
import { type KeyRing, openToken, signToken } from '../links/index.ts';

/** A device somebody has signed in on is known so long. */
export const DEVICE_MS = 180 * DAY_MS;
const RANDOM_BYTES = 12;

/** What a browser keeps after a sign-in: it lets nobody in, and says that this account was used here before. */
export function deviceToken(ring: KeyRing, { id, chosenAt }: StaffAccount, now: Instant): string {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  return signToken(ring, 'device', [id, stamp(chosenAt ?? 0), stamp(now), random]);
}

/** The name of a device the account was used on since its password was chosen; undefined for any other. */
export function knownDevice(ring: KeyRing, account: StaffAccount | undefined, token: string, now: Instant) {
  const [id, chosen, since = '', random] = openToken(ring, 'device', token) ?? [];
  if (!account || id !== account.id || chosen !== stamp(account.chosenAt ?? 0)) return undefined;
  return now - Number.parseInt(since, 36) * 1000 < DEVICE_MS ? random : undefined;
}

function stamp(at: Instant): string {
  return Math.floor(at / 1000).toString(36);
}
