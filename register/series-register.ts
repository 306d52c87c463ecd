import type { SeriesEnd, SeriesRefusal } from '../dsl/rules/index.ts';
import { nextOccurrence } from '../dsl/rules/occurrences.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { type SeriesActDraft, takeSeriesAct } from './act-on-series.ts';
import { CalendarEditions } from './calendars.ts';
import type { Context } from './context.ts';
import { keepListed } from './listed/keep.ts';
import { overridesIn } from './overrides.ts';
import type { DirectiveDraft } from './records.ts';
import { directiveRow } from './rows.ts';
import { lastOf, occurrencesOf, type SeriesRecord, type SeriesView, seriesIn, seriesRecords } from './series.ts';

/** Directives that recur: their terms, what is open of each, and what comes next. */
export class SeriesRegister {
  constructor(private readonly context: Context) {}

  /** Recurring directives, ended ones among them. */
  list(noticeId?: string): Promise<SeriesRecord[]> {
    return this.context.read(async (db) => {
      let query = db.selectFrom('series').selectAll();
      if (noticeId !== undefined) query = query.where('noticeId', '=', noticeId);
      return seriesRecords(db, await query.orderBy('noticeId').orderBy('id').execute());
    });
  }

  /** Throws where the register holds no edition of its calendar: a notice is issued with one. */
  async show(id: string): Promise<SeriesView | undefined> {
    const calendars = await new CalendarEditions(this.context).list();
    return this.context.read(async (db) => {
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

  /** Of one that must be there. @throws Error where it is not */
  async require(id: string): Promise<SeriesView> {
    const view = await this.show(id);
    if (!view) throw new Error(`series ${id} is not in the register`);
    return view;
  }

  /** Its workflow is known to run. Harmless twice. */
  markStarted(id: string): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('series').set({ issueState: 'started' }).where('id', '=', id).execute();
    });
  }

  /**
   * Puts an occurrence into the register unless it is there, or the series has ended: then nothing changes. `acts`: how
   * many the draft was made after.
   * @throws Error where there have been more since.
   */
  openOccurrence(draft: DirectiveDraft, acts: number): Promise<SeriesEnd | null> {
    return this.context.transact(async (db) => {
      const series = draft.series && (await seriesIn(db, draft.series.id));
      if (!series) throw new Error(`series of ${draft.id} is not in the register`);
      if (series.end !== null) return series.end;
      if (series.acts.length !== acts) throw new Error(`series ${series.id} has been changed in the meantime`);
      await db
        .insertInto('directives')
        .values(directiveRow(series.noticeId, draft, await this.context.workers.knownToAll(db)))
        .onConflict((c) => c.column('id').doNothing())
        .execute();
      await keepListed(db, draft.id);
      return null;
    });
  }

  /** Ends a series; one that has ended stays as it is. Returns the end that counts. */
  end(id: string, end: SeriesEnd): Promise<SeriesEnd> {
    return this.context.transact(async (db) => {
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

  /**
   * Suspends, resumes or changes a recurring directive as a whole; null = taken, or taken before under the same id.
   * `calendar`: the edition by which what a suspension left out is told.
   */
  act(id: string, act: SeriesActDraft, calendar: WorkCalendar): Promise<SeriesRefusal | null> {
    return takeSeriesAct(this.context, id, act, calendar);
  }
}
