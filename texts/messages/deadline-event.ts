import type { PostKind } from '../../dsl/rules/post.ts';
import { cutAtWord, oneLine } from '../plain-text.ts';
import type { DeadlineEvent } from './content.ts';
import { dueWords } from './due.ts';
import type { MessageFacts } from './facts.ts';
import { audienceOf, leadWords, noticeWords } from './words.ts';

/** Messages that set the deadline of those who do the work. */
const SETS: ReadonlySet<PostKind> = new Set([
  'assignment',
  'copy',
  'deadline-changed',
  'extension-granted',
  'resumed',
  'corrected',
]);
/** Messages after which they have none to keep: for good, or until it is set again. */
const ENDS: ReadonlySet<PostKind> = new Set([
  'approved',
  'cancelled',
  'superseded',
  'split',
  'merged',
  'relieved',
  'suspended',
]);

const AGENCY = 60;
const WORDS = 400;

/**
 * The deadline as an event for the calendar of the lead and its head: set with the assignment, moved with the deadline,
 * taken back when the directive ends, stands still, is another's or has no deadline any more. `code` says which directive.
 *
 * Without the reader's link: calendars are shared, links are not.
 */
export function deadlineEventOf(facts: MessageFacts, code: string): DeadlineEvent | undefined {
  const { directive, kind, previousDue, dueCounts = true, at } = facts;
  const audience = audienceOf(facts.recipient.role);
  if (audience !== 'lead' && audience !== 'head') return undefined;
  const due = directive.due ?? undefined;
  const day = due ?? (SETS.has(kind) ? (previousDue ?? undefined) : undefined);
  const ends = ENDS.has(kind) || due === undefined || !dueCounts;
  if (day === undefined || !(SETS.has(kind) || ENDS.has(kind))) return undefined;
  if (ends && !hadEvent(facts)) return undefined;
  return {
    method: ends ? 'cancel' : 'request',
    sequence: eventsBefore(facts),
    day,
    summary: `Hạn: ${code} – ${cutAtWord(leadWords(directive), AGENCY)}`,
    description: [
      cutAtWord(oneLine(directive.text), WORDS),
      `Căn cứ: ${noticeWords(directive)}.`,
      `Thời hạn: ${dueWords(day, due === undefined ? undefined : directive.dueTime)}.`,
    ].join('\n'),
    at,
  };
}

/** Nothing is taken back from a calendar it was never put in. */
function hadEvent({ earlier = [], recipient }: MessageFacts): boolean {
  return earlier.some((m) => SETS.has(m.kind) && m.to === recipient.name && m.outcome !== 'skipped');
}

/**
 * Rows of the ledger never vanish, and each wake that sets or ends a deadline adds some: their number rises from one
 * event to the next, whatever became of the messages.
 */
function eventsBefore({ earlier = [] }: MessageFacts): number {
  return earlier.filter((m) => SETS.has(m.kind) || ENDS.has(m.kind)).length;
}
