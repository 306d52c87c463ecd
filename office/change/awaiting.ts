import { awaitedEvent, eventKey } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import { type ActType, type EventDay, OPEN_STATUSES } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { DirectiveRecord, EventRecord, NoticeRecord, Register } from '../../register/index.ts';
import { calendarInForce } from './calendar-in-force.ts';

/** A directive whose deadline is counted from the day of an event. */
export interface Awaiting {
  readonly directive: DirectiveRecord;
  readonly notice: NoticeRecord;
  /** The event in the notice's words, and what it has in common with other wordings. */
  readonly event: string;
  readonly key: string;
  /** The words of the deadline. */
  readonly phrase: string;
  /** What they were read in: their meaning may hang on words beside them. */
  readonly readIn: string;
  /** The day given so far, and the deadline it came to. */
  readonly given?: EventDay & { readonly due: Day | null };
  /** What set its deadline otherwise since: people decided, and the event does not undo it. */
  readonly setBy?: ActType;
}

/** Those that run and wait for an event, or run by the day of one; in the register's order. */
export async function awaitingDirectives(register: Register): Promise<Awaiting[]> {
  return awaitingAmong(register, await register.directives.list({ status: OPEN_STATUSES }));
}

/** The same of these directives. `inText`: where no words of the deadline are kept, its own words are read for them. */
export async function awaitingAmong(
  register: Register,
  directives: readonly DirectiveRecord[],
  { inText = false } = {},
): Promise<Awaiting[]> {
  const undated = directives.filter((d) => d.originalDue === null && (inText || d.deadline !== null));
  const logs = await register.directives.logs(undated.map((d) => d.id));
  const calendar = await calendarInForce(register);
  const notices = new Map<string, NoticeRecord>();
  const found: Awaiting[] = [];
  for (const directive of undated) {
    const notice = notices.get(directive.noticeId) ?? (await register.notices.find(directive.noticeId));
    if (!notice) continue;
    notices.set(notice.id, notice);
    const words = wordsOf(directive, notice, calendar);
    if (words) found.push({ directive, notice, ...words, ...standingOf(logs.get(directive.id) ?? []) });
  }
  return found;
}

/** Those of one event together. */
export function byEvent(awaiting: readonly Awaiting[]): Awaiting[][] {
  const groups = new Map<string, Awaiting[]>();
  for (const one of awaiting) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()];
}

/** Its deadline's words, else the directive itself: an event may stand beside them ("trước 05 ngày so với ngày họp"). */
function wordsOf({ deadline, text }: DirectiveRecord, { anchor }: NoticeRecord, calendar: WorkCalendar) {
  for (const readIn of deadline ? [deadline.phrase, text] : [text]) {
    const awaited = awaitedEvent(readIn, { anchor, calendar });
    if (awaited) return { ...awaited, key: eventKey(awaited.event), readIn };
  }
  return null;
}

/** Which day of the event the deadline stands by, and whether somebody set it otherwise since. */
function standingOf(log: readonly EventRecord[]): Pick<Awaiting, 'given' | 'setBy'> {
  let given: Awaiting['given'];
  let setBy: ActType | undefined;
  let before: Pick<EventRecord, 'due' | 'dueTime'> = { due: null, dueTime: null };
  for (const { act, due, dueTime } of log) {
    if (act?.act.type === 'change-deadline' && act.act.event) {
      given = { ...act.act.event, due };
      setBy = undefined;
    } else if (due !== before.due || dueTime !== before.dueTime) {
      // Back to what the event gave, or to nothing before it is known: it waits again.
      setBy = due === (given?.due ?? null) && dueTime === null ? undefined : act?.act.type;
    }
    before = { due, dueTime };
  }
  return present({ given, setBy: setBy || undefined });
}
