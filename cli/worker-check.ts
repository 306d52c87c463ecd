import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { MINUTE_MS } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { DIRECTIVE_QUEUE } from '../workflows/contract.ts';

/** Does a worker poll for directives? One that has not asked for a minute and a half is gone. */
export async function workerIsUp(client: Client): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: DIRECTIVE_QUEUE },
    taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const since = (Date.now() - 1.5 * MINUTE_MS) / 1000;
  return pollers.some((p) => Number(p.lastAccessTime?.seconds ?? 0) > since);
}

/** Acts are answered by the directive's workflow, which needs a worker. */
export async function requireWorker(client: Client): Promise<void> {
  if (await workerIsUp(client)) return;
  throw new UserError('chưa có tiến trình nào xử lý nhiệm vụ: mở một cửa sổ khác, chạy dondoc up, rồi thử lại');
}
