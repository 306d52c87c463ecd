import { createHash, randomBytes } from 'node:crypto';
import type { ActType } from '../../dsl/rules/index.ts';
import { HOUR_MS, type Instant } from '../../dsl/time/day.ts';
import type { KeyRing } from './keys.ts';
import { open, sign } from './token.ts';

/** What a form is for. A form of one page never passes on another. */
export interface FormOf {
  readonly linkId: string;
  readonly directiveId: string;
  readonly act: ActType;
}

/** A page may stay open over a night; older ones are shown anew, with what was typed. */
const GOOD_FOR_MS = 24 * HOUR_MS;
const RANDOM_BYTES = 12;

/** A form's nonce: made when the page is shown, kept nowhere, proof that the form came from a page of this link. */
export function nonceFor(ring: KeyRing, form: FormOf, now: Instant): string {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  return sign(ring, 'form', [markOf(form), Math.floor(now / 1000).toString(36), random]);
}

/** The id of the act a form does, the same each time it is sent; `stale` where the page is too old, `foreign` where the form is not of this page. */
export function actIdOf(
  ring: KeyRing,
  form: FormOf,
  now: Instant,
  nonce: string,
): { readonly actId: string; readonly stale: boolean } | 'foreign' {
  const [mark, issued, random] = open(ring, 'form', nonce) ?? [];
  if (mark !== markOf(form) || issued === undefined || random === undefined) return 'foreign';
  const age = now - Number.parseInt(issued, 36) * 1000;
  return { actId: `link-${hash(`${mark}.${random}`)}`, stale: age > GOOD_FOR_MS };
}

function markOf({ linkId, directiveId, act }: FormOf): string {
  return hash(JSON.stringify([linkId, directiveId, act]));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
