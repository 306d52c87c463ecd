import type { Insertable, Selectable } from 'kysely';
import type { Actor, Occurrence, Series, SeriesEnd, SeriesSuspension } from '../dsl/rules/index.ts';
import { nextOccurrence } from '../dsl/rules/occurrences.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { listCalendars } from './calendars.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import { type OverrideRecord, overridesIn } from './overrides.ts';
import type { DirectiveDraft, DirectiveRecord, IssueState } from './records.ts';
import { directiveOf, directiveRow } from './rows.ts';
import type { SeriesTable } from './schema.ts';
import { actsOf, type SeriesActRecord, withActs } from './series-acts.ts';

/** A recurring directive as it is issued. Its occurrences are directives, opened one after the other. */
export interface SeriesDraft extends Series {
  readonly localId: string;
  /** For each rule, the words that set it. */
  readonly deadlines: readonly DirectiveDraft['deadline'][];
  /** What its occurrences have in common. */
  readonly template: SeriesTemplate;
  readonly workflowId: string;
}

export type SeriesTemplate = Pick<
  DirectiveDraft,
  'text' | 'span' | 'lead' | 'cooperating' | 'supervisor' | 'issuedAt' | 'policy' | 'calendar'
>;

/** With the terms later occurrences are opened by: as issued, and as acts have changed them since. */
export interface SeriesRecord extends SeriesDraft {
  readonly noticeId: string;
  readonly issueState: IssueState;
  readonly end: SeriesEnd | null;
  readonly suspended: SeriesSuspension | null;
  /** In order of time. */
  readonly acts: readonly SeriesActRecord[];
}

/** A series and how far it has got. */
export interface SeriesView {
  readonly series: SeriesRecord;
  /** In order of their days; other days the directive names are among them. */
  readonly occurrences: readonly DirectiveRecord[];
  /** The newest edition of its calendar: what is not yet open follows it, and nothing has to be migrated. */
  readonly calendar: WorkCalendar;
  /** The last one opened that came of a rule; null before the first. */
  readonly last: Pick<Occurrence, 'day' | 'due'> | null;
  /** What is to be opened next; null where it is suspended or has ended, or its rules have come to their end. */
  readonly next: Occurrence | null;
  /** Where its policy was not proved: on whose word. */
  readonly overrides: readonly OverrideRecord[];
}

/** Of a series that must be there. @throws Error where it is not */
export async function requireSeries(
  register: { showSeries(id: string): Promise<SeriesView | undefined> },
  id: string,
): Promise<SeriesView> {
  const view = await register.showSeries(id);
  if (!view) throw new Error(`series ${id} is not in the register`);
  return view;
}

/** An occurrence as a directive of its own. `calendar`: the edition it is followed by. */
export function occurrenceDraft(
  { id, localId, deadlines, template }: SeriesDraft,
  { day, due, dueTime, opensOn, rule }: Occurrence,
  calendar: DirectiveDraft['calendar'],
  workflowIdOf: (directiveId: string) => string,
): DirectiveDraft {
  const directiveId = `${id}/${day}`;
  return {
    ...template,
    id: directiveId,
    localId,
    series: { id, occurrence: day },
    deadline: deadlines[rule] ?? null,
    ...(opensOn === undefined ? {} : { opensOn }),
    due,
    ...(dueTime === undefined ? {} : { dueTime }),
    calendar: { id: calendar.id, version: calendar.version },
    workflowId: workflowIdOf(directiveId),
  };
}

export async function insertSeries(db: Db, noticeId: string, draft: SeriesDraft): Promise<void> {
  const row: Insertable<SeriesTable> = {
    ...{ id: draft.id, noticeId, localId: draft.localId, issued: draft.issued, workflowId: draft.workflowId },
    rules: JSON.stringify(draft.rules),
    deadlines: JSON.stringify(draft.deadlines),
    taken: JSON.stringify(draft.taken),
    template: JSON.stringify(draft.template),
    issueState: 'drafted' satisfies IssueState,
    ...{ endedAt: null, endedWhy: null, endedBy: null, endedReason: null },
  };
  await db.insertInto('series').values(row).execute();
}

export function listSeries(context: Context, noticeId?: string): Promise<SeriesRecord[]> {
  return context.read(async (db) => {
    let query = db.selectFrom('series').selectAll();
    if (noticeId !== undefined) query = query.where('noticeId', '=', noticeId);
    return seriesRecords(db, await query.orderBy('noticeId').orderBy('id').execute());
  });
}

/** Throws where the register holds no edition of its calendar: a notice is issued with one. */
export async function showSeries(context: Context, id: string): Promise<SeriesView | undefined> {
  const calendars = await listCalendars(context);
  return context.read(async (db) => {
    const series = await seriesIn(db, id);
    if (!series) return undefined;
    const wanted = series.template.calendar.id;
    const calendar = calendars.find((c) => c.calendar.id === wanted)?.calendar;
    if (!calendar) throw new Error(`calendar ${wanted} of series ${id} is not in the register`);
    const occurrences = await occurrencesOf(db, id);
    const last = lastOf(series, occurrences);
    const goesOn = series.end === null && series.suspended === null;
    const next = goesOn ? nextOccurrence(series, calendar, last) : null;
    return { series, occurrences, calendar, last, next, overrides: await overridesIn(db, [id]) };
  });
}

/** The last one that came of a rule. */
export function lastOf(
  { taken }: SeriesRecord,
  opened: readonly DirectiveRecord[],
): Pick<Occurrence, 'day' | 'due'> | null {
  const last = opened.findLast((d) => d.series && !taken.includes(d.series.occurrence));
  return last?.series ? { day: last.series.occurrence, due: last.originalDue ?? last.series.occurrence } : null;
}

export async function occurrencesOf(db: Db, seriesId: string): Promise<DirectiveRecord[]> {
  const rows = await db
    .selectFrom('directives')
    .selectAll()
    .where('series', '=', seriesId)
    .orderBy('occurrence')
    .execute();
  return rows.map(directiveOf);
}

export function markSeriesStarted(context: Context, id: string): Promise<void> {
  return context.transact(async (db) => {
    await db.updateTable('series').set({ issueState: 'started' }).where('id', '=', id).execute();
  });
}

/**
 * Puts an occurrence into the register unless it is there, or the series has ended: then nothing changes. `acts`: how
 * many the draft was made after.
 * @throws Error where there have been more since.
 */
export function openOccurrence(context: Context, draft: DirectiveDraft, acts: number): Promise<SeriesEnd | null> {
  return context.transact(async (db) => {
    const series = draft.series && (await seriesIn(db, draft.series.id));
    if (!series) throw new Error(`series of ${draft.id} is not in the register`);
    if (series.end !== null) return series.end;
    if (series.acts.length !== acts) throw new Error(`series ${series.id} has been changed in the meantime`);
    await db
      .insertInto('directives')
      .values(directiveRow(series.noticeId, draft))
      .onConflict((c) => c.column('id').doNothing())
      .execute();
    return null;
  });
}

/** Ends a series; one that has ended stays as it is. Returns the end that counts. */
export function endSeries(context: Context, id: string, end: SeriesEnd): Promise<SeriesEnd> {
  return context.transact(async (db) => {
    await db
      .updateTable('series')
      .set({ endedAt: end.at, endedWhy: end.why, endedBy: end.by ?? null, endedReason: end.reason ?? null })
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .execute();
    const series = await seriesIn(db, id);
    if (!series?.end) throw new Error(`series ${id} is not in the register`);
    return series.end;
  });
}

export async function seriesIn(db: Db, id: string): Promise<SeriesRecord | undefined> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
  return row && seriesOf(row, await actsOf(db, row.id));
}

export async function seriesRecords(db: Db, rows: readonly Selectable<SeriesTable>[]): Promise<SeriesRecord[]> {
  const records: SeriesRecord[] = [];
  for (const row of rows) records.push(seriesOf(row, await actsOf(db, row.id)));
  return records;
}

function seriesOf(row: Selectable<SeriesTable>, acts: readonly SeriesActRecord[]): SeriesRecord {
  const template = fromJson<SeriesTemplate>(row.template);
  const issued = {
    ...{ id: row.id, noticeId: row.noticeId, localId: row.localId, issued: row.issued, workflowId: row.workflowId },
    rules: fromJson<SeriesRecord['rules']>(row.rules),
    deadlines: fromJson<SeriesRecord['deadlines']>(row.deadlines),
    taken: fromJson<SeriesRecord['taken']>(row.taken),
    template,
    onDayOff: template.policy.onDayOff ?? 'keep',
    issueState: row.issueState as IssueState,
    end: endOf(row),
  };
  return withActs(issued, acts);
}

function endOf({ endedAt, endedWhy, endedBy, endedReason }: Selectable<SeriesTable>): SeriesEnd | null {
  if (endedAt === null) return null;
  return {
    at: instantOf(endedAt),
    why: endedWhy as SeriesEnd['why'],
    ...(endedBy === null ? {} : { by: endedBy as Actor['party'] }),
    ...(endedReason === null ? {} : { reason: endedReason }),
  };
}
