import type { Client } from '@temporalio/client';
import { PostOffice, type PostOfficeEvent, type Sender } from '../delivery/outbox/index.ts';
import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import type { Seal } from '../office/links/index.ts';
import type { Register } from '../register/index.ts';
import { readyChannels } from '../settings/channels.ts';
import type { Config } from '../settings/config.ts';
import { type DeliveryWorkerOptions, startDeliveryWorkers } from '../worker/delivery-worker.ts';
import type { RunningWorker } from '../worker/directive-worker.ts';
import { type MailHooks, sendersOf } from './senders.ts';

export interface SendingParts
  extends Required<Pick<DeliveryWorkerOptions, 'connection' | 'namespace' | 'onNotSent'>>,
    Pick<DeliveryWorkerOptions, 'dataConverter'> {
  readonly client: Client;
  readonly register: Register;
  readonly seal: Seal;
  readonly owner: string;
  readonly onPost: (event: PostOfficeEvent) => void;
  readonly hooks: MailHooks;
  /** The channels that are set up, for whoever asks: the same set, whatever changes. */
  readonly ready: Set<Channel>;
}

/**
 * What sends, as the settings stand: a post office and a worker for each channel that is set up. Other settings take
 * hold at once: what is under way ends, and others go on.
 */
export class Sending {
  readonly #options: SendingParts;
  /** Rejects where a worker failed. */
  readonly failed: Promise<never>;
  #fail: (error: unknown) => void = () => {};
  #running: { readonly workers: RunningWorker; readonly postOffice: PostOffice } | undefined;
  #unused: readonly Channel[] = [];
  #before: Promise<void> = Promise.resolve();

  constructor(options: SendingParts) {
    this.#options = options;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Whoever waits for the failure hears of it; nobody waiting must not end the process.
    this.failed.catch(() => {});
  }

  /** Channels the office has said it does not use. */
  get unused(): readonly Channel[] {
    return this.#unused;
  }

  get channels(): readonly Channel[] {
    return this.#running?.postOffice.senders.map(({ channel }) => channel) ?? [];
  }

  /**
   * Sends by these settings from now on.
   * @throws UserError where a channel cannot be opened by them: what sent before still does.
   */
  apply(config: Config): Promise<void> {
    const applied = this.#before.then(() => this.#apply(config));
    this.#before = applied.catch(() => {});
    return applied;
  }

  async stop(): Promise<void> {
    await this.#before;
    await this.#end();
  }

  async #apply(config: Config): Promise<void> {
    const senders = await sendersOf(config, this.#options.hooks);
    await this.#end();
    await this.#begin(config, senders);
    this.#unused = config.used === undefined ? [] : channelsOf().filter((one) => !config.used?.includes(one));
    const { ready } = this.#options;
    ready.clear();
    for (const channel of readyChannels(config)) ready.add(channel);
  }

  async #begin({ perMinute }: Config, senders: Sender[]): Promise<void> {
    const { register, owner, onPost, seal, connection, namespace, dataConverter, onNotSent } = this.#options;
    const postOffice = new PostOffice({ ledger: register.ledger, senders, owner, now: Date.now, log: onPost, seal });
    const workers = await startDeliveryWorkers({
      connection,
      namespace,
      dataConverter,
      postOffice,
      perMinute,
      now: Date.now,
      onNotSent,
    }).catch(async (error: unknown) => {
      await postOffice.close();
      throw error;
    });
    workers.done.catch(this.#fail);
    this.#running = { workers, postOffice };
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.workers.stop();
    await running?.postOffice.close();
  }
}
