import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { SeriesCancel, SeriesEnd, SeriesRefusal } from '../dsl/engine/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { seriesRefusalText } from '../texts/series.ts';
import { CANCEL_SERIES_UPDATE, REFUSED, recurringWorkflowId } from '../workflows/contract.ts';

/** The rules said no; the message says why. Nothing was changed. */
export class SeriesRefused extends UserError {
  constructor(readonly refusal: SeriesRefusal) {
    super(seriesRefusalText(refusal));
  }
}

/**
 * Opens no further occurrence of a recurring directive; those that are open go on. `cancelId` makes it idempotent.
 * @throws SeriesRefused with the reason.
 */
export async function cancelSeries(
  client: Client,
  seriesId: string,
  cancel: SeriesCancel,
  cancelId: string,
): Promise<SeriesEnd> {
  const handle = client.workflow.getHandle(recurringWorkflowId(seriesId));
  try {
    return await handle.executeUpdate<SeriesEnd, [SeriesCancel]>(CANCEL_SERIES_UPDATE, {
      args: [cancel],
      updateId: cancelId,
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new SeriesRefused({ code: 'series-ended' });
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === REFUSED)
      throw new SeriesRefused(cause.details?.[0] as SeriesRefusal);
    throw error;
  }
}
