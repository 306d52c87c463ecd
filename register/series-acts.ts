import { present } from '../dsl/present.ts';
import { type Occurrence, type SeriesAct, type SeriesTerms, termsAfter } from '../dsl/rules/index.ts';
import { type Day, dayOf, type Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Db } from './context.ts';
import type { SeriesRecord } from './series.ts';

/** Something done to a recurring directive as a whole, as it was recorded; never changed afterwards. */
export interface SeriesActRecord {
  readonly seq: number;
  /** Domain time. */
  readonly at: Instant;
  readonly actId: string;
  readonly act: SeriesAct;
  /** Occurrences that are never opened, because this act ended a suspension. */
  readonly leftOut: readonly Pick<Occurrence, 'day' | 'due'>[];
}

/** What was done to a recurring directive as a whole, in order. */
export async function actsOf(db: Db, seriesId: string): Promise<SeriesActRecord[]> {
  const rows = await db.selectFrom('seriesActs').selectAll().where('seriesId', '=', seriesId).orderBy('seq').execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: instantOf(row.at),
    actId: row.actId,
    act: fromJson<SeriesAct>(row.act),
    leftOut: fromJson<SeriesActRecord['leftOut']>(row.leftOut),
  }));
}

/** A series as issued, with what acts have made of its terms since. */
export function withActs(
  issued: Omit<SeriesRecord, 'suspended' | 'acts'>,
  acts: readonly SeriesActRecord[],
): SeriesRecord {
  const { lead, policy } = issued.template;
  let terms: SeriesTerms = { rules: issued.rules, lead, policy, suspended: null };
  let after: Day | undefined;
  for (const { act, at } of acts) {
    terms = termsAfter(terms, act, at);
    if (act.type === 'resume' || act.type === 'change-recurrence') after = dayOf(at);
  }
  return {
    ...issued,
    ...present({ after }),
    rules: terms.rules,
    // Words of the notice set its own rules only.
    deadlines: terms.rules === issued.rules ? issued.deadlines : [],
    template: { ...issued.template, lead: terms.lead, policy: terms.policy },
    onDayOff: terms.policy.onDayOff ?? 'keep',
    suspended: terms.suspended,
    acts,
  };
}
