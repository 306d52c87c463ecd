import { hostname } from 'node:os';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { MINUTE_MS } from '../dsl/time/day.ts';
import { DIRECTIVE_QUEUE } from '../workflows/contract.ts';

/** As the SDK names the workers of a process to Temporal, unless told otherwise. */
export const THIS_PROCESS = `${process.pid}@${hostname()}`;

/**
 * Does a worker poll for directives? One that has not asked for a minute and a half is gone.
 * @param identity only of this worker; unset, of any.
 */
export async function workerIsUp(client: Client, identity?: string): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: DIRECTIVE_QUEUE },
    taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const since = (Date.now() - 1.5 * MINUTE_MS) / 1000;
  return pollers.some(
    (p) => (identity === undefined || p.identity === identity) && Number(p.lastAccessTime?.seconds ?? 0) > since,
  );
}
