import { createHash } from 'node:crypto';

/** A Message-ID for a row that has no usable one: the same each time it is asked for. */
export function fallbackMessageId(rowId: string, domain: string): string {
  return `<row.${hash(rowId)}@${domain}>`;
}

const MESSAGE_ID = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,120}@([A-Za-z0-9.-]{1,120})>$/;

export function isMessageId(text: string | null | undefined): text is string {
  return typeof text === 'string' && MESSAGE_ID.test(text);
}

/** Domain of a Message-ID or of an address. */
export function domainOf(text: string): string {
  return text.slice(text.lastIndexOf('@') + 1).replace(/>$/, '');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
