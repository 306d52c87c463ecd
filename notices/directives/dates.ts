import { type Deadline, type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { type Clean, sourceSpan } from '../text/clean.ts';
import type { Span } from '../types.ts';

/** The deadlines of a cleaned stretch, with spans in the source. */
export function deadlinesOf(c: Clean, context: DeadlineContext): Deadline[] {
  return readDeadlines(c.text, context).map((d) => ({ ...d, span: sourceSpan(c, d.span[0], d.span[1]) }));
}

export function within(deadlines: readonly Deadline[], span: Span): Deadline[] {
  return deadlines.filter((d) => d.span[0] >= span[0] && d.span[1] <= span[1]);
}

/**
 * Deadlines of a heading that hold for the items below it: those its verb of doing stands right before
 * ("nhiệm vụ cần hoàn thành trong Quý I/2025"), not the period of a plan it names.
 */
export function sharedByHeading(c: Clean, context: DeadlineContext): Deadline[] {
  return readDeadlines(c.text, context)
    .filter(
      (d) =>
        d.due !== null &&
        /(?:thực hiện|hoàn thành|xong)(?: ngay| xong)?\s*$/u.test(c.folded.slice(0, d.span[0])) &&
        !/(?:kế hoạch|chương trình)[^,;]*$/u.test(c.folded.slice(0, d.span[0])),
    )
    .map((d) => ({ ...d, span: sourceSpan(c, d.span[0], d.span[1]) }));
}
