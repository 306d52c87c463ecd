import { createHmac, timingSafeEqual } from 'node:crypto';
import { UserError } from '../../dsl/user-error.ts';
import type { KeyRing, LinkKey } from '../../office/links/index.ts';

/**
 * A return path of its own for each message, so that a report finds its message even where it returns nothing of it:
 * the address it comes to says which, and a signature that we gave it out.
 */
export interface ReturnPaths {
  /** Where a message comes back to, by the id of its ledger row or of its digest. */
  of(id: string): string;
  /** The id in the first of these addresses that we signed. */
  idIn(addresses: readonly string[]): string | undefined;
}

/** Ids of rows and digests; 64 bits of signature are far beyond guessing by mail. Small letters: servers may fold case. */
const TAG = /^([0-9a-f]{24})([0-9a-f]{4})([0-9a-f]{16})$/;
const TAG_LETTERS = 44;
/** RFC 5321, section 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64;

/**
 * @param pattern an address with a `*` in its local part, which stands for the tag: `thu-tra+*@anphu.gov.vn`.
 * @throws UserError where the pattern has no place for it, or makes addresses longer than mail allows.
 */
export function returnPathsOf(ring: KeyRing, pattern: string): ReturnPaths {
  const [, before = '', after = '', domain = ''] = /^([^\s@*<>]*)\*([^\s@*<>]*)@([^\s@*<>]+)$/.exec(pattern) ?? [];
  if (domain === '' || before.length + after.length + TAG_LETTERS > LONGEST_LOCAL_PART) {
    const most = LONGEST_LOCAL_PART - TAG_LETTERS;
    throw new UserError(
      `MAIL_RETURN_PATH: cần một địa chỉ có dấu * trước @, phần còn lại trước @ không quá ${most} chữ; ví dụ thu+*@anphu.gov.vn`,
    );
  }
  const tagIn = (address: string): string | undefined => {
    const [local = '', host = ''] = address.toLowerCase().split('@');
    const [start, end] = [before.toLowerCase(), after.toLowerCase()];
    const fits = host === domain.toLowerCase() && local.startsWith(start) && local.endsWith(end);
    return fits ? local.slice(start.length, local.length - end.length) : undefined;
  };
  return {
    of: (id) => `${before}${id}${ring.current.id}${macOf(ring.current, id)}${after}@${domain}`,
    idIn: (addresses) => addresses.flatMap((address) => openTag(ring, tagIn(address) ?? '') ?? [])[0],
  };
}

function openTag(ring: KeyRing, tag: string): string | undefined {
  const [, id = '', keyId = '', mac = ''] = TAG.exec(tag) ?? [];
  const key = ring.find(keyId);
  return key && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(key, id))) ? id : undefined;
}

function macOf({ id: keyId, secret }: LinkKey, id: string): string {
  return createHmac('sha256', secret).update(`dondoc.v1\0return-path\0${keyId}\0${id}`).digest('hex').slice(0, 16);
}
