import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Standing } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { DIRECTIVE_WORKFLOW, RECURRING_WORKFLOW, STANDING_QUERY } from '../../workflows/contract.ts';

/** What Temporal says of directives, those that recur among them. */
export interface Runs {
  /** RUNNING, or how it ended; MISSING where Temporal knows no such workflow. */
  statusOf(directive: Pick<DirectiveRecord, 'workflowId'>): Promise<string>;
  /** When its workflow will wake; undefined where it did not answer. */
  nextWakeOf(directive: DirectiveRecord): Promise<Instant | null | undefined>;
}

/** Those that run are read in one listing; only what it lacks is asked for one by one, for listings lag behind. */
export async function runsOf(client: Client): Promise<Runs> {
  const running = new Set<string>();
  const query = `WorkflowType IN ("${DIRECTIVE_WORKFLOW}", "${RECURRING_WORKFLOW}") AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of client.workflow.list({ query })) running.add(workflowId);
  return {
    async statusOf({ workflowId }) {
      if (running.has(workflowId)) return 'RUNNING';
      try {
        return (await client.workflow.getHandle(workflowId).describe()).status.name;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'MISSING';
        throw error;
      }
    },
    async nextWakeOf({ workflowId }) {
      try {
        return (await client.workflow.getHandle(workflowId).query<Standing>(STANDING_QUERY)).nextWake;
      } catch {
        // No worker, one that is busy, a run that has just closed: no answer is not a fault.
        return undefined;
      }
    },
  };
}
