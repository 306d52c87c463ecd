import { KIND } from './limit-reading.ts';
import type { OperatorRun } from './operator.ts';
import { at, type Parse, raw } from './parse.ts';
import type { Reading } from './reading.ts';
import { GAP, is, width } from './token.ts';

/**
 * A limit whose day nobody has filled in: "trước ngày …/…/2025", "trước ngày     tháng 5 năm 2025", "chậm nhất ngày
 * [nhập ngày]". It is a deadline all the same, without a day; `i` is where the phrase begins, after it its preposition.
 */
export function leftOpenAt(p: Parse, i: number, run: OperatorRun): Reading | null {
  if (run.operator === 'from' || run.operator === 'after' || run.operator === 'none') return null;
  const k = run.end;
  const length = lengthLeftOpen(p, k, run);
  const end =
    length !== null
      ? length
      : is(at(p, k), 'ngày')
        ? dayLeftOpen(p, k + 1, true)
        : is(at(p, k), 'tháng') || is(at(p, k), 'quý')
          ? unitLeftOpen(p, k + 1)
          : dayLeftOpen(p, k, false);
  if (end === null) return null;
  return {
    from: i,
    to: end,
    kind: KIND[run.operator],
    due: null,
    rule: 'left-open',
    confidence: 0.2,
    operator: run.operator,
    latest: run.latest,
    grain: 'day',
  };
}

const UNITS_OF_LENGTH = ['ngày', 'tuần', 'tháng'] as const;

/** "trong thời hạn … ngày làm việc", "trong vòng ??? tháng": how long, nobody has said. */
function lengthLeftOpen(p: Parse, i: number, run: OperatorRun): number | null {
  if (!run.length) return null;
  const number = partAt(p, i, 2);
  const unit = at(p, number.end);
  if (number.blank !== 'dots' || !UNITS_OF_LENGTH.some((word) => is(unit, word))) return null;
  // "… tháng 5 năm 2026" is a day.
  return at(p, number.end + 1).kind === '#' ? null : number.end + 1;
}

/** Day, month and year of which one is left out. `marked`: "ngày" stands before, so nothing at all may stand for it. */
function dayLeftOpen(p: Parse, i: number, marked: boolean): number | null {
  const prompt = promptAt(p, i);
  if (prompt !== null) return marked || at(p, prompt).kind === '/' ? tailAt(p, prompt) : null;
  const day = partAt(p, i, 2);
  const month = separator(p, day.end);
  if (month === null) return marked && day.blank === 'dots' && endsThere(p, day.end) ? day.end : null;
  const second = partAt(p, month, 2);
  const open = day.blank !== null || second.blank !== null;
  if (!open || (day.blank !== null && !marked && day.blank !== 'dots')) return null;
  // "trước ngày / khi …": a blank needs a month or a year after it.
  if (second.blank === 'none' && separator(p, second.end) === null) return null;
  return tailAt(p, second.end);
}

/** "tháng …/2026", "quý … năm 2026". */
function unitLeftOpen(p: Parse, i: number): number | null {
  const unit = partAt(p, i, 2);
  return unit.blank === 'dots' && separator(p, unit.end) !== null ? tailAt(p, unit.end) : null;
}

/** What is typed where something is still to be filled in. */
const BLANK_MARKS = new Set(['.', '…', '?']);

interface Part {
  readonly end: number;
  /** null: filled in; `dots`: marks stand for it; `none`: nothing does. */
  readonly blank: 'dots' | 'none' | null;
}

function partAt(p: Parse, i: number, digits: number): Part {
  const t = at(p, i);
  // "00/5/2026": no day and no month is 0.
  if (t.kind === '#' && width(t) <= digits) return { end: i + 1, blank: digits <= 2 && t.value === 0 ? 'dots' : null };
  let end = i;
  while (BLANK_MARKS.has(at(p, end).kind)) end++;
  if (end - i >= 2 || (end > i && t.kind === '…')) return { end, blank: 'dots' };
  if (/^(?:x{1,2}|d{1,2}|m{1,2}|n{1,2})$/iu.test(raw(p, i)) && separator(p, i + 1) !== null)
    return { end: i + 1, blank: 'dots' };
  return { end: i, blank: 'none' };
}

/** The index after "/" or "tháng", "năm"; null where neither stands. */
function separator(p: Parse, i: number): number | null {
  const t = at(p, i);
  return t.gap <= GAP.line && (t.kind === '/' || is(t, 'tháng') || is(t, 'năm')) ? i + 1 : null;
}

/** What is left of the date: the separators, years, months and dots after its open part. */
function tailAt(p: Parse, i: number): number {
  let end = i;
  for (let n = 0; n < 2; n++) {
    const next = separator(p, end);
    if (next === null) return end;
    end = partAt(p, next, 4).end;
  }
  return end;
}

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '<': '>', '(': ')', '{': '}' };
const LONGEST_PROMPT = 8;
const LONGEST_PROMPT_WORDS = 40;
/** "(sẽ bổ sung)", "(ghi rõ ngày)", "(chưa xác định)": a round bracket that explains nothing. */
const TO_BE_FILLED =
  /^\s*(?:sẽ |đề nghị |cần )*(?:bổ sung|cập nhật|điền|nhập|ghi rõ|ghi|chưa (?:xác định|có|rõ)|xác định sau)/iu;

/** "[nhập ngày]", "<ngày>", "(...)": words or dots in brackets that ask for the day. */
function promptAt(p: Parse, i: number): number | null {
  const closing = BRACKETS[at(p, i).kind];
  if (closing === undefined) return null;
  const open = at(p, i);
  const inside = p.text.slice(open.end, p.text.indexOf(closing, open.end));
  if (closing === ')' && inside.length <= LONGEST_PROMPT_WORDS && TO_BE_FILLED.test(inside.normalize('NFC'))) {
    for (let k = i + 1; at(p, k).kind !== '\0'; k++) if (at(p, k).kind === closing) return k + 1;
  }
  for (let k = i + 1; k < i + LONGEST_PROMPT; k++) {
    const t = at(p, k);
    if (t.kind === closing) return k > i + 1 || closing === ']' ? k + 1 : null;
    // A round bracket explains; only one of dots asks.
    if (t.kind === '#' || t.kind === '\0' || (closing === ')' && t.kind !== '.' && t.kind !== '…')) return null;
  }
  return null;
}

function endsThere(p: Parse, i: number): boolean {
  const t = at(p, i);
  return t.kind === '\0' || t.gap >= GAP.line || /^[,;:)]$/.test(t.kind);
}
