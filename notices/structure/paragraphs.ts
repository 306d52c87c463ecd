import { type Clean, joined, slice } from '../text/clean.ts';
import { lettersOf } from '../text/letters.ts';
import type { Span } from '../types.ts';
import { footnoteNumber, isReferenced } from './footnotes.ts';
import { type Label, labelOf } from './labels.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Line } from './lines.ts';

/** Lines that make one paragraph, put together again across line ends, page breaks and footnotes. */
export interface Paragraph {
  readonly ranges: readonly Span[];
  readonly clean: Clean;
  /** Without its label. */
  readonly body: Clean;
  readonly label: Label | null;
  /** A gap in the document stands before it. */
  readonly afterBreak: boolean;
  readonly footnote: boolean;
}

interface Open {
  lines: Line[];
  label: Label | null;
  afterBreak: boolean;
  footnote: boolean;
}

const TERMINAL = /[.:;!?…][”"')\]]*$/u;
const FULL_STOP = /[.:!?…][”"')\]]*$/u;
const LIST_MARKS = ['dash', 'plus', 'dot'];
/** Lines that always begin a paragraph: the fields of a plan, the recipients. */
const OPENER =
  /^điều \d{1,2}[.:]|^(?:(?:cơ quan|đơn vị)(?: \p{L}+){0,2} (?:chủ trì|phối hợp|thực hiện)|thời (?:gian|hạn)(?: (?:thực hiện|hoàn thành))?|nơi nhận|kính gửi|sản phẩm|nhiệm vụ|phụ lục)[^.;]{0,24}:/u;

/** Words that begin a new paragraph where a full line happens to end with a full stop. */
const PARAGRAPH_START =
  /^(?:trên đây là|giao |yêu cầu |đề nghị |tuy nhiên|bên cạnh|nhận được|văn phòng .{0,60}thông báo|căn cứ |theo |thực hiện |để |sau khi |tiếp theo |trong quá trình |ngày \d)/u;

/** What closes a document begins its own paragraph, whatever the line before ends with. */
const CLOSING_START = /^(?:trên đây là|văn phòng .{0,60}thông báo (?:để|đến|ý kiến|kết luận))/u;

/**
 * Words no sentence ends with: what they join, govern or class stands on the next line, even where it begins with a
 * capital ("…phối hợp với UBND huyện / An Bình", "…Sở Giáo dục và / Đào tạo").
 */
const HANGING =
  /(?:^| )(?:và|với|cùng|của|do|cho|về|tại|từ|đến|theo|các|những|giao|báo cáo|ubnd|ủy ban nhân dân|tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|sở|bộ|ông|bà|đồng chí)$/u;
/** What a number goes with: "…kinh phí năm / 2026", "…trước ngày / 30/4". */
const COUNTED = /(?:^| )(?:năm|tháng|ngày|quý|giai đoạn|số|điều|khoản)$/u;
/** Half of a name: "…UBND huyện An / Bình". */
const HALF_NAME = /(?:tỉnh|phố|huyện|quận|xã|phường|trấn|Sở|Bộ|Ông|Bà|ông|bà) \p{Lu}\p{Ll}*$/u;
/** Shorter lines may be headings, which end as they like. */
const HANGING_LENGTH = 50;

const ADDRESS = /^kính gửi/u;
/** Looks no further back than the word before: "\S.*(" would cost the square of a long line. */
const INLINE_LIST = /(?<=\S\s{0,3})\((?:i|1|a)\) ?\S/u;

/** Joins lines into paragraphs. Footnotes are set aside; the sentence they interrupt goes on after them. */
export function readParagraphs(raw: readonly Line[]): Paragraph[] {
  const lines = withLoneLabels(raw);
  const layout = layoutOf(lines);
  const labels = lines.map((l) => (l.kind === 'text' ? labelOf(l.clean) : null));
  const done: Paragraph[] = [];
  let open: Open | null = null;
  let suspended: Open | null = null;
  let blank = false;
  let broken = false;
  const close = (o: Open | null): void => {
    if (o) done.push(finish(o));
  };
  const closeAll = (): void => {
    // In order of appearance: the interrupted paragraph began first.
    const [first, second] = [suspended, open];
    open = suspended = null;
    close(first);
    close(second);
  };

  lines.forEach((line, i) => {
    if (line.kind === 'blank' || line.kind === 'furniture') {
      blank = true;
      return;
    }
    if (line.kind === 'break' || line.kind === 'row') {
      closeAll();
      broken = true;
      return;
    }
    const label = labels[i] ?? null;
    const gap = blank;
    blank = false;
    const note = footnoteNumber(line.clean);
    if (note && isReferenced(note, lines, i)) {
      if (open && !open.footnote) suspended ??= open;
      else close(open);
      open = { lines: [line], label: null, afterBreak: false, footnote: true };
      return;
    }
    if (open?.footnote) {
      if (continuesNote(open, line, label, layout)) {
        open.lines.push(line);
        return;
      }
      const before: Open | null = suspended;
      if (before && goesOn(before, line, label)) {
        close(open);
        before.lines.push(line);
        open = before;
        suspended = null;
        return;
      }
      closeAll();
    } else if (open && joins(open, line, label, gap, layout, labels, i)) {
      open.lines.push(line);
      return;
    }
    close(open);
    open = { lines: [line], label, afterBreak: broken, footnote: false };
    broken = false;
  });
  closeAll();
  return done.sort((a, b) => (a.ranges[0]?.[0] ?? 0) - (b.ranges[0]?.[0] ?? 0));
}

/** A label that stands alone on its line: pages break behind "2.2." and "-" as they like. */
const LONE_LABEL = /^(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,5}\.|[a-zđ][.)]|[Đđ]iều \d{1,2}\.)$/u;

/** Lines with lone labels put before the words they number. */
function withLoneLabels(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((l) => l.kind === 'text' && LONE_LABEL.test(l.clean.text))) return lines;
  const out: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const next = lines[i + 1];
    const alone = line.kind === 'text' && LONE_LABEL.test(line.clean.text);
    if (alone && next?.kind === 'text' && /^[\p{L}“"(]/u.test(next.clean.text)) {
      out.push({ start: line.start, end: next.end, clean: joined([line.clean, next.clean]), kind: 'text' });
      i++;
    } else out.push(line);
  }
  return out;
}

function finish(o: Open): Paragraph {
  const ranges = o.lines.map((l): Span => [l.start, l.end]);
  const clean = joined(o.lines.map((l) => l.clean));
  return {
    ranges,
    clean,
    body: o.label ? slice(clean, o.label.length, clean.text.length) : clean,
    label: o.label,
    afterBreak: o.afterBreak,
    footnote: o.footnote,
  };
}

function lastText(o: Open): string {
  return o.lines.at(-1)?.clean.text ?? '';
}

/** Does the last line break off where no sentence can end? */
function hangs(o: Open): boolean {
  const last = o.lines.at(-1)?.clean;
  if (!last || last.text.length < HANGING_LENGTH || isMostlyCapitals(last.text)) return false;
  return HANGING.test(last.folded) || HALF_NAME.test(last.text);
}

/** Blanks before the first letter: an indented line begins a paragraph. */
function indentOf(line: Line | undefined): number {
  return line ? (line.clean.starts[0] ?? line.start) - line.start : 0;
}

function lengthOf(o: Open): number {
  return o.lines.reduce((n, l) => n + l.clean.text.length, 0);
}

function startsLower(line: Line): boolean {
  return /^[“"'(]*\p{Ll}/u.test(line.clean.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function isMostlyCapitals(text: string): boolean {
  const { all, capital } = lettersOf(text);
  return all > 3 && capital > all * 0.7;
}

/** Does the line go on with a sentence that a footnote or a page end interrupted? */
function goesOn(o: Open, line: Line, label: Label | null): boolean {
  return label === null && startsLower(line) && !FULL_STOP.test(lastText(o));
}

function continuesNote(o: Open, line: Line, label: Label | null, layout: Layout): boolean {
  if (layout.width === null || label !== null) return false;
  return !(TERMINAL.test(lastText(o)) || layout.endsEarly(lastText(o), line.clean.text));
}

function joins(
  o: Open,
  line: Line,
  label: Label | null,
  gap: boolean,
  layout: Layout,
  labels: readonly (Label | null)[],
  i: number,
): boolean {
  if (o.lines.at(-1)?.endsParagraph) return false;
  const last = lastText(o);
  // "./." closes a document's text: what follows is the signature.
  if (last.endsWith('./.')) return false;
  const ended = TERMINAL.test(last);
  const blank = gap && !layout.blanksEverywhere;
  if (OPENER.test(line.clean.folded) || (!hangs(o) && CLOSING_START.test(line.clean.folded))) return false;
  if (ADDRESS.test(o.lines[0]?.clean.folded ?? '')) {
    if (PARAGRAPH_START.test(line.clean.folded)) return false;
    // "Kính gửi: Công ty A", a blank line, "Sở B đề nghị …": in a short letter no line is long enough to tell by.
    if (blank && !startsLower(line) && !last.endsWith(',') && !hangs(o)) return false;
  }
  if (ended && layout.width !== null && indentOf(line) >= indentOf(o.lines.at(-1)) + 2) return false;
  const early = layout.endsEarly(last, line.clean.text);
  // "… giai đoạn 2026 / - 2030": the second year of a span is no item.
  if (label?.kind === 'dash' && !gap && /\d{4}$/.test(last) && /^[-–—] ?\d{4}(?!\d)/.test(line.clean.text)) return true;
  if (label) {
    // "(iii) …" that happens to begin a line goes on with the list of its paragraph.
    if (label.kind === 'bracket' && !gap && o.lines.some((l) => INLINE_LIST.test(l.clean.folded))) return true;
    if (ended) return false;
    if (LIST_MARKS.includes(label.kind)) return isLoneDash(o, label, labels, i);
    // "1. … / 2. …": the next number of the same list, even where no line ends with a stop.
    if (follows(o.label, label)) return false;
    // "…Nghị định số / 12. Trong đó": a number at the start of a wrapped line is not a label.
    return layout.width !== null && !blank && !early && label.kind === 'arabic';
  }
  // "I. ĐÁNH GIÁ CHUNG / Thời gian qua …": a section's heading in capitals, whatever stands below it.
  const section = o.label !== null && ['part', 'roman'].includes(o.label.kind);
  if (section && isCapitals(last) && !isCapitals(line.clean.text)) return false;
  if (isCapitals(last) && isCapitals(line.clean.text)) return !blank;
  if (blank && isMostlyCapitals(last) !== isMostlyCapitals(line.clean.text)) return false;
  if (!gap && COUNTED.test(o.lines.at(-1)?.clean.folded ?? '') && /^\d/.test(line.clean.text)) return true;
  const lower = startsLower(line);
  if (layout.width === null) {
    if (lower) return gap ? !FULL_STOP.test(last) : !ended;
    if (!gap && /^(?:\d|[IVX]+\/\d)/.test(line.clean.text)) return !ended;
    if (!gap && hangs(o)) return true;
    return gap && !ended && /^\d/.test(line.clean.text) && last.length > 80;
  }
  if (layout.ragged) return gap ? lower && !ended : true;
  // "…; / phối hợp với …": a semicolon ends no sentence, an item begins with its mark.
  if (lower) return !(ended && early && (blank || FULL_STOP.test(last)));
  if (last.endsWith(',')) return true;
  // A heading nearly as long as a line, and a blank line after it.
  if (blank && o.label !== null && o.lines.length === 1 && !hangs(o)) return false;
  if (early || (ended && PARAGRAPH_START.test(line.clean.folded))) return false;
  return !(ended && blank);
}

function follows(before: Label | null, label: Label): boolean {
  return before?.kind === label.kind && Number(label.value) === Number(before.value) + 1;
}

/** A dash in the middle of a name that happens to begin a line: nothing before it ended, no other dash follows. */
function isLoneDash(o: Open, label: Label, labels: readonly (Label | null)[], i: number): boolean {
  if (o.label === null || LIST_MARKS.includes(o.label.kind) || lengthOf(o) < 150) return false;
  const next = labels.slice(i + 1, i + 40).find((l) => l !== null);
  return next?.kind !== label.kind;
}
