import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Act, Refusal } from '../dsl/engine/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { refusalText } from '../texts/refusals.ts';
import { ACT_UPDATE, type ActTaken, directiveWorkflowId, REFUSED } from '../workflows/contract.ts';

/** The rules said no; the message says why. Nothing was changed. */
export class ActRefused extends UserError {
  constructor(readonly refusal: Refusal) {
    super(refusalText(refusal));
  }
}

/**
 * Does an act on a running directive and returns how it stands then. `actId` makes it idempotent: the same id again,
 * after a lost answer or a double click, changes nothing.
 * @throws ActRefused with the reason.
 */
export async function actOn(client: Client, directiveId: string, act: Act, actId: string): Promise<ActTaken> {
  const handle = client.workflow.getHandle(directiveWorkflowId(directiveId));
  try {
    return await handle.executeUpdate<ActTaken, [Act]>(ACT_UPDATE, { args: [act], updateId: actId });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new ActRefused({ code: 'closed' });
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === REFUSED)
      throw new ActRefused(cause.details?.[0] as Refusal);
    throw error;
  }
}
