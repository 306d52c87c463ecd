import { randomBytes } from 'node:crypto';
import type { Linker } from '../../register/index.ts';
import { grantOf } from './grant.ts';
import type { KeyRing } from './keys.ts';
import { sign } from './token.ts';

const ID_BYTES = 16;

export interface LinkerOptions {
  readonly ring: KeyRing;
  /** Where the console is reached from outside, without a slash at the end. */
  readonly baseUrl: string;
}

/**
 * Makes the links of messages. A token holds a random id and its day of expiry, nothing of a person: what it may do
 * stands in the register, where it can be revoked.
 */
export function linkerOf({ ring, baseUrl }: LinkerOptions): Linker {
  return (request) => {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const grant = grantOf(request);
    return { id, grant, url: `${baseUrl}${linkPath(tokenOf(ring, id, grant.expiresAt))}` };
  };
}

export function tokenOf(ring: KeyRing, id: string, expiresAt: number): string {
  return sign(ring, 'link', [id, Math.ceil(expiresAt / 1000).toString(36)]);
}

export function linkPath(token: string): string {
  return `/l/${token}`;
}
