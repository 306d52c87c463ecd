import type { Insertable, Selectable } from 'kysely';
import { present } from '../dsl/present.ts';
import type { Actor, Occurrence, Series, SeriesEnd, SeriesSuspension } from '../dsl/rules/index.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Db } from './context.ts';
import type { OverrideRecord } from './overrides.ts';
import type { DirectiveDraft, DirectiveRecord, IssueState } from './records.ts';
import { directiveRecordOf } from './rows.ts';
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
  'parent' | 'text' | 'span' | 'lead' | 'cooperating' | 'supervisor' | 'issuedAt' | 'policy' | 'traits' | 'calendar'
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

/** An occurrence as a directive of its own. `calendar`: the edition it is followed by. */
export function occurrenceDraft(
  { id, localId, deadlines, template }: SeriesDraft,
  { day, due, dueTime, opensOn, rule }: Occurrence,
  calendar: DirectiveDraft['calendar'],
  workflowIdOf: (directiveId: string) => string,
): DirectiveDraft {
  const directiveId = `${id}/${day}`;
  const { parent } = template;
  return {
    ...template,
    ...present({ parent: parent && { ...parent, id: `${parent.id}/${day}` } }),
    id: directiveId,
    localId,
    series: { id, occurrence: day },
    deadline: deadlines[rule] ?? null,
    ...present({ opensOn }),
    due,
    ...present({ dueTime }),
    calendar: { id: calendar.id, version: calendar.version },
    workflowId: workflowIdOf(directiveId),
  };
}

/** Writes a recurring directive, in the transaction of its notice. */
export async function insertSeries(db: Db, noticeId: string, draft: SeriesDraft): Promise<void> {
  const row: Insertable<SeriesTable> = {
    id: draft.id,
    noticeId,
    localId: draft.localId,
    issued: draft.issued,
    workflowId: draft.workflowId,
    rules: JSON.stringify(draft.rules),
    deadlines: JSON.stringify(draft.deadlines),
    taken: JSON.stringify(draft.taken),
    template: JSON.stringify(draft.template),
    issueState: 'drafted' satisfies IssueState,
    endedAt: null,
    endedWhy: null,
    endedBy: null,
    endedReason: null,
  };
  await db.insertInto('series').values(row).execute();
}

/** The last one that came of a rule. */
export function lastOf(
  { taken }: SeriesRecord,
  opened: readonly DirectiveRecord[],
): Pick<Occurrence, 'day' | 'due'> | null {
  const last = opened.findLast((d) => d.series && !taken.includes(d.series.occurrence));
  return last?.series ? { day: last.series.occurrence, due: last.originalDue ?? last.series.occurrence } : null;
}

/** Its occurrences so far, in order of their days. */
export async function occurrencesOf(db: Db, seriesId: string): Promise<DirectiveRecord[]> {
  const rows = await db
    .selectFrom('directives')
    .selectAll()
    .where('series', '=', seriesId)
    .orderBy('occurrence')
    .execute();
  return rows.map(directiveRecordOf);
}

/** The recurring directive with an id; undefined where there is none. */
export async function seriesIn(db: Db, id: string): Promise<SeriesRecord | undefined> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
  return row && seriesOf(row, await actsOf(db, row.id));
}

/** Recurring directives from their rows, each with its acts. */
export async function seriesRecords(db: Db, rows: readonly Selectable<SeriesTable>[]): Promise<SeriesRecord[]> {
  const records: SeriesRecord[] = [];
  for (const row of rows) records.push(seriesOf(row, await actsOf(db, row.id)));
  return records;
}

function seriesOf(row: Selectable<SeriesTable>, acts: readonly SeriesActRecord[]): SeriesRecord {
  const template = fromJson<SeriesTemplate>(row.template);
  const issued = {
    id: row.id,
    noticeId: row.noticeId,
    localId: row.localId,
    issued: row.issued,
    workflowId: row.workflowId,
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
    ...present({ by: endedBy !== null ? (endedBy as Actor['party']) : undefined, reason: endedReason ?? undefined }),
  };
}
