import { type Deadline, type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { type Clean, sourceSpan } from '../text/clean.ts';
import type { Span } from '../types.ts';

/** Days on which something is done and not by which: "dịp Tết", "trong dịp nghỉ lễ", "trong ngày khai giảng". */
const OCCASION = /^(?:(?:trong|nhân|vào|các|những) )*(?:dịp|ngày (?:khai giảng|hội|lễ|tết|bầu cử|thi)(?![\p{L}]))/u;

/** The deadlines of a cleaned stretch, with spans in the source. A feast alone is an occasion ("trực Tết"), no limit. */
export function deadlinesOf(c: Clean, context: DeadlineContext): Deadline[] {
  return readDeadlines(c.text, context)
    .filter((d) => d.rule !== 'bare-holiday' && !isOccasion(c, d) && !SHORTENED.test(c.folded.slice(0, d.span[0])))
    .map((d) => ({ ...d, span: sourceSpan(c, d.span[0], d.span[1]) }));
}

/** "rút ngắn thời gian giải quyết còn tối đa 01 ngày": how long something is to take, and not by when it is. */
const SHORTENED = /(?:rút ngắn|cắt giảm|giảm)[^.;]{0,120}(?:còn|xuống)[^.;,]{0,20}$/u;

function isOccasion(c: Clean, d: Deadline): boolean {
  return OCCASION.test(c.folded.slice(d.span[0], d.span[1])) && !DONE_BEFORE.test(c.folded.slice(0, d.span[0]));
}

export function within(deadlines: readonly Deadline[], span: Span): Deadline[] {
  return deadlines.filter((d) => d.span[0] >= span[0] && d.span[1] <= span[1]);
}

/**
 * Deadlines of a heading that hold for the items below it: those its verb of doing stands right before ("nhiệm vụ cần
 * hoàn thành trong Quý I/2025"), and plain limits it names ("Trước ngày 30/6/2025:", "(thời hạn: 15/5/2025)"); not the
 * period of a plan it names, nor the horizon of a programme.
 */
export function sharedByHeading(c: Clean, context: DeadlineContext): Deadline[] {
  return readDeadlines(c.text, context)
    .filter((d) => d.due !== null && holdsBelow(c, d))
    .map((d) => ({ ...d, span: sourceSpan(c, d.span[0], d.span[1]) }));
}

const DONE_BEFORE = /(?:thực hiện|hoàn thành|xong)(?: ngay| xong)?\s*$/u;
const NAMED_BEFORE = /(?:kế hoạch|chương trình)[^,;]*$/u;
const LIMIT_BEFORE = /(?:^|[(:,–-]\s*|thời hạn|thời gian|tiến độ|hạn)\s*$/u;
const YEARS = /-(?:year|years|school-year)$/;

function holdsBelow(c: Clean, d: Deadline): boolean {
  const before = c.folded.slice(0, d.span[0]);
  if (NAMED_BEFORE.test(before)) return false;
  if (DONE_BEFORE.test(before)) return true;
  const limit = (d.kind === 'before' || d.kind === 'by') && !YEARS.test(d.rule);
  return limit && /:$/.test(c.folded) && LIMIT_BEFORE.test(before);
}
