import { type Clean, clean } from '../text/clean.ts';

export type LineKind = 'text' | 'blank' | 'break' | 'furniture' | 'row';

export interface Line {
  readonly start: number;
  readonly end: number;
  readonly clean: Clean;
  readonly kind: LineKind;
  /** The file says that a paragraph ends with this line. */
  readonly endsParagraph?: true;
}

/** Rules of dashes, page numbers ("- 2 -", "Trang 2/5", "3"). */
const FURNITURE = /^(?:[-–—_=~.•\s]{3,}|(?:trang\s*)?[-–]?\s*\d{1,3}(?:\s*\/\s*\d{1,3})?\s*[-–]?)$/u;
/** What the Official Gazette prints over each page ("CÔNG BÁO/Số 302/Ngày 02-06-2026"). */
const GAZETTE = /^công báo\s*\/\s*số\s[\d +]+\/\s*ngày [\d-]+$/u;
/** A signature's picture, its words in the text layer: "Ký bởi: …", "Cơ quan: …", "Ngày ký: …". */
const STAMP = /^(?:người ký|ký bởi|ký số bởi|được ký bởi|signature not verified|digitally signed by)(?:\s*:|$)/u;
const STAMP_FIELD = /^(?:cơ quan|email|ngày ký|thời gian ký|giờ ký|tổ chức|đơn vị|ký bởi|date)\s*:/u;
/** "[...]" and lone table bars say that what follows is not the rest of the sentence. */
/** A row of a Markdown table: three cells at least. */
const ROW = /^\s*\|[^|]*\|[^|]*\|[^|]*\|/u;
const BREAK = /^\s*(?:\[(?:\.{2,}|…)\]|\|+)\s*$/u;

/** Columns that make a table one of assignments. */
const TASK_COLUMN = /nhiệm vụ|nội dung|công việc/u;
const LEAD_COLUMN = /chủ trì|(?:cơ quan|đơn vị) thực hiện|trách nhiệm/u;

/**
 * The lines of `source`, each with its cleaned text.
 *
 * @param paragraphEnds offsets of the line ends at which the file says that a paragraph ends; null where it says nothing
 */
export function readLines(source: string, paragraphEnds: ReadonlySet<number> | null = null): Line[] {
  const lines: Line[] = [];
  let inTable = false;
  let stamped = false;
  for (const m of source.matchAll(/[^\r\n\f]*(?:\r\n|[\r\n\f]|$)/g)) {
    if (m[0] === '') continue;
    const raw = m[0].replace(/[\r\n\f]+$/, '');
    const start = m.index;
    const end = start + raw.length;
    // A Markdown heading is a line like any other.
    const marks = /^[ \t]*#{1,6}[ \t]+/.exec(raw)?.[0].length ?? 0;
    const c = clean(source, [[start + marks, end]]);
    const row = ROW.test(raw);
    inTable = row && (inTable || (TASK_COLUMN.test(c.folded) && LEAD_COLUMN.test(c.folded)));
    const ends = paragraphEnds?.has(end) ? ({ endsParagraph: true } as const) : {};
    stamped = STAMP.test(c.folded) || (stamped && (STAMP_FIELD.test(c.folded) || c.text === ''));
    const kind = inTable ? 'row' : stamped && c.text !== '' ? 'furniture' : kindOf(raw, c);
    lines.push({ start, end, clean: c, kind, ...ends });
  }
  return lines;
}

function kindOf(raw: string, c: Clean): LineKind {
  if (BREAK.test(raw)) return 'break';
  if (c.text === '') return 'blank';
  return FURNITURE.test(c.folded) || GAZETTE.test(c.folded) ? 'furniture' : 'text';
}

/** The length at which the lines of a text wrap, or null where every line is a paragraph of its own. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const texts = lines.filter((l) => l.kind === 'text').map((l) => l.clean.text);
  const lengths = texts.map((t) => t.length).sort((a, b) => a - b);
  const wide = lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0;
  if (lengths.length < 4 || wide > 170 || wide < 30) return null;
  // Sentences run over line ends: many full lines end in the middle of one.
  const going = texts.filter(
    (t, i) => t.length >= wide * 0.6 && /[\p{L}\p{N},]$/u.test(t) && /^[\p{Ll}\p{Lu}\d]/u.test(texts[i + 1] ?? ''),
  );
  return going.length >= Math.max(2, texts.length * 0.08) ? wide : null;
}
