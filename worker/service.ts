import { hostname } from 'node:os';
import { PostOffice, type PostOfficeEvent } from '../activities/post-office/index.ts';
import type { Register } from '../register/index.ts';
import type { Config } from './config.ts';
import { startDirectiveWorker } from './directive-worker.ts';
import type { Engine } from './engine/index.ts';
import { sendersOf } from './senders.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly engine: Engine;
  readonly register: Register;
  readonly onPost: (event: PostOfficeEvent) => void;
}

export interface Service {
  /** Channels that can send. */
  readonly channels: readonly string[];
  /** Rejects where the worker or the post office failed. */
  readonly failed: Promise<never>;
  /** Finishes what is in hand: tasks first, then the messages under way. */
  stop(): Promise<void>;
}

/** All that serves directives in one process: the worker that runs them and the post office that delivers. */
export async function startService({ config, engine, register, onPost }: ServiceOptions): Promise<Service> {
  const senders = await sendersOf(config);
  const postOffice = new PostOffice({
    ledger: register.ledger,
    senders,
    // The same after a restart on this machine, so that what this process left in doubt is settled at once.
    owner: `${hostname()}:${config.dataFolder}`,
    now: Date.now,
    log: onPost,
  });
  const { connection, namespace } = engine;
  const worker = await startDirectiveWorker({ connection, namespace, register, onPlanned: () => postOffice.poke() });
  const halt = new AbortController();
  const delivering = postOffice.run(halt.signal);
  const failed = Promise.all([worker.done, delivering]).then(() => new Promise<never>(() => {}));
  // Whoever waits for the failure hears of it; nobody waiting must not end the process.
  failed.catch(() => {});
  return {
    channels: senders.map((s) => s.channel),
    failed,
    async stop() {
      await worker.stop();
      halt.abort();
      await delivering;
      await postOffice.close();
    },
  };
}
