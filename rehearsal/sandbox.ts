import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { PostOffice, type Sender } from '../delivery/outbox/index.ts';
import { channelsOf } from '../dsl/policy/channels.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { type Directory, openRegister, type Register } from '../register/index.ts';
import { composeMessage } from '../texts/messages/index.ts';
import { type DirectiveWorkerOptions, type RunningWorker, startDirectiveWorker } from '../worker/directive-worker.ts';
import { VirtualClock } from './virtual-time.ts';

export interface SandboxOptions {
  /** A server started with virtual time. */
  readonly temporal: Pick<DirectiveWorkerOptions, 'connection' | 'namespace'>;
  readonly calendar: WorkCalendar;
  readonly directory: Directory;
  readonly senders: readonly Sender[];
}

/**
 * Everything of production but its people: the real Temporal, worker, register and post office, on a queue and a file of
 * their own that go when the sandbox is closed. What it sends goes to the senders it is given, never to anyone real.
 */
export interface Sandbox {
  readonly client: Client;
  readonly clock: VirtualClock;
  readonly register: Register;
  /** The register's database. */
  readonly file: string;
  readonly calendar: WorkCalendar;
  readonly taskQueue: string;
  /** Delivers whatever the ledger holds, held messages included. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

export async function openSandbox({ temporal, calendar, directory, senders }: SandboxOptions): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-rehearsal-'));
  const file = join(folder, 'register.db');
  const register = await openRegister({
    file,
    compose: composeMessage,
    mailDomain: 'rehearsal.invalid',
    calendar,
  });
  await register.directory.import(directory);
  // Virtual time runs ahead of the machine's: the post office lives at the instants of its messages, one after the other.
  let now = 0;
  const postOffice = new PostOffice({
    ledger: register.ledger,
    senders,
    // A channel without a sender is one this office does not use: its messages are settled, not held for ever.
    unused: channelsOf(),
    owner: `rehearsal-${randomUUID()}`,
    now: () => now,
    log: () => {},
  });
  const taskQueue = `rehearsal-${randomUUID()}`;
  const worker = await startDirectiveWorker({ ...temporal, register, taskQueue, onPlanned: () => {} });
  const connection = await Connection.connect(temporal.connection);
  const client = new Client({ connection, namespace: temporal.namespace });
  return {
    client,
    clock: new VirtualClock(client.workflow, temporal.namespace),
    register,
    file,
    calendar,
    taskQueue,
    deliver: async () => {
      for (;;) {
        const next = await register.ledger.nextAt();
        if (next === null) return;
        now = next;
        const { claimed } = await postOffice.deliverDue();
        if (claimed === 0 && (await register.ledger.nextAt()) === next) return;
      }
    },
    close: () => close(worker, connection, postOffice, register, folder),
  };
}

async function close(
  worker: RunningWorker,
  connection: Connection,
  postOffice: PostOffice,
  register: Register,
  folder: string,
): Promise<void> {
  await worker.stop();
  await connection.close();
  await postOffice.close();
  await register.close();
  await rm(folder, { recursive: true, force: true });
}
