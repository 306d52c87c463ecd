import { randomBytes } from 'node:crypto';
import type { Linker } from '../../register/index.ts';
import { grantOf } from './grant.ts';
import type { KeyRing } from './keys.ts';
import { sign } from './token.ts';

const ID_BYTES = 16;

export interface LinkerOptions {
  /** Where the console is reached from outside, without a slash at the end. */
  readonly baseUrl: string;
}

/**
 * Makes the links of messages, unsigned as they lie in the register: a random id and its day of expiry, nothing of a
 * person. What a link may do stands in the register, where it can be revoked; it is signed when it is sent (`seal.ts`).
 */
export function linkerOf({ baseUrl }: LinkerOptions): Linker {
  return (request) => {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const grant = grantOf(request);
    return { id, grant, url: `${baseUrl}${linkPath(fieldsOf(id, grant.expiresAt).join('.'))}` };
  };
}

/** The signed token of a link, good until `expiresAt` (ms). */
export function tokenOf(ring: KeyRing, id: string, expiresAt: number): string {
  return sign(ring, 'link', fieldsOf(id, expiresAt));
}

function fieldsOf(id: string, expiresAt: number): string[] {
  return [id, Math.ceil(expiresAt / 1000).toString(36)];
}

/** The path below the address of the pages that opens it. */
export function linkPath(token: string): string {
  return `/l/${token}`;
}
