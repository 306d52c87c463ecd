import { present } from '../dsl/present.ts';
import type { Day } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { endOfLength, lengthAt } from './duration.ts';
import { collapse } from './event-words.ts';
import { toneKey } from './fold.ts';
import { parseOf, skipWord } from './parse.ts';
import { readDeadlines } from './read.ts';
import type { Deadline, DeadlineContext } from './types.ts';

/** A deadline whose day nobody can tell before that of an event. */
export interface AwaitedEvent {
  /** The words of the deadline: "trong 10 ngày sau khi Luật được thông qua". */
  readonly phrase: string;
  /** The event alone: "Luật được thông qua". */
  readonly event: string;
}

/** Last day on time, once the event has a day. `none`: the words set none, and why. */
export type EventDue =
  | { readonly due: Day; readonly alternatives?: readonly Day[]; readonly provisional?: true }
  | { readonly due: null; readonly none: 'no-length' | 'not-counted' };

/** The first deadline of a text that waits for an event; null where none does. */
export function awaitedEvent(text: string, context: DeadlineContext): AwaitedEvent | null {
  const found = waiting(text, context);
  return found ? { phrase: found.phrase, event: found.name } : null;
}

/**
 * The last day on time of the deadline that waits for an event, by the rules of the grammar: a length runs from the day
 * after the event's, "trước khi …" is the day before it, "tại", "trong", "đến khi …" the day itself, "chậm nhất 5 ngày
 * trước khi …" is counted back. "(Ngay) sau khi …" without a length sets no last day (`no-length`) unless `within` gives
 * one ("15 ngày làm việc"); hours and months are not counted back (`not-counted`). Null where nothing waits for an event.
 * @throws RangeError where `within` is not a length of time
 */
export function dueByEvent(
  text: string,
  context: DeadlineContext & { readonly eventOn: Day },
  within?: string,
): EventDue | null {
  const { eventOn, ...unknown } = context;
  const open = waiting(text, unknown);
  if (!open) return null;
  if (open.rule === 'trigger') {
    return within === undefined ? { due: null, none: 'no-length' } : ending(within, eventOn, context.calendar);
  }
  const read = readDeadlines(text, context).find((d) => d.span[0] === open.span[0]);
  if (!read || read.due === null) return { due: null, none: 'not-counted' };
  const { due, alternatives, provisional } = read;
  return { due, ...present({ alternatives, provisional: provisional || undefined }) };
}

/** What two wordings of one event have in common: letters and tones, however they were typed. */
export function eventKey(event: string): string {
  return collapse(event).split(' ').map(toneKey).join(' ');
}

function ending(within: string, from: Day, calendar: WorkCalendar): EventDue {
  const p = parseOf(within, { anchor: from, calendar });
  const length = lengthAt(p, skipWord(p, 0, 'trong'));
  if (!length || length.end < p.tokens.length) throw new RangeError(`not a length of time: ${within}`);
  const { due, provisional } = endOfLength(p, from, length);
  return { due, ...present({ provisional: provisional || undefined }) };
}

function waiting(text: string, context: DeadlineContext): (Deadline & { readonly name: string }) | null {
  for (const d of readDeadlines(text, context)) {
    const name = nameOf(d.event ?? '');
    if (d.due === null && d.recurrence === undefined && name !== '') return { ...d, name };
  }
  return null;
}

/** "so với ngày họp", "khi trình ký": the event without the words that lead up to it. */
function nameOf(event: string): string {
  return event.normalize('NFC').replace(/^(?:so với |thời điểm |ngày |khi )+/iu, '');
}
