import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { sealsActs } from '../../office/act-seal.ts';
import { VirtualClock } from '../../rehearsal/virtual-time.ts';
import { quietRuntime } from '../../worker/quiet-runtime.ts';
import { testSeal } from './seal.ts';
import { readHandoff } from './temporal-handoff.ts';

export interface TestTemporal {
  readonly address: string;
  readonly namespace: string;
  readonly client: Client;
  readonly clock: VirtualClock;
  /** Runs a worker on a task queue of its own while `work` runs, and shuts it down after. */
  withWorker<T>(options: TestWorkerOptions, work: (taskQueue: string) => Promise<T>): Promise<T>;
  /** Every test file closes what it opened: `afterAll(() => temporal.close())`. */
  close(): Promise<void>;
}

export type TestWorkerOptions = Omit<WorkerOptions, 'connection' | 'namespace' | 'taskQueue'> & {
  /** Default: a new one, so that tests never take each other's tasks. */
  readonly taskQueue?: string;
};

/** The server all test files share, with virtual time. Use workflow ids of your own (`randomUUID()`). */
export async function openTestTemporal(): Promise<TestTemporal> {
  const handoff = await readHandoff();
  if ('failed' in handoff) throw new Error(`no Temporal server for the tests: ${handoff.failed}`);
  const { address, namespace } = handoff;
  quietRuntime();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace, interceptors: { workflow: [sealsActs(testSeal)] } });
  return {
    address,
    namespace,
    client,
    clock: new VirtualClock(client.workflow, namespace),
    async withWorker({ taskQueue = `test-${randomUUID()}`, ...options }, work) {
      const worker = await Worker.create({ ...options, connection: native, namespace, taskQueue });
      return worker.runUntil(work(taskQueue));
    },
    async close() {
      await native.close();
      await connection.close();
    },
  };
}
