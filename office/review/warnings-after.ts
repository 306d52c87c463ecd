import type { Deadline } from '../../deadline/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { DraftDirective } from '../../notices/index.ts';
import { noticeWarnings as say } from '../../texts/notice-warnings.ts';
import { CONFIRM_BELOW } from './threshold.ts';
import type { Correction } from './types.ts';

/** The warnings that still hold after a correction: what was said of a field a person has set is settled. */
export function warningsAfter(
  before: DraftDirective,
  after: DraftDirective,
  entry: Correction,
  anchor: Day | null,
): string[] {
  const settled = new Set([
    ...(entry.parties.lead === undefined ? [] : aboutLead(before)),
    ...(entry.due === undefined ? [] : aboutDates(before.deadlines, anchor)),
    ...(after.confidence >= CONFIRM_BELOW ? [say.lowConfidence] : []),
  ]);
  const kept = before.warnings.filter((w) => !settled.has(w));
  return [...new Set([...kept, ...warningsOfSet(after, entry, anchor)])];
}

/** What the values a person set give cause to say. */
export function warningsOfSet(after: DraftDirective, entry: Correction, anchor: Day | null): string[] {
  const early =
    entry.due === undefined || anchor === null ? [] : after.deadlines.filter((d) => d.due !== null && d.due < anchor);
  return [
    ...(after.lead.length === 0 ? [say.noLead] : []),
    ...early.map((d) => say.dueBeforeIssue(d.phrase, d.due ?? '', anchor ?? '')),
  ];
}

function aboutLead({ lead }: DraftDirective): string[] {
  const names = lead.map((n) => n.name).join(', ');
  return [say.noLead, say.leadFromIntroduction(names), say.leadFromAddressee(names)];
}

/** Everything the reader can have said of these deadlines; see `notices/directives/finish.ts`. */
function aboutDates(deadlines: readonly Deadline[], anchor: Day | null): string[] {
  return [
    ...Array.from({ length: deadlines.length + 1 }, (_, n) => say.severalDeadlines(n)),
    ...deadlines.flatMap(({ phrase, due, alternatives = [] }) => [
      say.dueBeforeIssue(phrase, due ?? '', anchor ?? ''),
      say.needsDay(phrase),
      say.otherReadings(phrase, alternatives.join(', ')),
      say.doubtfulDate(phrase),
      say.provisional(phrase),
      say.eventOnly(phrase),
    ]),
  ];
}
