export type ZaloRecipient =
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'user'; readonly userId: string };

/** Reads an address: a Vietnamese mobile number in any usual form (becomes 84…), else a Zalo user id (12+ digits). */
export function recipientOf(address: string | null): ZaloRecipient | null {
  const digits = (address ?? '').replace(/[\s.\-()]/g, '').replace(/^\+/, '');
  if (/^84[35789]\d{8}$/.test(digits)) return { by: 'phone', phone: digits };
  if (/^0[35789]\d{8}$/.test(digits)) return { by: 'phone', phone: `84${digits.slice(1)}` };
  return /^\d{12,24}$/.test(digits) ? { by: 'user', userId: digits } : null;
}
