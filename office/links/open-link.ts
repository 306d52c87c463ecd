import type { Actor } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import type { Agency, LinkRecord, Person, Register } from '../../register/index.ts';
import type { KeyRing } from './keys.ts';
import { open } from './token.ts';

/** Why a link opens nothing. */
export type LinkFault =
  /** Tampered with, made up, cut short, or signed with a key that is gone: nobody learns which. */
  | 'unknown'
  | 'expired'
  | 'revoked'
  /** Its person no longer holds a post at the agency. */
  | 'left';

/** Who came in, and with what. */
export interface Visit {
  readonly token: string;
  readonly link: LinkRecord;
  readonly person: Person;
  readonly agency: Agency;
  /** Who acts, where it is not the person of a link: somebody of the office, on its own pages. */
  readonly as?: Actor;
  /** When they last proved who they are; absent where a link alone let them in. */
  readonly verifiedAt?: Instant;
}

export type OpenedLink = { readonly visit: Visit } | { readonly fault: LinkFault };

/** The id in a link that we have signed, whatever has become of it; undefined for one that was made up. */
export function signedLinkId(ring: KeyRing, token: string): string | undefined {
  return open(ring, 'link', token)?.[0];
}

/** Looks a link up and changes nothing: whoever follows links for other reasons (scanners, previews) leaves no trace. */
export async function openLink(ring: KeyRing, register: Register, now: Instant, token: string): Promise<OpenedLink> {
  const [id, expires] = open(ring, 'link', token) ?? [];
  if (id === undefined || expires === undefined) return { fault: 'unknown' };
  const found = await register.links.find(id, dayOf(now));
  if (!found) return { fault: 'unknown' };
  const { link, person, agency, serving } = found;
  if (link.revokedAt !== null) return { fault: 'revoked' };
  if (now >= Number.parseInt(expires, 36) * 1000 || now >= link.expiresAt) return { fault: 'expired' };
  if (!person || !agency || !serving) return { fault: 'left' };
  return { visit: { token, link, person, agency } };
}
