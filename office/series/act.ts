import { type SeriesAct, type SeriesCancel, type SeriesEnd, sameAgencies } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type DirectiveRecord, refusalBy, type SeriesView } from '../../register/index.ts';
import { CANCEL_SERIES_UPDATE, SERIES_ACT_UPDATE } from '../../workflows/contract.ts';
import { actOn } from '../act.ts';
import { type SeriesOffice, SeriesRefused, updateSeries } from './update.ts';

/**
 * Does an act on a recurring directive as a whole; what is open of it goes on as it was. The same `actId` again, even
 * years later, changes nothing.
 * @throws SeriesRefused with the reason.
 */
export async function actOnSeries(
  office: SeriesOffice,
  seriesId: string,
  act: SeriesAct,
  actId: string,
): Promise<SeriesView> {
  const { series } = await office.register.series.require(seriesId);
  if (!series.acts.some((done) => done.actId === actId)) {
    // Said from the register first: its terms are more than the workflow knows, and a refusal leaves no event.
    const refusal = refusalBy(series, act);
    if (refusal) throw new SeriesRefused(refusal);
    await updateSeries(office, seriesId, { name: SERIES_ACT_UPDATE, given: act, id: actId });
  }
  return office.register.series.require(seriesId);
}

/** What became of the occurrences that were open when their series was given to another lead. */
export interface MovedOccurrences {
  readonly moved: readonly string[];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * Gives a recurring directive to another lead, with what is open of it. Cut short anywhere, the same call goes on with
 * what has not moved yet.
 * @throws SeriesRefused where everything is with that lead already, or the act is not taken.
 */
export async function reassignWhole(
  office: SeriesOffice,
  seriesId: string,
  act: Extract<SeriesAct, { type: 'reassign' }>,
  actId: string,
): Promise<{ readonly view: SeriesView } & MovedOccurrences> {
  const waiting = toMove(await office.register.series.require(seriesId), act);
  const moved: string[] = [];
  const failed: { id: string; reason: string }[] = [];
  const view = await actOnSeries(office, seriesId, act, actId).catch((error: unknown) => {
    const done = error instanceof SeriesRefused && error.refusal.code === 'series-same-lead';
    if (!done || waiting.length === 0) throw error;
    return office.register.series.require(seriesId);
  });
  const { type, reason, lead } = act;
  for (const { id } of toMove(view, act)) {
    try {
      await actOn(office, id, { type, by: act.by, reason, lead }, `${actId}/${id}`);
      moved.push(id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed.push({ id, reason: error.message });
    }
  }
  return { view, moved, failed };
}

function toMove({ occurrences }: SeriesView, { lead }: Extract<SeriesAct, { type: 'reassign' }>): DirectiveRecord[] {
  return occurrences.filter((o) => o.closedAt === null && !sameAgencies(o.lead, lead));
}

/**
 * Opens no further occurrence of a recurring directive; those that are open go on. `cancelId` makes it idempotent.
 * @throws SeriesRefused with the reason.
 */
export function cancelSeries(
  office: SeriesOffice,
  seriesId: string,
  cancel: SeriesCancel,
  cancelId: string,
): Promise<SeriesEnd> {
  return updateSeries(office, seriesId, { name: CANCEL_SERIES_UPDATE, given: cancel, id: cancelId });
}
