import { NUMBER_LINE, PARTY_NUMBER } from '../structure/documents.ts';
import type { HeaderField } from './types.ts';
import type { ZoneLine } from './zone.ts';

/** "Số 12/TB-UBND" without a colon, alone on its line. */
export const BARE_NUMBER = /^số\s+(\d[\d.]*[a-z]?)\s*([/-])\s*((?:\d{4}\/)?\p{L}[\p{L}\d/.&-]*)(?:\s*\(\p{L}+\))?$/u;
/** What the stamp of whoever received the document says: its number there is not the document's own. */
const RECEIVED = /(?:^|\s)(?:đến|công văn đến|văn bản đến|số đến|ngày đến|chuyển)(?:\s*[:.]|\s*$|\s+số)/u;
/** A number left open: "Số:      /TB-UBND", "Số: …/TB-UBND". */
const BLANK = /(?:^|\s)số\s*:?\s*[\s.…_]*[/-]\s*(?:\d{4}\s*\/\s*)?\p{L}/u;

export interface FoundNumber extends HeaderField<string> {
  /** Where it stands among the lines; −1 where it does not. */
  readonly at: number;
}

/** The number and symbol of a document by the lines of its header. */
export function readNumber(zone: readonly ZoneLine[]): FoundNumber {
  let blank = -1;
  const found: { value: string; at: number }[] = [];
  zone.forEach(({ text, folded }, i) => {
    if (isReceived(zone, i)) return;
    const m = NUMBER_LINE.exec(folded) ?? PARTY_NUMBER.exec(folded) ?? BARE_NUMBER.exec(folded);
    if (m?.[1]) found.push({ value: numberAsWritten(text, m), at: i });
    else if (blank < 0 && BLANK.test(folded)) blank = i;
  });
  const [first] = found;
  if (!first)
    return { value: null, at: blank, confidence: blank < 0 ? 0.6 : 0.95, why: blank < 0 ? 'missing' : 'blank' };
  const another = found.some((f) => f.value !== first.value);
  if (another) return { ...first, confidence: 0.7, why: 'several' };
  return { ...first, confidence: 0.98 };
}

/** Does the line belong to a receiver's stamp, or is the line above it its head ("ĐẾN")? */
export function isReceived(zone: readonly ZoneLine[], i: number): boolean {
  const own = zone[i]?.folded ?? '';
  if (/^số\s*:?\s*\d+\s*$/u.test(own) || RECEIVED.test(own.slice(0, 24))) return true;
  return /^(?:công văn |văn bản )?đến$/u.test(zone[i - 1]?.folded ?? '');
}

/** "55 /TTr-CAT" → "55/TTr-CAT": as written, without blanks. */
function numberAsWritten(text: string, m: RegExpExecArray): string {
  const whole = text.slice(m.index, m.index + m[0].length);
  return whole
    .replace(/^\s*\p{L}+\s*:?\s*/u, '')
    .replace(/\s+/g, '')
    .replace(/\(\p{L}+\)$/u, '')
    .replace(/[.]+$/, '');
}
