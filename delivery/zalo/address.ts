import { createHash } from 'node:crypto';

export type ZaloRecipient =
  | { readonly by: 'phone'; readonly phone: string }
  /** A number nobody here is to know: SHA-256 of 84…, in hex. */
  | { readonly by: 'hash'; readonly hash: string }
  | { readonly by: 'user'; readonly userId: string };

/**
 * Reads an address: a Vietnamese mobile number in any usual form (becomes 84…), its hash (64 hex digits), else a Zalo
 * user id (12+ digits).
 */
export function recipientOf(address: string | null): ZaloRecipient | null {
  const text = (address ?? '').trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return { by: 'hash', hash: text.toLowerCase() };
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^\+/, '');
  if (/^84[35789]\d{8}$/.test(digits)) return { by: 'phone', phone: digits };
  if (/^0[35789]\d{8}$/.test(digits)) return { by: 'phone', phone: `84${digits.slice(1)}` };
  return /^\d{12,24}$/.test(digits) ? { by: 'user', userId: digits } : null;
}

export function hashOfPhone(phone: string): string {
  return createHash('sha256').update(phone).digest('hex');
}
