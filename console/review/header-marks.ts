import { partsOf } from '../../dsl/time/day.ts';
import type { Notice, Span } from '../../notices/index.ts';
import { placesOf } from '../../office/review/find-words.ts';
import { HEADER_NAMES, type HeaderFieldName } from '../../texts/review/index.ts';

export interface HeaderMark {
  readonly field: HeaderFieldName;
  readonly span: Span;
}

/** Above the first directive stands the header, under the last the signature; this far into either is looked. */
const ZONE = 3000;

/**
 * Where the fields of the header stand. The reader gives their values, not their places, so they are looked for; one
 * that is not found as it was read is not marked.
 */
export function headerMarks(text: string, notice: Notice): HeaderMark[] {
  const [start, end] = notice.span;
  const first = Math.min(end, ...notice.directives.map((d) => d.span[0]));
  const last = Math.max(start, ...notice.directives.map((d) => d.span[1]));
  const top: Span = [start, Math.max(Math.min(first, start + ZONE), Math.min(end, start + 400))];
  const bottom: Span = [Math.min(last, end), end];
  const found: [HeaderFieldName, Span[]][] = [
    ['number', notice.number === null ? [] : matches(spaced(notice.number), text, top).slice(0, 1)],
    ['issued', notice.issued === null ? [] : matches(dateForm(notice.issued), text, top).slice(0, 1)],
    ['urgency', notice.urgency === undefined ? [] : matches(urgencyForm(notice.urgency), text, top).slice(0, 1)],
    ['issuer', notice.issuer === null ? [] : issuerPlaces(notice.issuer, text, top)],
    ['signer', notice.signer === null ? [] : placesOf(notice.signer, text, bottom).slice(-1)],
  ];
  return found.flatMap(([field, spans]) => spans.map((span) => ({ field, span })));
}

/** What was read of a field of the letterhead; null where nothing was. */
export function headerValue(notice: Notice, field: HeaderFieldName): string | null {
  const value = field === 'place' ? notice.header?.place.value : notice[field];
  return value ?? null;
}

export const HEADER_FIELDS = Object.keys(HEADER_NAMES) as HeaderFieldName[];

function matches(form: string, text: string, [from, to]: Span): Span[] {
  const part = text.slice(from, to);
  return [...part.matchAll(new RegExp(form, 'giu'))].map((m) => [from + m.index, from + m.index + m[0].length]);
}

/** Blanks are left out of a number as it is read: "55 /TTr-CAT". */
function spaced(number: string): string {
  return [...number].map(escaped).join('[ \\t]*');
}

function dateForm(day: string): string {
  const { year, month, date } = partsOf(day);
  return `ngày[ \\t]*0?${date}[ \\t]*tháng[ \\t]*0?${month}[ \\t]*năm[ \\t]*${year}`;
}

/** "hoả tốc" is written "hỏa tốc" as well. */
function urgencyForm(urgency: string): string {
  return escaped(urgency).replace('oả', '(?:oả|ỏa)');
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/**
 * The issuer often stands in two lines beside other columns: each piece of a line that is a part of its name, two words
 * and more, counts, up to the first directive's words.
 */
function issuerPlaces(issuer: string, text: string, [from, to]: Span): Span[] {
  const name = folded(issuer);
  const whole = placesOf(issuer, text, [from, to])[0];
  if (whole) return [whole];
  const spans: Span[] = [];
  let left = name;
  for (const m of text.slice(from, to).matchAll(/\S+(?:[ ]\S+)*/gu)) {
    const piece = folded(m[0]);
    if (!piece.includes(' ') || !left.includes(piece)) continue;
    spans.push([from + m.index, from + m.index + m[0].length]);
    left = left.replace(piece, '|');
  }
  return spans;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
