import { randomUUID } from 'node:crypto';
import { dueByEvent } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import { type Act, type Actor, isClosed } from '../../dsl/rules/index.ts';
import type { Day, Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import type { FindCalendar } from '../../register/life-of-log.ts';
import { EVENT_FAULTS } from '../../texts/event-date.ts';
import { refusalText } from '../../texts/refusals.ts';
import type { OfficeAtWork } from '../act.ts';
import { affectedBy, THE_OFFICE } from './affected.ts';
import { type AppliedChange, applyChange } from './apply-change.ts';
import { type Awaiting, awaitingAmong, awaitingDirectives } from './awaiting.ts';
import { knownCalendars } from './calendar-in-force.ts';

export interface EventDate {
  /** Keys of events (`eventKey`): every directive that waits for one of them follows its day. */
  readonly events: readonly string[];
  /** Directives named one by one: these follow the day even where people have set their deadline otherwise since. */
  readonly directives: readonly DirectiveRecord[];
  readonly on: Day;
  /** How long from it, where the words do not say ("sau khi …"): "15 ngày làm việc". Default: as said before. */
  readonly within?: string;
  /** Where the day is known from. */
  readonly reason: string;
  /** Who says so. */
  readonly by?: Actor;
}

interface Due {
  readonly due: Day;
  readonly provisional: boolean;
  /** The length the office gave, where the words of the notice have none. */
  readonly within?: string;
}

export type DatedDirective = Awaiting & Due;

/** What the day of an event is to change, and what it is not. */
export interface EventDateChange extends EventDate {
  readonly dated: readonly DatedDirective[];
  /** Follow this very day already. */
  readonly already: readonly Awaiting[];
  /** People have set their deadline otherwise since; moved only if named. */
  readonly setOtherwise: readonly Awaiting[];
  /** No day follows, or the rules would not take it, and why. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  /** In the register and not started yet. */
  readonly notStarted: readonly DirectiveRecord[];
}

/**
 * What becomes of every directive that waits for the event. A later, other day of the same event is counted anew from
 * the event, whatever the deadline was by the day given before.
 * @throws UserError where a directive named waits for no event, or `within` is no length of time
 */
export async function planEventDate(register: Register, given: EventDate, now: Instant): Promise<EventDateChange> {
  const named = await awaitingAmong(register, given.directives, { inText: true });
  const ids = new Set(named.map((a) => a.directive.id));
  for (const { id } of given.directives) if (!ids.has(id)) throw new UserError(EVENT_FAULTS.noEvent(id));
  const grouped = given.events.length === 0 ? [] : await awaitingDirectives(register);
  const wanted = [...named, ...grouped.filter((a) => given.events.includes(a.key) && !ids.has(a.directive.id))];
  const find = await knownCalendars(register);
  const dated: DatedDirective[] = [];
  const already: Awaiting[] = [];
  const setOtherwise: Awaiting[] = [];
  const refused: { id: string; reason: string }[] = [];
  const notStarted: DirectiveRecord[] = [];
  for (const one of wanted) {
    const { directive } = one;
    const found = dueOf(one, given, find);
    if (isClosed(directive)) refused.push({ id: directive.id, reason: refusalText({ code: 'closed' }) });
    else if (directive.issueState === 'drafted') notStarted.push(directive);
    else if (one.setBy !== undefined && !ids.has(directive.id)) setOtherwise.push(one);
    else if ('reason' in found) refused.push({ id: directive.id, reason: found.reason });
    else if (one.setBy === undefined && one.given?.on === given.on && one.given.due === found.due) already.push(one);
    else dated.push({ ...one, ...found });
  }
  const change = { ...given, dated, already, setOtherwise, refused, notStarted };
  const refusals = new Map(
    (await previewEventDate(register, change, now)).flatMap((a) =>
      a.refusal ? [[a.directive.id, refusalText(a.refusal)]] : [],
    ),
  );
  return {
    ...change,
    dated: dated.filter((d) => !refusals.has(d.directive.id)),
    refused: [...refused, ...[...refusals].map(([id, reason]) => ({ id, reason }))],
  };
}

/** Each of the directives with the steps that would move; nothing is changed. */
export function previewEventDate(register: Register, change: EventDateChange, now: Instant) {
  return affectedBy(
    register,
    change.dated.map((d) => d.directive),
    actsOf(change),
    now,
  );
}

/** Gives the event its day: the deadlines are set, and whoever works on them is told. */
export function applyEventDate(
  office: OfficeAtWork,
  change: EventDateChange,
  onDone?: (done: number, total: number) => void,
): Promise<AppliedChange> {
  // A day can come back after another: an id of this very attempt, since Temporal answers a known id from memory.
  const actId = `event/${change.on}/${randomUUID()}`;
  return applyChange(
    office,
    change.dated.map((d) => d.directive),
    actsOf(change),
    actId,
    onDone,
  );
}

function actsOf({ dated, on, reason, by = THE_OFFICE }: EventDateChange): (directive: DirectiveRecord) => Act {
  const byId = new Map(dated.map((d) => [d.directive.id, d]));
  return ({ id }) => {
    const one = byId.get(id);
    if (!one) throw new Error(`${id} is no part of this change`);
    const event = { words: one.event, on, ...present({ within: one.within }) };
    return { type: 'change-deadline', by, due: one.due, event, reason };
  };
}

/** The deadline by the directive's own calendar, or why there is none. */
function dueOf(awaiting: Awaiting, { on, within }: EventDate, find: FindCalendar): Due | { readonly reason: string } {
  const { directive, notice, readIn, phrase, given } = awaiting;
  const issued = notice.issued ?? notice.anchor;
  if (on < issued) return { reason: EVENT_FAULTS.beforeNotice(on, issued) };
  const calendar = find(directive.calendar);
  if (!calendar) return { reason: EVENT_FAULTS.noCalendar(directive.calendar.version) };
  const context = { anchor: notice.anchor, calendar, eventOn: on };
  const said = dueByEvent(readIn, context);
  if (said !== null && said.due !== null) return { due: said.due, provisional: said.provisional ?? false };
  if (said?.none !== 'no-length') return { reason: EVENT_FAULTS.notCounted(phrase) };
  const length = within ?? given?.within;
  const ending = length === undefined ? null : dueWithin(readIn, context, length);
  if (length === undefined || ending === null || ending.due === null) return { reason: EVENT_FAULTS.noLength(phrase) };
  return { due: ending.due, provisional: ending.provisional ?? false, within: length };
}

function dueWithin(...[text, context, within]: Required<Parameters<typeof dueByEvent>>) {
  try {
    return dueByEvent(text, context, within);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(EVENT_FAULTS.notALength(within));
    throw error;
  }
}
