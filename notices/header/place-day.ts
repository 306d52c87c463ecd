import { type Day, dayOfParts } from '../../dsl/time/day.ts';
import type { HeaderField } from './types.ts';
import type { ZoneLine } from './zone.ts';

const PLACE_DAY =
  /(?:^|\s{2,}|[\p{L}\d] )?(\p{L}[\p{L}\s.-]{1,40}), ?(?:hồi \d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: phút)?)?,? ?)?ngày\s*([\d.…_]{0,4})\s*(?:tháng|[/.-])\s*([\d.…_]{0,4})\s*(?:năm|[/.-])\s*(\d{4})\.?$/u;

export interface PlaceDay {
  readonly place: HeaderField<string>;
  readonly issued: HeaderField<Day>;
  /** The first day of a month, or of a year, that is all that is written. */
  readonly month: Day | null;
  /** Where they stand among the lines; −1 where they do not. */
  readonly at: number;
}

/** The place and day of a header: "Hải Sơn, ngày 24 tháng 02 năm 2025". */
export function readPlaceDay(zone: readonly ZoneLine[]): PlaceDay {
  for (const [i, { text, folded }] of zone.entries()) {
    const m = PLACE_DAY.exec(folded);
    if (!m?.[1] || !m[4]) continue;
    const [day, month, year] = [wholeOf(m[2]), wholeOf(m[3]), Number(m[4])];
    const begin = m.index + m[0].indexOf(m[1]);
    const place = placeOf(text.slice(begin, begin + m[1].length));
    const issued = day && month ? dayOfParts(year, month, day) : null;
    return {
      at: i,
      place: place === null ? MISSING : { value: place, confidence: 0.95 },
      issued: issued
        ? { value: issued, confidence: 0.98 }
        : { value: null, confidence: 0.95, why: day && month ? 'unsure' : month ? 'month' : 'blank' },
      month: issued ? null : dayOfParts(year, month || 1, 1),
    };
  }
  return { at: -1, place: MISSING, issued: MISSING, month: null };
}

const MISSING = { value: null, confidence: 0.6, why: 'missing' } as const;

function wholeOf(digits: string | undefined): number {
  return /^\d{1,2}$/.test(digits ?? '') ? Number(digits) : 0;
}

/** The name of a place at the end of what stands before the day: other columns of the line are none of it. */
function placeOf(words: string): string | null {
  const name =
    /(?:^|\s)((?:\p{Lu}{1,2}[\p{Ll}.]*)(?:(?:\s|\s?-\s?)(?:\p{Lu}{1,2}[\p{Ll}.]*|phố|tỉnh|xã|phường|huyện|đảo))*)$/u.exec(
      words.trim(),
    )?.[1];
  // A body in capitals that stands before it on the line, or the motto.
  return name?.replace(/^(?:.*\s)?(?:Hạnh phúc)\s+/u, '').trim() ?? null;
}
