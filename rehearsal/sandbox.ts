import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Sender } from '../delivery/outbox/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { type ActSeal, actSealIn, sealsActs } from '../office/act-seal.ts';
import { type Directory, openRegister, type Register } from '../register/index.ts';
import { composeMessage } from '../texts/messages/index.ts';
import { type DirectiveWorkerOptions, type RunningWorker, startDirectiveWorker } from '../worker/directive-worker.ts';
import { VirtualPost } from './virtual-post.ts';
import { VirtualClock } from './virtual-time.ts';

export interface SandboxOptions {
  /** A server started with virtual time. */
  readonly temporal: Pick<DirectiveWorkerOptions, 'connection' | 'namespace'>;
  readonly calendar: WorkCalendar;
  readonly directory: Directory;
  readonly senders: readonly Sender[];
  /** Whose acts its worker takes; default those of its own client. */
  readonly seal?: ActSeal;
  /** A database of PostgreSQL for the register, empty; default a file of its own. */
  readonly database?: string;
}

/**
 * Everything of production but its people: the real Temporal, workers, register and activities, on queues and a file of
 * their own that go when the sandbox is closed. What it sends goes to the senders it is given, never to anyone real.
 */
export interface Sandbox {
  readonly client: Client;
  readonly clock: VirtualClock;
  readonly register: Register;
  /** The register's database, where it is a file. */
  readonly file: string;
  readonly calendar: WorkCalendar;
  readonly taskQueue: string;
  /** Delivers whatever the ledger holds, held messages included. */
  deliver(): Promise<void>;
  /** When a message left (domain time); undefined where it did not. */
  leftAt(rowId: string): Instant | undefined;
  close(): Promise<void>;
}

export async function openSandbox({
  temporal,
  calendar,
  directory,
  senders,
  seal: given,
  database,
}: SandboxOptions): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-rehearsal-'));
  const file = join(folder, 'register.db');
  const register = await openRegister({
    ...(database === undefined ? { file } : { url: database }),
    compose: composeMessage,
    mailDomain: 'rehearsal.invalid',
    calendar,
  });
  await register.directory.import(directory);
  const taskQueue = `rehearsal-${randomUUID()}`;
  const seal = given ?? actSealIn(join(folder, 'link-keys.json'));
  const worker = await startDirectiveWorker({ ...temporal, register, seal, taskQueue, onPlanned: () => {} });
  const connection = await Connection.connect(temporal.connection);
  const client = new Client({
    connection,
    namespace: temporal.namespace,
    interceptors: { workflow: [sealsActs(seal)] },
  });
  const post = await VirtualPost.open({ ...temporal, client, ledger: register.ledger, senders, name: taskQueue });
  return {
    client,
    clock: new VirtualClock(client.workflow, temporal.namespace),
    register,
    file,
    calendar,
    taskQueue,
    deliver: () => post.deliver(),
    leftAt: (rowId) => post.leftAt(rowId),
    close: () => close(worker, connection, post, register, folder),
  };
}

async function close(
  worker: RunningWorker,
  connection: Connection,
  post: VirtualPost,
  register: Register,
  folder: string,
): Promise<void> {
  await worker.stop();
  await post.close();
  await connection.close();
  await register.close();
  await rm(folder, { recursive: true, force: true });
}
