import { type Day, dayOfParts } from '../../dsl/time/day.ts';
import { headerText, NUMBER_LINE, PARTY_NUMBER, PLACE_DATE } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';
import type { Urgency } from '../types.ts';
import { readIssuer } from './issuer.ts';
import { readOpening } from './opening.ts';
import { secrecyOf } from './secrecy.ts';
import { readSigner } from './signer.ts';

export interface Header {
  readonly number: string | null;
  readonly issued: Day | null;
  /** What the years left out are read from where the issue date is lost: its month, or the meeting day. */
  readonly fallback: Day | null;
  readonly issuer: string | null;
  readonly signer: string | null;
  readonly urgency?: Urgency;
  readonly secrecy?: string;
}

const URGENCY: Record<string, Urgency> = {
  'hỏa tốc': 'hoả tốc',
  'hỏa tốc hẹn giờ': 'hoả tốc',
  'thượng khẩn': 'thượng khẩn',
  khẩn: 'khẩn',
};
/** A header never takes more lines than this. */
const ZONE_LINES = 30;

/** Reads what the header, the opening sentence and the signature block say of one document. */
export function readHeader(lines: readonly Line[], margins: readonly string[] = []): Header {
  const zone = headerZone(lines);
  let number: string | null = null;
  let issued: Day | null = null;
  let month: Day | null = null;
  let urgency: Urgency | undefined;
  for (const [i, { clean }] of zone.entries()) {
    const at = NUMBER_LINE.exec(clean.folded) ?? PARTY_NUMBER.exec(clean.folded);
    if (at?.[1] && number === null) number = numberAsWritten(clean.text, at);
    const date = PLACE_DATE.exec(headerText(zone, i));
    if (date && issued === null && month === null) {
      const [day, mon, year] = [Number(date[1]), Number(date[2]), Number(date[3])];
      if (date[1] && date[2]) issued = dayOfParts(year, mon, day);
      else month = dayOfParts(year, date[2] ? mon : 1, 1);
    }
    for (const piece of stamps(clean.text, clean.folded)) {
      urgency ??= URGENCY[piece];
    }
  }
  const secrecy = secrecyOf(zone, lines, margins);
  const opening = readOpening(lines);
  return {
    number: number ?? opening.number,
    issued: issued ?? (month ? null : opening.issued),
    fallback: month ?? opening.meeting,
    issuer: readIssuer(zone) ?? opening.issuer,
    signer: readSigner(lines),
    ...(urgency ? { urgency } : {}),
    ...(secrecy ? { secrecy } : {}),
  };
}

/** The lines before the first line of running text. */
function headerZone(lines: readonly Line[]): Line[] {
  const zone: Line[] = [];
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const { text, folded } = line.clean;
    const mark = NUMBER_LINE.test(folded) || PLACE_DATE.test(folded) || folded.includes('cộng hòa xã hội');
    if (!mark && text.length > 90 && /\p{Ll}/u.test(text)) {
      if (zone.length > 0 && /^(?:#|source:|form:|https?:)/.test(text)) continue;
      if (zone.length > 1) break;
      continue;
    }
    zone.push(line);
    if (zone.length >= ZONE_LINES) break;
  }
  return zone;
}

/** "55 /TTr-CAT" → "55/TTr-CAT": as written, without blanks. */
function numberAsWritten(text: string, m: RegExpExecArray): string {
  const whole = text.slice(m.index, m.index + m[0].length);
  return whole
    .replace(/^\s*\p{L}+\s*:?\s*/u, '')
    .replace(/\s+/g, '')
    .replace(/[.]+$/, '');
}

/** Words that stand alone on a line, or alone in a cell of it, in capitals. */
function stamps(text: string, folded: string): string[] {
  if (/\p{Ll}/u.test(text) && !/(?:độ|mức) (?:mật|khẩn)/u.test(folded)) return [];
  return [
    folded
      .replace(/^(?:độ|mức) (?:mật|khẩn)\s*:?\s*/u, '')
      .replace(/[^\p{L}\s]/gu, '')
      .trim(),
  ];
}
