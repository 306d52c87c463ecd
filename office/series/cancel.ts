import type { SeriesCancel, SeriesEnd } from '../../dsl/rules/index.ts';
import { CANCEL_SERIES_UPDATE } from '../../workflows/contract.ts';
import { type SeriesOffice, updateSeries } from './update.ts';

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
