import { hostname } from 'node:os';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Channel } from '../../dsl/policy/channels.ts';
import { deliveryQueue } from '../../workflows/contract.ts';

const { TASK_QUEUE_TYPE_ACTIVITY } = proto.temporal.api.enums.v1.TaskQueueType;

/** How a channel stands on Temporal. */
export interface QueueStanding {
  /** Why an operator has stopped it; null where it runs. */
  readonly stopped: string | null;
  /** Messages a second, where there is a limit. */
  readonly perSecond: number | null;
  /** Messages whose time has come and that no worker has taken yet. */
  readonly backlog: number;
  /** Processes that send by it. */
  readonly senders: number;
}

/** What is under way ends; what waits stays until the channel is resumed, also over restarts of everything. */
export function stopChannel(client: Client, channel: Channel, reason: string, queue?: string): Promise<void> {
  return limit(client, queue ?? deliveryQueue(channel), { requestsPerSecond: 0 }, reason);
}

/** The limit is again what the workers of the channel ask for. */
export function resumeChannel(client: Client, channel: Channel, reason: string, queue?: string): Promise<void> {
  return limit(client, queue ?? deliveryQueue(channel), null, reason);
}

async function limit(
  client: Client,
  taskQueue: string,
  rateLimit: { readonly requestsPerSecond: number } | null,
  reason: string,
): Promise<void> {
  await client.workflowService.updateTaskQueueConfig({
    namespace: client.options.namespace,
    identity: `dondoc@${hostname()}`,
    taskQueue,
    taskQueueType: TASK_QUEUE_TYPE_ACTIVITY,
    updateQueueRateLimit: { rateLimit, reason },
  });
}

export async function channelStanding(client: Client, channel: Channel, queue?: string): Promise<QueueStanding> {
  const { pollers, stats, config } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue ?? deliveryQueue(channel) },
    taskQueueType: TASK_QUEUE_TYPE_ACTIVITY,
    reportStats: true,
    reportConfig: true,
  });
  const set = config?.queueRateLimit;
  const perSecond = set?.rateLimit?.requestsPerSecond ?? null;
  return {
    stopped: set?.rateLimit && perSecond === 0 ? (set.metadata?.reason ?? '') : null,
    perSecond,
    backlog: Number(stats?.approximateBacklogCount ?? 0),
    senders: new Set(pollers?.map(({ identity }) => identity)).size,
  };
}
