import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { SeriesRefusal } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { Register } from '../../register/index.ts';
import { ACT_NOT_SEALED } from '../../texts/refusals.ts';
import { seriesRefusalText } from '../../texts/series.ts';
import { recurringWorkflowId } from '../../workflows/contract.ts';
import { isUnsigned, refusalIn } from '../refusal-in.ts';

/** An act that the rules refused. The message says why, in Vietnamese; nothing was changed. */
export class SeriesRefused extends UserError {
  constructor(readonly refusal: SeriesRefusal) {
    super(seriesRefusalText(refusal));
  }
}

/** What an act on a recurring directive needs. */
export interface SeriesOffice {
  readonly client: Client;
  readonly register: Register;
}

/**
 * Has its workflow take an update; the same id again in one run changes nothing.
 * @throws SeriesRefused with the reason.
 */
export async function updateSeries<Answer, Given>(
  { client, register }: SeriesOffice,
  seriesId: string,
  update: { readonly name: string; readonly given: Given; readonly id: string },
): Promise<Answer> {
  const handle = client.workflow.getHandle(recurringWorkflowId(seriesId));
  try {
    return await handle.executeUpdate<Answer, [Given]>(update.name, { args: [update.given], updateId: update.id });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) {
      const ended = (await register.series.show(seriesId))?.series.end != null;
      throw new SeriesRefused({ code: ended ? 'series-ended' : 'series-not-running' });
    }
    if (isUnsigned(error)) throw new UserError(ACT_NOT_SEALED);
    const refusal = refusalIn<SeriesRefusal>(error);
    throw refusal ? new SeriesRefused(refusal) : error;
  }
}
