import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Register } from '../../register/index.ts';
import { atOnce } from '../../system/at-once.ts';
import { RUNS_TAKEN_BACK } from '../../texts/temporal.ts';
import { AUDIT_WORKFLOW, AUDIT_WORKFLOW_ID, DIRECTIVE_WORKFLOW, RECURRING_WORKFLOW } from '../../workflows/contract.ts';
import { REGISTER_MEMO } from '../start-once.ts';

export interface RunsTakenBack {
  readonly count: number;
  /** Ids of workflows that were started after the backup: the register knows nothing of them. */
  readonly unknown: readonly string[];
}

const TYPES = [DIRECTIVE_WORKFLOW, RECURRING_WORKFLOW, AUDIT_WORKFLOW].map((type) => `"${type}"`).join(', ');
const RUNNING = `WorkflowType IN (${TYPES}) AND ExecutionStatus = "Running"`;
const AT_ONCE = 16;

/**
 * After a restore the runs of before are ahead of the register: they are ended, so that each directive is started again
 * where the register has it. Once for a restore, and only this register's; undefined where there is nothing to do.
 */
export async function takeBackRuns(client: Client, register: Register): Promise<RunsTakenBack | undefined> {
  const restored = await register.restoration.restored();
  if (restored === undefined || restored.tookBackAt !== undefined) return undefined;
  const own = await register.id();
  const ids: string[] = [];
  for await (const { workflowId, memo } of client.workflow.list({ query: RUNNING })) {
    if (memo?.[REGISTER_MEMO] === own) ids.push(workflowId);
  }
  await atOnce(ids, AT_ONCE, async (id) => {
    try {
      await client.workflow.getHandle(id).terminate(RUNS_TAKEN_BACK);
    } catch (error) {
      // Ended by itself since it was listed.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  });
  const known = new Set([
    ...(await register.directives.list({})).map(({ workflowId }) => workflowId),
    ...(await register.series.list()).map(({ workflowId }) => workflowId),
  ]);
  await register.restoration.tookBack();
  return {
    count: ids.length,
    unknown: ids.filter((id) => !known.has(id) && id !== AUDIT_WORKFLOW_ID),
  };
}
