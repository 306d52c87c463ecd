import { NUMBER_LINE, PARTY_NUMBER } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';
import { fold } from '../text/clean.ts';
import { BARE_NUMBER } from './number.ts';

/** Levels of secrecy, as Luật Bảo vệ bí mật nhà nước 117/2025/QH15 names them; the longer names first. */
const MARKS = ['tuyệt mật', 'tối mật', 'mật'] as const;
const ALONE = /^(?:độ |mức )?(?:mật\s*[:-]\s*)?(?:(?:tài liệu|văn bản) )?(tuyệt mật|tối mật|mật)$/u;
const DECLARED = /(?:^|\s)(?:độ|mức độ|mức) mật\s*[:-]\s*(tuyệt mật|tối mật|mật)/u;
/** At an edge of a line in capitals, beside a heading or a number. */
const AT_EDGE =
  /(?:^|[^\p{L}])(TUYỆT MẬT|TỐI MẬT|MẬT)[^\p{L}]*$|^[^\p{L}]*(TUYỆT MẬT|TỐI MẬT|MẬT)(?![\p{L}]| (?:ĐỘ|MÃ|KHẨU|THIẾT|VỤ))/u;
/** Words after which the last one is no mark: "BÍ MẬT", "BẢO MẬT", "ĐỘ MẬT", and the stamp of what is secret no longer. */
const NO_MARK = /(?:BÍ|BẢO|CƠ|ĐỘ|GIẢI|KHÔNG|HỒ SƠ|TÀI LIỆU|VĂN BẢN)\s+(?:TUYỆT |TỐI )?MẬT[^\p{L}]*$/u;
const NO_MARK_GOES_ON = /(?:^|[^\p{L}])(?:bí|bảo|cơ|giải|không)$/u;
/** Beside what a mark is stamped. */
const HEADING =
  /cộng hòa xã hội|độc lập\s*[-–]|đảng cộng sản|^(?:tuyệt mật |tối mật |mật )?(?:ủy ban|ubnd|hội đồng|văn phòng|bộ |sở |cục |ban |công an|tỉnh|thành phố|xã |phường |đảng)/u;
/** "12-TB/TU (TM)": only in brackets, for else it is an office's own letters. */
const SHORT_IN_BRACKETS: Readonly<Record<string, string>> = { tm: 'tối mật', ttm: 'tuyệt mật' };
/** "12-M/TB-UBND", "12/TB-UBND-M", "12/TB-UBND (M)", "12/TB-UBND-MẬT". */
const IN_NUMBER = /[-/(]\s*(?:m|mật|tối mật|tuyệt mật)\s*(?:[-/)]|$)/u;
/** "05/TM-UBND": a letter of invitation, an office called so, or a mark of secrecy in short. */
const MAYBE_IN_NUMBER = /[-/](t?tm)(?=[-/]|$)/u;

/** Cells of a line stand apart by more than a blank. */
const APART = /\s{2,}|\t/u;

/**
 * The mark of secrecy of a document, wherever it stands: on a line of its own, beside a heading, in the number, in a
 * page's head or foot, in a box or a stamp. Null where there is none.
 *
 * @param source the text the lines stand in
 * @param zone the lines of the header
 * @param lines all lines of the document
 * @param margins words beside the text, see `SourceText.margins`
 */
export function secrecyOf(
  source: string,
  zone: readonly Line[],
  lines: readonly Line[],
  margins: readonly string[],
): string | null {
  for (const { clean, start, end } of zone) {
    const found =
      besideHeading(clean.text, clean.folded) ??
      inNumber(clean.text, clean.folded) ??
      inCell(source.slice(start, end).normalize('NFC'));
    if (found) return found;
  }
  for (const { kind, clean } of lines) {
    const found = kind === 'text' && clean.text.length < 40 ? alone(clean.text, clean.folded, zone) : null;
    if (found) return found;
  }
  return secrecyBeside(margins);
}

/** The mark in what stands beside a text: stamps, page heads and feet, boxes. */
export function secrecyBeside(margins: readonly string[]): string | null {
  for (const words of margins) {
    const found = besideText(words.normalize('NFC'));
    if (found) return found;
  }
  return null;
}

/** The letters of a number ("TM") that may be a mark of secrecy and may be an office's own; null where there are none. */
export function maybeSecret(number: string | null): string | null {
  return number === null ? null : (MAYBE_IN_NUMBER.exec(fold(number))?.[1]?.toUpperCase() ?? null);
}

/** What stands beside the text, as a whole and line by line: a stamp holds more than its mark. */
function besideText(words: string): string | null {
  const whole = fold(words).replace(/\s+/g, ' ').trim();
  const mark = ALONE.exec(whole)?.[1] ?? spread(whole);
  if (mark) return mark;
  let before = '';
  for (const line of words.includes('\n') ? words.split('\n') : [words]) {
    const folded = fold(line).replace(/\s+/g, ' ').trim();
    const goesOn = endsInOtherWord(before);
    before = folded;
    if (goesOn) continue;
    const found = ALONE.exec(folded)?.[1] ?? DECLARED.exec(folded)?.[1] ?? inNumber(line, folded) ?? atEdge(line);
    if (found) return found;
  }
  return null;
}

/**
 * The mark of secrecy in a row of a list: in the number of its document, or beside what it asks. Null where there is none.
 *
 * @param number as the list has it, "72/TB-VP(M)"; empty where it has none
 */
export function secrecyOfRow(number: string, text: string): string | null {
  const declared = DECLARED.exec(fold(text))?.[1];
  return markIn(fold(number)) ?? declared ?? atEdge(number) ?? atEdge(text);
}

/** Between the two blocks of a heading. */
function inCell(line: string): string | null {
  const cells = line.split(APART).filter((cell) => cell !== '' && !/\p{Ll}/u.test(cell));
  const marks = cells.map((cell) => ALONE.exec(fold(cell).trim())?.[1]);
  return marks.find((mark) => mark !== undefined) ?? null;
}

/** Is this all a mark of secrecy, in capitals as it is stamped? */
export function isStamped(words: string): boolean {
  const folded = fold(words.normalize('NFC')).trim();
  return !/\p{Ll}/u.test(words) && (ALONE.test(folded) || spread(folded) !== null);
}

/** "BẢO", "BÍ": with "MẬT" behind it another word. */
export function endsInOtherWord(words: string): boolean {
  return NO_MARK_GOES_ON.test(fold(words).trim());
}

/** A whole line: in capitals anywhere, in small letters only in the header. */
function alone(text: string, folded: string, zone: readonly Line[]): string | null {
  const bare = folded.replace(/[^\p{L}\s:-]/gu, '').trim();
  const found = ALONE.exec(bare)?.[1] ?? DECLARED.exec(folded)?.[1] ?? spread(bare);
  const inHeader = zone.some((l) => l.clean.text === text);
  return found && (inHeader || !/\p{Ll}/u.test(text)) ? found : null;
}

function besideHeading(text: string, folded: string): string | null {
  return HEADING.test(folded) && !/\p{Ll}{2}/u.test(text.replace(/Độc lập.*phúc/u, '')) ? atEdge(text) : null;
}

function inNumber(text: string, folded: string): string | null {
  const at = NUMBER_LINE.exec(folded) ?? PARTY_NUMBER.exec(folded) ?? BARE_NUMBER.exec(folded);
  if (!at) return null;
  const number = folded.slice(at.index).replace(/^\s*số\s*:?\s*/u, '');
  const written = /^[^\s]*(?:\s*\([^)]*\))?/u.exec(number)?.[0] ?? '';
  return markIn(written) ?? atEdge(text);
}

function markIn(written: string): string | null {
  const short = SHORT_IN_BRACKETS[/\(\s*(t?tm)\s*\)/u.exec(written)?.[1] ?? ''];
  if (short) return short;
  if (IN_NUMBER.test(written)) return MARKS.find((m) => written.includes(m)) ?? 'mật';
  return null;
}

function atEdge(text: string): string | null {
  const m = NO_MARK.test(text) ? null : AT_EDGE.exec(text);
  return (m?.[1] ?? m?.[2])?.toLowerCase() ?? null;
}

/** A stamp's letters may stand apart: "M Ậ T". */
function spread(folded: string): string | null {
  const together = folded.replace(/\s/g, '');
  return MARKS.find((mark) => mark.replace(' ', '') === together) ?? null;
}
