import type { Line } from './lines.ts';

/** The lines `[from, to)` that make one document. */
export interface DocumentLines {
  readonly from: number;
  readonly to: number;
}

const NATION = /cộng hòa xã hội|chủ nghĩa việt nam|^đảng cộng sản việt nam/u;
/** "12/TB-UBND"; of legal documents the year stands between: "28/2026/QĐ-UBND". */
export const NUMBER_LINE = /(?:^|\s)số\s*:\s*(\d[\d.]*[a-zđ]?)?\s*([/-])\s*((?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d/.&-]*)/u;
/** Party documents write "Số 215-TB/VPTU", alone on its line. */
export const PARTY_NUMBER = /^số\s+(\d+)\s*([/-])\s*(\p{L}+\/[\p{L}-]+)$/u;
export const PLACE_DATE =
  /(?:^|\s)\p{L}[\p{L}\s.-]{1,40}, ngày\s*(\d{1,2})?\s*(?:tháng|[/.-])\s*(\d{1,2})?\s*(?:năm|[/.-])\s*(\d{4})\.?$/u;
/** Bodies that issue documents, as a line of the left header block begins. */
const ISSUER_LINE =
  /^(?:ủy ban|ubnd|hội đồng|văn phòng|bộ |sở |cục |chi cục|tổng cục|ban |công an|tỉnh|thành phố|huyện|quận|thị xã|xã |phường|thủ tướng|chính phủ|thanh tra|viện|tòa án|kho bạc|ngân hàng|trung tâm|đảng bộ|tổng công ty|công ty|tập đoàn)/u;
const HEADER_WORD = /số|ngày|xã hội|chủ nghĩa|việt nam/u;
/** Lines of two header marks apart: a header is compact. */
const HEADER_SPREAD = 10;

/** Splits a file into its documents by their header blocks (quốc hiệu, số/ký hiệu, place and date). */
export function splitDocuments(lines: readonly Line[]): DocumentLines[] {
  const starts: number[] = [];
  let lastMark = Number.NEGATIVE_INFINITY;
  let mark: { first: number; last: number; kinds: Set<string> } | null = null;
  const accept = (): void => {
    if (!mark) return;
    const whole = mark.kinds.has('nation') || (mark.kinds.has('number') && mark.kinds.has('place'));
    if (!whole || confirms(lines, mark.first, mark.last)) return;
    const start = withIssuer(lines, mark.first);
    const before = lines.slice(Math.max(0, starts.at(-1) ?? 0), start);
    if (starts.length === 0 || (before.some(isBodyLine) && !isForm(before, mark.kinds))) starts.push(start);
  };
  lines.forEach((_, i) => {
    const kinds = headerKinds(lines, i);
    if (kinds.length === 0) return;
    if (mark && textLinesBetween(lines, lastMark, i) <= HEADER_SPREAD) {
      for (const k of kinds) mark.kinds.add(k);
      mark.last = i;
    } else {
      accept();
      mark = { first: i, last: i, kinds: new Set(kinds) };
    }
    lastMark = i;
  });
  accept();
  if (starts.length === 0) return [{ from: 0, to: lines.length }];
  // Words before the first header belong to the first document.
  starts[0] = 0;
  return starts.map((from, k) => ({ from, to: starts[k + 1] ?? lines.length }));
}

/** "XÁC THỰC VĂN BẢN HỢP NHẤT": its number and day stand at the end of a consolidated text, and begin no other. */
export const CONFIRMED = /^xác (?:thực|nhận) văn bản hợp nhất/u;
const NEAR = 4;

function confirms(lines: readonly Line[], first: number, last: number): boolean {
  return lines
    .slice(Math.max(0, first - NEAR), last + NEAR)
    .some((l) => l.kind === 'text' && CONFIRMED.test(l.clean.folded));
}

/** A line's folded text, with the next line where a date goes on there ("ngày 17 / tháng 11 năm 2025"). */
export function headerText(lines: readonly Line[], i: number): string {
  const line = lines[i];
  if (line?.kind !== 'text') return '';
  const { folded } = line.clean;
  if (!/ngày\s*\d*$|tháng\s*\d*$|năm$/u.test(folded)) return folded;
  const next = lines.slice(i + 1, i + 3).find((l) => l.kind === 'text');
  return next ? `${folded} ${next.clean.folded}` : folded;
}

function headerKinds(lines: readonly Line[], i: number): string[] {
  const folded = headerText(lines, i);
  if (folded === '' || folded.length > 200 || !HEADER_WORD.test(folded)) return [];
  const kinds: string[] = [];
  if (isNation(folded, lines[i]?.clean.text ?? '')) kinds.push('nation');
  const number = NUMBER_LINE.exec(folded) ?? PARTY_NUMBER.exec(folded);
  if (number && (number.index === 0 || folded.length < 120)) kinds.push('number');
  if (PLACE_DATE.test(folded)) kinds.push('place');
  return kinds;
}

const FORM_TITLE = /^(?:mẫu|biểu mẫu|biểu|phụ lục|mẫu biểu)(?: số)? ?[\divxlc.\p{L}-]{0,8}(?:[:.\s/(]|$)/u;
const NEAR_TITLE = 4;

/** A form of an annex carries the country's name too: it stands below its own title, or has neither number nor day. */
function isForm(before: readonly Line[], kinds: ReadonlySet<string>): boolean {
  if (!kinds.has('number') && !kinds.has('place')) return true;
  const above = before.filter((l) => l.kind === 'text').slice(-NEAR_TITLE);
  return above.some((l) => l.clean.text.length < 90 && FORM_TITLE.test(l.clean.folded));
}

/** The country's name over a document: in capitals, or alone on its line; not "… với nước Cộng hòa xã hội chủ nghĩa Việt Nam". */
function isNation(folded: string, text: string): boolean {
  const found = folded.length < 130 ? NATION.exec(folded) : null;
  if (!found) return false;
  const said = text.slice(found.index, found.index + found[0].length);
  return said === said.toUpperCase() || (found.index === 0 && folded.length < 60);
}

function textLinesBetween(lines: readonly Line[], from: number, to: number): number {
  let n = 0;
  for (let i = from + 1; i < to; i++) if (lines[i]?.kind === 'text') n++;
  return n;
}

function isBodyLine(line: Line): boolean {
  return line.kind === 'text' && line.clean.text.length > 60 && /\p{Ll}{2}/u.test(line.clean.text);
}

/** Walks back over the names of the issuing bodies that stand above the first mark. */
function withIssuer(lines: readonly Line[], first: number): number {
  let start = first;
  for (let i = first - 1, seen = 0; i >= 0 && seen < 6; i--) {
    const line = lines[i];
    if (!line || line.kind === 'blank' || line.kind === 'furniture') continue;
    if (line.kind === 'break') {
      start = i;
      continue;
    }
    const { text, folded } = line.clean;
    if (/\p{Ll}/u.test(text) || !ISSUER_LINE.test(folded)) break;
    start = i;
    seen++;
  }
  return start;
}
