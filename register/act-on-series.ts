import { present } from '../dsl/present.ts';
import { refusalByTerms, refusalOfSeriesAct, type SeriesAct, type SeriesRefusal } from '../dsl/rules/index.ts';
import { nextOccurrence, occurrencesUntil } from '../dsl/rules/occurrences.ts';
import { dayOf, type Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { Context } from './context.ts';
import { lastOf, occurrencesOf, type SeriesRecord, seriesIn } from './series.ts';

/** A new act on a series. The same id again changes nothing. */
export interface SeriesActDraft {
  readonly at: Instant;
  readonly actId: string;
  readonly act: SeriesAct;
}

/** Takes an act, or says why not: the terms in the register have the last word. */
export function takeSeriesAct(
  context: Context,
  id: string,
  { at, actId, act }: SeriesActDraft,
  calendar: WorkCalendar,
): Promise<SeriesRefusal | null> {
  return context.transact(async (db) => {
    const series = await seriesIn(db, id);
    if (!series) throw new Error(`series ${id} is not in the register`);
    if (series.acts.some((done) => done.actId === actId)) return null;
    const refusal = refusalBy(series, act);
    if (refusal) return refusal;
    const last = lastOf(series, await occurrencesOf(db, id));
    if (act.type === 'change-recurrence') {
      const changed = { ...series, rules: [act.rule], after: dayOf(at) };
      if (nextOccurrence(changed, calendar, last) === null) return { code: 'series-no-days' };
    }
    const leftOut = act.type === 'resume' ? occurrencesUntil(series, calendar, last, dayOf(at)) : [];
    await db
      .insertInto('seriesActs')
      .values({
        seriesId: id,
        seq: series.acts.length,
        at,
        actId,
        act: JSON.stringify(act),
        leftOut: JSON.stringify(leftOut),
        recordedAt: context.now(),
      })
      .execute();
    return null;
  });
}

/** Why a series would not take an act, by what the register holds of it. */
export function refusalBy(series: SeriesRecord, act: SeriesAct): SeriesRefusal | undefined {
  const { end, suspended, rules, template } = series;
  return (
    refusalOfSeriesAct({ opened: 0, next: null, end, ...present({ suspended: suspended ?? undefined }) }, act) ??
    refusalByTerms({ rules, lead: template.lead, policy: template.policy, suspended }, act)
  );
}
