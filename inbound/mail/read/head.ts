import { isMessageId } from '../../../delivery/email/thread.ts';

/** Header fields of a mail, the outermost ones, in their order. */
export interface Head {
  /** Of the first field of this name, one line, as it was sent; undefined where there is none. */
  value(name: string): string | undefined;
  /** Of every field of this name. */
  values(name: string): readonly string[];
}

/** Mail that says more about itself is no mail of people or of their servers. */
export const MOST_HEAD_BYTES = 256 * 1024;
const MOST_FIELDS = 1_000;
const MOST_VALUE = 64 * 1024;
const MOST_IDS = 50;

export function mailHeadOf(fields: readonly { readonly key: string; readonly value: string }[]): Head {
  const named = (name: string) => fields.filter(({ key }) => key === name).map(({ value }) => value.trim());
  return { value: (name) => named(name)[0], values: named };
}

/**
 * The header of a mail without its body: the bytes are walked through once, whatever they are. Undefined where there is
 * no header, or one larger than any that is read.
 */
export function readHead(raw: Uint8Array): Head | undefined {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, MOST_HEAD_BYTES));
  const fields: { key: string; value: string }[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0 && raw.length > bytes.length) return undefined;
    const line = bytes.toString('utf8', at, end < 0 ? bytes.length : end).replace(/\r$/, '');
    if (line === '') break;
    const last = fields.at(-1);
    if ((line[0] === ' ' || line[0] === '\t') && last !== undefined) {
      if (last.value.length < MOST_VALUE) last.value += ` ${line.trim()}`.slice(0, MOST_VALUE);
    } else {
      const colon = line.indexOf(':');
      if (colon > 0 && fields.length < MOST_FIELDS) {
        fields.push({
          key: line.slice(0, colon).trim().toLowerCase(),
          value: line.slice(colon + 1).slice(0, MOST_VALUE),
        });
      }
    }
    if (end < 0) break;
    at = end + 1;
  }
  return fields.length === 0 ? undefined : mailHeadOf(fields);
}

/** Message-IDs a mail answers, the nearest first. */
export function answeredIn(head: Head): string[] {
  const ids = (text: string | undefined) => (text?.slice(0, MOST_VALUE).match(/<[^<>\s]+>/g) ?? []).filter(isMessageId);
  return [...new Set([...ids(head.value('in-reply-to')), ...ids(head.value('references')).reverse()])].slice(
    0,
    MOST_IDS,
  );
}
