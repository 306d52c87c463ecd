import type { Selectable } from 'kysely';
import { civilServants } from '../dsl/time/civil-servants.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import type { CalendarTable } from './schema.ts';

/** An edition of a working calendar with the document that announced it. */
export interface CalendarEdition {
  readonly calendar: WorkCalendar;
  readonly source: string;
}

export interface CalendarRecord extends CalendarEdition {
  readonly recordedAt: Instant;
}

/** Working calendars, each in every edition there has been. */
export class CalendarEditions {
  constructor(private readonly context: Context) {}

  /** Keeps an edition for good; one that is there already stays as it is. */
  save({ calendar, source }: CalendarEdition): Promise<void> {
    return this.context.transact(async (db) => {
      const { id, version } = calendar;
      await db
        .insertInto('calendars')
        .values({ id, version, calendar: JSON.stringify(calendar), source, recordedAt: this.context.now() })
        .onConflict((c) => c.columns(['id', 'version']).doNothing())
        .execute();
    });
  }

  /** Every edition, the newest first. */
  list(): Promise<CalendarRecord[]> {
    return this.context.read(async (db) => {
      const rows = await db.selectFrom('calendars').selectAll().orderBy('version', 'desc').orderBy('id').execute();
      return rows.map(recordOf);
    });
  }

  /** The newest edition of a calendar: the one given, unless there is a later one here. */
  newest(given: WorkCalendar): Promise<WorkCalendar> {
    return this.context.read((db) => newestCalendar(db, given));
  }
}

/** The newest edition of a calendar: the one given, unless the register has a later one. */
export async function newestCalendar(db: Db, given: WorkCalendar): Promise<WorkCalendar> {
  const row = await db
    .selectFrom('calendars')
    .select('calendar')
    .where('id', '=', given.id)
    .where('version', '>', given.version)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row ? fromJson<WorkCalendar>(row.calendar) : given;
}

/** Finds any edition the register has, or the one given. */
export async function calendarsIn(
  db: Db,
  given?: WorkCalendar,
): Promise<(reference: { readonly id: string; readonly version: string }) => WorkCalendar | undefined> {
  const rows = await db.selectFrom('calendars').selectAll().execute();
  const known = [given ?? [], civilServants, rows.map((row) => recordOf(row).calendar)].flat(2);
  return ({ id, version }) => known.find((c) => c.id === id && c.version === version);
}

function recordOf(row: Selectable<CalendarTable>): CalendarRecord {
  return {
    calendar: fromJson<WorkCalendar>(row.calendar),
    source: row.source,
    recordedAt: instantOf(row.recordedAt),
  };
}
