import { type Deadline, readDeadlines } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { Day } from '../../dsl/time/day.ts';
import { type DraftDirective, type Span, withoutDay } from '../../notices/index.ts';
import { type About, correctedDeadlines, correctedParties } from './correct-directive.ts';
import type { Correction } from './types.ts';
import { warningsOfSet } from './warnings-after.ts';

/** Without a lead a directive goes to nobody: as unsure as the reader's own that has none. */
const NO_LEAD = 0.5;

/** A directive the reader missed: a person gives its words and parties; its dates are read where they give none. */
export function addedDirective(entry: Correction, span: Span, about: About): DraftDirective {
  const text = about.text.slice(...span);
  const read = deadlinesIn(text, span[0], about);
  const deadlines = entry.due ? correctedDeadlines(entry.due, read, span) : read;
  const { lead = [], cooperating = [], supervisor = [] } = correctedParties(entry, span, about);
  const sure = deadlines.filter((d) => d.due !== null).map((d) => d.confidence);
  const draft: DraftDirective = {
    id: entry.directive,
    span,
    text,
    ...present({ each: entry.each }),
    lead,
    cooperating,
    supervisor,
    deadlines,
    confidence: Math.min(lead.length === 0 ? NO_LEAD : 1, ...sure),
    warnings: [],
  };
  return { ...draft, warnings: warningsOfSet(draft, entry, about.notice.anchor) };
}

function deadlinesIn(text: string, from: number, { notice, calendar }: About): Deadline[] {
  const readFrom = (anchor: Day) => readDeadlines(text, { anchor, calendar });
  return (notice.anchor === null ? withoutDay(readFrom) : readFrom(notice.anchor)).map((d) => ({
    ...d,
    span: [d.span[0] + from, d.span[1] + from],
  }));
}
