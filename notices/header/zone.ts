import { NUMBER_LINE, PLACE_DATE } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';
import { clean } from '../text/clean.ts';
import type { Span } from '../types.ts';

/** A line of the header with what a column, a cell or a page cut off put back. */
export interface ZoneLine {
  readonly text: string;
  readonly folded: string;
  readonly span: Span;
}

/** A header never takes more lines than this. */
const ZONE_LINES = 30;
const NATION = 'cộng hòa xã hội chủ nghĩa việt nam'.split(' ');
/** A line that cannot be whole: what it begins stands on the next one. */
const BROKEN = [
  /(?:^|\s)số\s*:?$/u,
  /(?:^|\s)số\s*:?\s*\d+$/u,
  /\d\s*\/$/u,
  /\/[\p{L}-]+-$/u,
  /, ?ngày(?:\s+\d{1,2}(?:\s+tháng(?:\s+\d{1,2}(?:\s+năm)?)?)?)?$/u,
  /^ngày\s+\d{1,2}(?:\s+tháng)?$/u,
  /^(?:thành|thành phố|thành phố hồ|thành phố hồ chí|tỉnh|tp\.?)$/u,
];
/** What goes on a line before it and begins none of its own. */
const GOES_ON: readonly (readonly [before: RegExp, next: RegExp])[] = [
  [/^\p{Lu}[\p{L} .-]{1,30},$/u, /^ngày\s/iu],
  [/^(?:ủy|hội|hội đồng|văn|thủ|chính|bộ|sở|viện|tòa)$/iu, /^\p{Lu}/u],
  [/(?:^|\s)(?:ủy ban|ủy ban nhân|hội đồng nhân|văn)$/iu, /^(?:nhân dân|dân|phòng)(?:\s|$)/iu],
];

/**
 * The lines before the first line of running text, what was cut apart put together: a name over two lines, a number below
 * its "Số:", cells of a letterhead that a table holds.
 *
 * @param source the text the lines stand in
 */
export function headerZone(source: string, lines: readonly Line[]): ZoneLine[] {
  const zone: Line[] = [];
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const { text, folded } = line.clean;
    const mark = NUMBER_LINE.test(folded) || PLACE_DATE.test(folded) || folded.includes('cộng hòa xã hội');
    if (!mark && text.length > 90 && /\p{Ll}/u.test(text)) {
      // What the document is about may be long, and the day stand below it.
      if (zone.length > 0 && /^(?:#|source:|form:|https?:|v\/v|về việc)/.test(folded)) continue;
      if (zone.length > 1) break;
      continue;
    }
    zone.push(line);
    if (zone.length >= ZONE_LINES) break;
  }
  return mended(
    source,
    zone.flatMap((line) => cellsOf(source, line)),
  );
}

/** A row of a letterhead is its cells, and a cell its lines. */
function cellsOf(source: string, { start, end, clean: own }: Line): ZoneLine[] {
  const raw = source.slice(start, end);
  if (!/^\s*\|/.test(raw)) return [{ text: own.text, folded: own.folded, span: [start, end] }];
  const pieces: ZoneLine[] = [];
  for (const m of raw.matchAll(/[^|;]+/g)) {
    const span: Span = [start + m.index, start + m.index + m[0].length];
    const { text, folded } = clean(source, [span]);
    if (/\p{L}/u.test(text)) pieces.push({ text, folded, span });
  }
  return pieces;
}

function mended(source: string, lines: readonly ZoneLine[]): ZoneLine[] {
  const out: ZoneLine[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    // A blank line or a bar between them parts them.
    const touches =
      last &&
      /^[\s*|\\]{0,12}$/.test(source.slice(last.span[1], line.span[0])) &&
      !source.slice(last.span[1], line.span[0]).includes('\n\n');
    if (last && touches && goesOn(last, line)) {
      out.pop();
      out.push({
        text: `${last.text} ${line.text}`,
        folded: `${last.folded} ${line.folded}`,
        span: [last.span[0], line.span[1]],
      });
    } else out.push(line);
  }
  return out;
}

function goesOn(last: ZoneLine, next: ZoneLine): boolean {
  if (BROKEN.some((p) => p.test(last.folded))) return true;
  if (
    GOES_ON.some(
      ([before, after]) =>
        before.test(before.flags.includes('i') ? last.folded : last.text) &&
        after.test(after.flags.includes('i') ? next.folded : next.text),
    )
  )
    return true;
  return isNationBroken(last.folded, next.folded);
}

/** "CỘNG HÒA XÃ" above "HỘI CHỦ NGHĨA VIỆT NAM". */
function isNationBroken(before: string, after: string): boolean {
  for (let k = 1; k < NATION.length; k++)
    if (before === NATION.slice(0, k).join(' ') && after === NATION.slice(k).join(' ')) return true;
  return false;
}
