import { present } from '../dsl/present.ts';
import { type Awaiting, byEvent } from '../office/change/awaiting.ts';
import type { EventDateChange } from '../office/change/event-date.ts';
import { setByText } from '../texts/acts.ts';
import { EVENT_NOTES } from '../texts/event-date.ts';
import { formatDay } from '../texts/format.ts';
import { printJson, printLine } from './output.ts';
import { tableOf } from './table.ts';

/** What waits, grouped by its event. */
export function printAwaiting(awaiting: readonly Awaiting[], format: 'table' | 'json'): void {
  const groups = byEvent(awaiting);
  if (format === 'json') {
    printJson({
      events: groups.map((of) => ({ event: of[0]?.event ?? '', directives: of.map(awaitingJson) })),
    });
    return;
  }
  if (awaiting.length === 0) {
    printLine(EVENT_NOTES.none);
    return;
  }
  const rows = groups.flatMap((of) =>
    of.map((a, i) => [
      i === 0 ? a.event : '',
      a.directive.id,
      a.phrase,
      a.given ? formatDay(a.given.on) : '',
      dueWords(a),
    ]),
  );
  printLine(
    tableOf(['Sự kiện', 'Nhiệm vụ', 'Thời hạn trong văn bản', 'Ngày sự kiện', 'Hạn'], rows, [40, null, 40, null, 40]),
  );
}

/** What the day of an event moves, before and after, and what it does not. */
export function printChange({ dated, already, setOtherwise, refused, notStarted }: EventDateChange): void {
  if (dated.length > 0) {
    const rows = dated.map((d) => [
      d.directive.id,
      d.phrase,
      formatDay(d.directive.due),
      `${formatDay(d.due)}${d.provisional ? ` (${EVENT_NOTES.provisional})` : ''}`,
    ]);
    printLine(tableOf(['Mã', 'Thời hạn trong văn bản', 'Hạn trước', 'Hạn sau'], rows, [null, 50, null, null]));
  }
  for (const { id, reason } of refused) printLine(`${id}: ${reason}`);
  if (already.length > 0) printLine(EVENT_NOTES.already(already.map((a) => a.directive.id)));
  if (setOtherwise.length > 0)
    printLine(EVENT_NOTES.setOtherwise(setOtherwise.map((a) => `${a.directive.id}, ${dueWords(a)}`)));
  if (notStarted.length > 0) printLine(EVENT_NOTES.notStarted(notStarted.length));
}

/**
 * `dondoc event date --format json`: `dues` with each deadline before and after, then the ids it leaves as they are.
 */
export function changeJson({ on, dated, already, setOtherwise, refused, notStarted }: EventDateChange) {
  return {
    on,
    dues: dated.map(({ directive, event, phrase, due, provisional }) => ({
      id: directive.id,
      event,
      phrase,
      before: directive.due,
      after: due,
      ...present({ provisional: provisional || undefined }),
    })),
    already: already.map((a) => a.directive.id),
    setOtherwise: setOtherwise.map((a) => ({ id: a.directive.id, by: a.setBy, due: a.directive.due })),
    refused,
    notStarted: notStarted.map((d) => d.id),
  };
}

function awaitingJson({ directive, phrase, given, setBy }: Awaiting) {
  return {
    id: directive.id,
    phrase,
    on: given?.on ?? null,
    due: directive.due,
    ...present({ setBy: setBy || undefined }),
  };
}

function dueWords({ directive: { due }, given, setBy }: Awaiting): string {
  if (setBy !== undefined) return setByText(setBy, due);
  return due === null && given === undefined ? EVENT_NOTES.waiting : formatDay(due);
}
