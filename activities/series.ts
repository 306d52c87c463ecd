import type { Occurrence, Opening, SeriesEnd } from '../dsl/rules/index.ts';
import { nextOccurrence, openingOf } from '../dsl/rules/occurrences.ts';
import { dayOf, laterDay } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import {
  type DirectiveRecord,
  type NoticeRecord,
  occurrenceDraft,
  type Register,
  type SeriesRecord,
  succeeded,
} from '../register/index.ts';
import {
  CANCEL_SERIES_UPDATE,
  directiveWorkflowId,
  recurringWorkflowId,
  SERIES_ACT_UPDATE,
  type SeriesActivities,
  type SeriesTurn,
  type SeriesTurned,
} from '../workflows/contract.ts';
import type { ActDoor } from './door.ts';

export interface OccurrenceStart {
  readonly notice: NoticeRecord;
  readonly directive: DirectiveRecord;
  readonly calendar: WorkCalendar;
  /** As of a directive. */
  readonly clockOffsetMs: number;
}

/** Starts the workflow of an occurrence; one that runs already is left alone. */
export type StartOccurrence = (start: OccurrenceStart) => Promise<void>;

/** The recurring workflow's activities. What comes next is read from the register each time: its log leads. */
export function seriesActivities(
  register: Register,
  start: StartOccurrence,
  door: Pick<ActDoor, 'admits'>,
): SeriesActivities {
  return {
    async openNext(turn) {
      const { series, occurrences, calendar, next } = await register.series.require(turn.seriesId);
      for (const directive of occurrences) {
        if (directive.issueState === 'drafted')
          await begin(register, start, directive, await editionOf(register, directive), turn);
      }
      if (series.suspended) return { opened: null, next: null, end: null, suspended: series.suspended };
      if (next === null) return ended(register, series, turn);
      const opening = openingAt(series, next, turn);
      if (opening.opensAt > turn.at) return { opened: null, next: opening, end: null };
      const draft = occurrenceDraft(await ofItsDay(register, series, next, turn), next, calendar, directiveWorkflowId);
      const end = await register.series.openOccurrence(draft, series.acts.length);
      if (end) return { opened: null, next: null, end };
      const directive = await register.directives.find(draft.id);
      if (!directive) throw new Error(`directive ${draft.id} is not in the register`);
      await begin(register, start, directive, calendar, turn);
      const following = nextOccurrence(series, calendar, next);
      if (following === null) return { ...(await ended(register, series, turn)), opened: draft.id };
      return { opened: draft.id, next: openingAt(series, following, turn), end: null };
    },
    async actOnSeries(turn, actId, act, seal) {
      const { seriesId, at } = turn;
      const put = { workflowId: recurringWorkflowId(seriesId), update: SERIES_ACT_UPDATE, id: actId, given: act };
      if (!(await door.admits(seriesId, act.type, put, seal))) return { notTaken: 'unsigned' };
      const refusal = await register.series.act(
        seriesId,
        { at, actId, act },
        (await register.series.require(seriesId)).calendar,
      );
      if (refusal) return { refusal };
      const { series, next } = await register.series.require(seriesId);
      if (series.suspended) return { next: null, end: null, suspended: series.suspended };
      if (next === null) return { next: null, end: await endOf(register, series, turn) };
      return { next: openingAt(series, next, turn), end: null };
    },
    async endSeries(seriesId, end, cancelled) {
      const { id = '', cancel, seal } = cancelled ?? {};
      const put = { workflowId: recurringWorkflowId(seriesId), update: CANCEL_SERIES_UPDATE, id, given: cancel };
      if (!(await door.admits(seriesId, 'cancel', put, seal))) return { notTaken: 'unsigned' };
      return register.series.end(seriesId, end);
    },
  };
}

function openingAt(series: SeriesRecord, occurrence: Occurrence, { at }: SeriesTurn): Opening {
  return { day: occurrence.day, due: occurrence.due, opensAt: openingOf(series, occurrence) ?? at };
}

/** The series with the agencies that do its parties' work when the occurrence is assigned: some may have merged since. */
async function ofItsDay(
  register: Register,
  series: SeriesRecord,
  { opensOn = series.issued }: Occurrence,
  { at }: SeriesTurn,
): Promise<SeriesRecord> {
  const directory = await register.directory.current();
  const day = laterDay(opensOn, dayOf(at));
  const { lead, cooperating, supervisor } = series.template;
  const now = (parties: typeof lead) => succeeded(directory, parties, day);
  return {
    ...series,
    template: { ...series.template, lead: now(lead), cooperating: now(cooperating), supervisor: now(supervisor) },
  };
}

async function ended(register: Register, series: SeriesRecord, turn: SeriesTurn): Promise<SeriesTurned> {
  return { opened: null, next: null, end: await endOf(register, series, turn) };
}

/** How it ended, or that its rules have come to their end. */
async function endOf(register: Register, series: SeriesRecord, { at }: SeriesTurn): Promise<SeriesEnd> {
  return series.end ?? (await register.series.end(series.id, { at, why: 'rule' }));
}

async function begin(
  register: Register,
  start: StartOccurrence,
  directive: DirectiveRecord,
  calendar: WorkCalendar,
  { at, virtual }: SeriesTurn,
): Promise<void> {
  const notice = await register.notices.find(directive.noticeId);
  if (!notice) throw new Error(`notice ${directive.noticeId} is not in the register`);
  await start({ notice, directive, calendar, clockOffsetMs: virtual ? at - Date.now() : 0 });
  await register.directives.markStarted(directive.id);
}

/** What was cut short goes on by the edition it was registered with. */
async function editionOf(register: Register, { id, calendar: wanted }: DirectiveRecord): Promise<WorkCalendar> {
  const editions = await register.calendars.list();
  const found = editions.find(({ calendar: c }) => c.id === wanted.id && c.version === wanted.version);
  if (!found) throw new Error(`calendar ${wanted.id} ${wanted.version} of ${id} is not in the register`);
  return found.calendar;
}
