import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing, LinkKey } from './keys.ts';

/** What something signed is for: a form's nonce never opens a page, a link is never taken for an act's signature. */
export type Purpose = 'link' | 'form' | 'act' | 'device' | 'passkey';

/** 192 bits in 32 letters: short enough for a text message, far beyond guessing. */
const MAC_LETTERS = 32;
const TOKEN_MAX = 200;
const TOKEN_FORM = /^([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\.([A-Za-z0-9_-]{32})\.([0-9a-f]{4})$/;

/**
 * `fields.mac.key`, every part of letters that need no escaping in an address. The last letter is a hex digit: mail
 * programs that find addresses in plain text leave out a `-` or `_` at their end.
 */
export function sign(ring: KeyRing, purpose: Purpose, fields: readonly string[]): string {
  const body = fields.join('.');
  return `${body}.${macOf(ring.current, purpose, body)}.${ring.current.id}`;
}

/** The fields of a token this ring signed for this purpose; undefined for anything else. Constant in the secret. */
export function open(ring: KeyRing, purpose: Purpose, token: string): string[] | undefined {
  const [, body = '', mac = '', keyId = ''] = token.length <= TOKEN_MAX ? (TOKEN_FORM.exec(token) ?? []) : [];
  const key = ring.find(keyId);
  if (!key) return undefined;
  // Both are 32 ASCII letters, and comparing letters leaves one spelling only for each token.
  const same = timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(key, purpose, body)));
  return same ? body.split('.') : undefined;
}

/** Links of messages, and the tickets of the office's pages, of people's own, and of passwords. */
const IN_TEXT = /(\/l\/|\/(?:vp|toi)\/vao\/|\/mat-khau\/)[A-Za-z0-9_.-]+/g;

/** A text for other eyes than its reader's: whoever has a link may act by it, so the tokens in it are left out. */
export function withoutTokens(text: string): string {
  return text.replace(IN_TEXT, '$1…');
}

function macOf({ id, secret }: LinkKey, purpose: Purpose, body: string): string {
  const mac = createHmac('sha256', secret).update(`dondoc.v1\0${purpose}\0${id}\0${body}`).digest('base64url');
  return mac.slice(0, MAC_LETTERS);
}
