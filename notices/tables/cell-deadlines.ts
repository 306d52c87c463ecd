import { type Deadline, type DeadlineContext, readDeadlines } from '../../deadline/index.ts';
import { type Clean, clean, slice, sourceSpan } from '../text/clean.ts';
import type { Span } from '../types.ts';

/** What the head of the column says of every cell in it. */
const HEAD = 'Thời hạn: ';
const YEARS = /^(?:giai đoạn )?\d{4} ?[-–] ?\d{4}$/u;

/** The deadlines of a cell in a column of deadlines: a bare period ("Quý II/2025", "2025") is one there. */
export function deadlinesInCell(text: string, ranges: readonly Span[], context: DeadlineContext): Deadline[] {
  const cell = clean(text, ranges);
  const out: Deadline[] = [];
  for (const m of cell.text.matchAll(/[^;]+/g))
    out.push(...deadlinesOf(slice(cell, m.index, m.index + m[0].length), context));
  return out;
}

function deadlinesOf(part: Clean, context: DeadlineContext): Deadline[] {
  if (part.text === '') return [];
  const head = YEARS.test(part.folded) ? `${HEAD}năm ` : HEAD;
  const alone = readDeadlines(part.text, context);
  return readDeadlines(`${head}${part.text}`, context).flatMap((d): Deadline[] => {
    const from = Math.max(0, d.span[0] - head.length);
    const to = d.span[1] - head.length;
    if (to <= from) return [];
    // As the words alone are read, with the certainty the head adds.
    const same = alone.find((a) => a.due === d.due && a.span[1] === to && a.recurrence === d.recurrence);
    const read = same ? { ...same, confidence: Math.max(same.confidence, d.confidence) } : d;
    const span = same ? same.span : ([from, to] as const);
    return [{ ...read, phrase: part.text.slice(span[0], span[1]), span: sourceSpan(part, span[0], span[1]) }];
  });
}
