import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { type SendingOptions, sendActivities } from '../activities/send.ts';
import type { PostOffice } from '../delivery/outbox/index.ts';
import type { Channel } from '../dsl/policy/channels.ts';
import { present } from '../dsl/present.ts';
import { deliveryQueue } from '../workflows/contract.ts';
import type { RunningWorker } from './directive-worker.ts';
import { quietRuntime } from './quiet-runtime.ts';
import type { TemporalConnection } from './temporal-server/index.ts';

export interface DeliveryWorkerOptions extends Omit<SendingOptions, 'client' | 'postOffice'> {
  readonly connection: TemporalConnection;
  readonly namespace: string;
  /** Default: as everybody can read it. */
  readonly dataConverter?: DataConverter | undefined;
  /** With a sender for each channel this process has set up. */
  readonly postOffice: PostOffice;
  /** Messages a minute by channel, for all workers of the channel together; without a number as fast as it takes them. */
  readonly perMinute?: { readonly [C in Channel]?: number | undefined };
  /** Default: the channel's own. */
  readonly queueOf?: (channel: Channel) => string;
}

/** Long polls under way: one is answered while the other waits. */
const POLLS = 2;

/** Sends by the channels that are set up in this process: a worker for each, on the channel's queue. */
export async function startDeliveryWorkers(options: DeliveryWorkerOptions): Promise<RunningWorker> {
  quietRuntime();
  const { namespace, dataConverter, postOffice, perMinute = {}, queueOf = deliveryQueue } = options;
  const connection = await NativeConnection.connect(options.connection);
  const client = new Client({ connection, namespace, ...present({ dataConverter }) });
  const workers = await Promise.all(
    postOffice.senders.map(({ channel, concurrency }) => {
      const rate = perMinute[channel];
      return Worker.create({
        ...present({ dataConverter }),
        connection,
        namespace,
        taskQueue: queueOf(channel),
        activities: sendActivities(channel, { ...options, client }),
        maxConcurrentActivityTaskExecutions: concurrency,
        maxConcurrentActivityTaskPolls: POLLS,
        ...present({ maxTaskQueueActivitiesPerSecond: rate === undefined ? undefined : rate / 60 }),
        shutdownGraceTime: '10 s',
      });
    }),
  );
  const done = Promise.all(workers.map((worker) => worker.run())).then(
    () => connection.close(),
    async (error: unknown) => {
      await stopAll(workers);
      await connection.close();
      throw error;
    },
  );
  return {
    done,
    async stop() {
      await stopAll(workers);
      await done;
    },
  };
}

async function stopAll(workers: readonly Worker[]): Promise<void> {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
}
