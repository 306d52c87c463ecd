import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { MINUTE_MS } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { serviceLives } from '../service/one-service.ts';
import { DIRECTIVE_QUEUE } from '../workflows/contract.ts';
import type { Session } from './session.ts';

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

/** A service's worker whose Temporal has just been started again asks for work within seconds, or not at all. */
const COMES_BACK_MS = 20_000;
const LOOK_MS = 250;

/**
 * Acts are answered by the directive's workflow, which needs a worker. Where a service runs on the data folder, its
 * worker is waited for.
 */
export async function requireWorker({ client, config }: Pick<Session, 'client' | 'config'>): Promise<void> {
  const until = Date.now() + COMES_BACK_MS;
  while (!(await workerIsUp(client))) {
    if (Date.now() >= until || !serviceLives(config.dataFolder)) {
      throw new UserError('chưa có tiến trình nào xử lý nhiệm vụ: mở một cửa sổ khác, chạy dondoc up, rồi thử lại');
    }
    await delay(LOOK_MS);
  }
}
