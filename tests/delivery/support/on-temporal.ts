import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ActivityExecutionDescription } from '@temporalio/client';
import { PostOffice, type Sender } from '../../../delivery/outbox/index.ts';
import { Relay } from '../../../delivery/relay/index.ts';
import type { Channel } from '../../../dsl/policy/channels.ts';
import type { Register } from '../../../register/index.ts';
import { startDeliveryWorkers } from '../../../worker/delivery-worker.ts';
import type { RunningWorker } from '../../../worker/directive-worker.ts';
import { openTestTemporal, type TestTemporal } from '../../support/temporal.ts';
import { temporalCli } from '../../support/temporal-cli.ts';
import type { Office } from './office.ts';

/** An office whose messages leave as in production: a relay, and workers on queues of their own, on the tests' Temporal. */
export interface OnTemporal {
  readonly temporal: TestTemporal;
  readonly queueOf: (channel: Channel) => string;
  relay(more?: { readonly register?: Register; readonly unused?: readonly Channel[] }): Relay;
  /** A process that sends by these senders. */
  worker(senders: readonly Sender[], more?: WorkerMore): Promise<RunningWorker>;
  /** Looks until it is so; a test that waits for what never comes runs into its own time. */
  until(so: () => Promise<boolean>): Promise<void>;
  describe(activity: string): Promise<ActivityExecutionDescription>;
  /** The CLI's JSON. */
  cli(...args: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

interface WorkerMore {
  readonly register?: Register;
  readonly perMinute?: { readonly [C in Channel]?: number };
  /** Real milliseconds between two attempts, whatever was said. */
  readonly paceMs?: number;
}

export async function openOnTemporal(office: () => Office): Promise<OnTemporal> {
  const temporal = await openTestTemporal();
  const name = `gui-${randomUUID()}`;
  const queueOf = (channel: Channel) => `${name}-${channel}`;
  const workers: RunningWorker[] = [];
  const { address, namespace, client } = temporal;
  return {
    temporal,
    queueOf,
    relay: ({ register = office().register, unused = [] } = {}) =>
      new Relay({
        ledger: register.ledger,
        client,
        unused,
        queueOf,
        now: () => office().now,
        onTrouble: (error) => {
          throw error;
        },
      }),
    async worker(senders, { register = office().register, perMinute, paceMs = 50 } = {}) {
      const { events } = office();
      const postOffice = new PostOffice({
        ledger: register.ledger,
        senders,
        owner: randomUUID(),
        now: () => office().now,
        log: (event) => events.push(event),
      });
      const worker = await startDeliveryWorkers({
        connection: { address },
        namespace,
        postOffice,
        queueOf,
        now: () => office().now,
        ...(perMinute === undefined ? {} : { perMinute }),
        pace: () => paceMs,
      });
      const running = {
        ...worker,
        stop: async () => {
          await worker.stop();
          await postOffice.close();
        },
      };
      workers.push(running);
      return running;
    },
    async until(so) {
      while (!(await so())) await delay(20);
    },
    describe: (activity) =>
      client.activity
        .getHandle(activity)
        .describe({ includeOutcome: true, includeLastFailure: true, includeInput: true }),
    cli: (...args) => temporalCli(address, namespace, ...args),
    async close() {
      for (const worker of workers) await worker.stop();
      await temporal.close();
    },
  };
}

/** The senders of an office for one channel. */
export function only(office: Office, channel: Channel): Sender[] {
  return office.senders().filter((sender) => sender.channel === channel);
}
