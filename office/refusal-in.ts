import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSED, UNSIGNED } from '../workflows/contract.ts';

/** The refusal by which a workflow answered an update; undefined where the error is about something else. */
export function refusalIn<Refusal>(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  return cause.details?.[0] as Refusal;
}

/** Was an update not taken because it did not bear the signature its worker looks for? */
export function isUnsigned(error: unknown): boolean {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === UNSIGNED;
}
