import type { Client } from '@temporalio/client';
import type { Register } from '../../register/index.ts';
import { AUDIT_SUMMARY } from '../../texts/temporal.ts';
import { AUDIT_WORKFLOW, AUDIT_WORKFLOW_ID, DIRECTIVE_QUEUE } from '../../workflows/contract.ts';
import { startOnce } from '../start-once.ts';

/**
 * Sees to it that the auditor runs on Temporal; one that runs already is left alone.
 * @throws UserError where it is another register's: that register's service works here.
 */
export async function startAuditor(
  office: { readonly client: Client; readonly register: Register },
  taskQueue = DIRECTIVE_QUEUE,
): Promise<void> {
  await startOnce(office, AUDIT_WORKFLOW_ID, (memo) =>
    office.client.workflow.start(AUDIT_WORKFLOW, {
      workflowId: AUDIT_WORKFLOW_ID,
      taskQueue,
      memo,
      staticSummary: AUDIT_SUMMARY,
    }),
  );
}
