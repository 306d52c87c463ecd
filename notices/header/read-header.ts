import { present } from '../../dsl/present.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { Line } from '../structure/lines.ts';
import { clean } from '../text/clean.ts';
import type { Span, Urgency } from '../types.ts';
import { consolidationOf } from './consolidated.ts';
import { issuerByTitle, readIssuer } from './issuer.ts';
import { isReceived, readNumber } from './number.ts';
import { type HeaderOpening, readOpening } from './opening.ts';
import { ownReference } from './own-reference.ts';
import { readPlaceDay } from './place-day.ts';
import { secrecyOf } from './secrecy.ts';
import { readSignature } from './signature.ts';
import type { HeaderField, HeaderFields } from './types.ts';
import { headerZone, type ZoneLine } from './zone.ts';

export interface Header {
  readonly fields: HeaderFields;
  /** What the years left out are read from where the issue date is lost: its month, or the meeting day. */
  readonly fallback: Day | null;
}

const URGENCY: Record<string, Urgency> = {
  'hỏa tốc': 'hoả tốc',
  'hỏa tốc hẹn giờ': 'hoả tốc',
  'thượng khẩn': 'thượng khẩn',
  khẩn: 'khẩn',
};
/** A field nobody is sure of: words of a scan, or of another doubtful place. */
const DOUBTED = 0.6;
/** What stands beside the text, and not in its header. */
const BESIDE = 0.75;

/**
 * Reads what the header, the opening sentence and the signature block say of one document.
 *
 * @param source the text the lines stand in
 * @param margins words beside the text, see `SourceText.margins`
 * @param unsure places whose letters nobody is sure of
 */
export function readHeader(
  source: string,
  lines: readonly Line[],
  margins: readonly string[] = [],
  unsure: readonly Span[] = [],
): Header {
  const own = headerZone(source, lines).filter((_, i, zone) => !isReceived(zone, i));
  const opening = readOpening(lines);
  const written = readNumber(own);
  const dated = readPlaceDay(own);
  const beside = written.at < 0 && dated.at < 0 ? zoneOfMargins(margins) : [];
  const reference = written.value === null || dated.issued.value === null ? ownReference(lines) : null;
  const doubted = <T>(field: HeaderField<T>, line: ZoneLine | undefined): HeaderField<T> =>
    line && field.value !== null && touches(line.span, unsure)
      ? { value: field.value, confidence: Math.min(field.confidence, DOUBTED), why: 'unsure' }
      : { value: field.value, confidence: field.confidence, ...present({ why: field.why }) };
  const number = doubted(written, own[written.at]);
  const issued = doubted(dated.issued, own[dated.at]);
  const issuer = readIssuer(own);
  const hasHeader = written.at >= 0 || dated.at >= 0;
  const confirmed = number.value === null ? consolidationOf(source, lines) : null;
  return {
    fields: {
      number: firstOf(
        number,
        confirmed?.number ?? null,
        fromBeside(readNumber(beside)),
        fromReference(reference?.number ?? null),
        fromOpening(opening.number, hasHeader),
      ),
      issued: firstOf(
        issued,
        confirmed?.issued ?? null,
        fromBeside(readPlaceDay(beside).issued),
        fromReference(reference?.issued ?? null),
        fromOpening(opening.issued, hasHeader),
      ),
      place: doubted(dated.place, own[dated.at]),
      issuer: firstOf(issuer, fromBeside(readIssuer(beside)), ...otherIssuers(lines, opening)),
      signer: readSignature(lines),
      secrecy: secrecyField(secrecyOf(source, linesOf(lines, own), lines, margins)),
      urgency: urgencyOf(own),
    },
    fallback: dated.month ?? opening.meeting,
  };
}

/** The first that has a value; where none has, the first, which says why. */
function firstOf<T>(first: HeaderField<T>, ...others: readonly (HeaderField<T> | null)[]): HeaderField<T> {
  // A blank is what a person sees: nothing else fills it.
  if (first.value !== null || first.why === 'blank' || first.why === 'month') return first;
  return others.find((f) => f !== null && f.value !== null) ?? first;
}

function fromBeside<T>({ value, confidence }: HeaderField<T>): HeaderField<T> | null {
  return value === null ? null : { value, confidence: Math.min(confidence, BESIDE), why: 'margin' };
}

function fromReference<T>(value: T | null): HeaderField<T> | null {
  return value === null ? null : { value, confidence: 0.7, why: 'annex' };
}

/** A text that kept its header does not take its number from a sentence: that is another document's. */
function fromOpening<T>(value: T | null, hasHeader: boolean): HeaderField<T> | null {
  return value === null || hasHeader ? null : { value, confidence: 0.7, why: 'opening' };
}

function otherIssuers(lines: readonly Line[], { issuer }: HeaderOpening): HeaderField<string>[] {
  const titled = issuerByTitle(lines);
  return [
    ...(titled === null ? [] : [{ value: titled, confidence: 0.85, why: 'title' as const }]),
    ...(issuer === null ? [] : [{ value: issuer, confidence: 0.6, why: 'closing' as const }]),
  ];
}

function secrecyField(value: string | null): HeaderField<string> {
  return { value, confidence: value === null ? 0.95 : 0.9 };
}

function urgencyOf(zone: readonly ZoneLine[]): HeaderField<Urgency> {
  for (const { text, folded } of zone) {
    const value = URGENCY[stamp(text, folded)];
    if (value) return { value, confidence: 0.95 };
  }
  return { value: null, confidence: 0.9 };
}

/** Words that stand alone on a line, or alone in a cell of it, in capitals. */
function stamp(text: string, folded: string): string {
  if (/\p{Ll}/u.test(text) && !/(?:độ|mức) (?:mật|khẩn)/u.test(folded)) return '';
  return folded
    .replace(/^(?:độ|mức) (?:mật|khẩn)\s*:?\s*/u, '')
    .replace(/[^\p{L}\s]/gu, '')
    .trim();
}

/** Letterheads that Word keeps in the head of the first page. */
function zoneOfMargins(margins: readonly string[]): ZoneLine[] {
  const all = margins
    .flatMap((words) => words.split('\n'))
    .map((words) => {
      const { text, folded } = clean(words, [[0, words.length]]);
      return { text, folded, span: [0, 0] as const };
    });
  return all.filter(({ text }, i) => text !== '' && !isReceived(all, i));
}

function linesOf(lines: readonly Line[], zone: readonly ZoneLine[]): Line[] {
  const [from, to] = [zone[0]?.span[0] ?? 0, zone.at(-1)?.span[1] ?? 0];
  return lines.filter((l) => l.kind === 'text' && l.start >= from && l.end <= to);
}

function touches([a, b]: Span, spans: readonly Span[]): boolean {
  return spans.some(([x, y]) => x < b && a < y);
}
