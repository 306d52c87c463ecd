import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSED } from '../workflows/contract.ts';

/** The refusal by which a workflow answered an update; undefined where the error is about something else. */
export function refusalIn<Refusal>(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  return cause.details?.[0] as Refusal;
}
