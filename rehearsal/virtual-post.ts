import type { Client } from '@temporalio/client';
import { type OutboxRow, PostOffice, type Sender } from '../delivery/outbox/index.ts';
import { type Parcel, startDispatch } from '../delivery/relay/index.ts';
import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { Ledger } from '../register/index.ts';
import { atOnce } from '../system/at-once.ts';
import { startDeliveryWorkers } from '../worker/delivery-worker.ts';
import type { RunningWorker } from '../worker/directive-worker.ts';
import type { TemporalConnection } from '../worker/temporal-server/index.ts';

/** A clock that is moved, and may run by itself besides. */
export interface MovedClock {
  now(): Instant;
  skipTo(instant: Instant): void;
}

export interface VirtualPostOptions {
  readonly connection: TemporalConnection;
  readonly namespace: string;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly senders: readonly Sender[];
  /** Begins the names of its queues: nobody else may take what is on them. */
  readonly name: string;
  /** Default: stands at the instant of what is being sent, wherever the next one is. */
  readonly clock?: MovedClock;
}

/** Activities under way at once. */
const AT_ONCE = 16;
/** A row bears the instant at which it began to be written. */
const WRITING_MS = 2_000;

/**
 * Sends what the ledger holds by the activities of production, at the instants at which it would leave, one after the
 * other: delays and retries run on the server's clock, so each activity is started when virtual time has come to it, and
 * makes one attempt.
 */
export class VirtualPost {
  readonly #options: VirtualPostOptions;
  readonly #clock: MovedClock;
  readonly #postOffice: PostOffice;
  #worker: RunningWorker | undefined;
  /** When each message left, by its row. */
  readonly #left = new Map<string, Instant>();
  #turn: Promise<void> = Promise.resolve();
  /** Machine time at which it was looked for what leaves next. */
  #lookedAt = 0;

  private constructor(options: VirtualPostOptions) {
    const { ledger, senders, name, clock = standingClock() } = options;
    this.#options = options;
    this.#clock = clock;
    this.#postOffice = new PostOffice({
      ledger,
      senders,
      owner: name,
      now: clock.now,
      log: (event) => {
        if (event.type === 'outcome' && event.outcome.kind === 'accepted') this.#note(event.row);
      },
    });
  }

  static async open(options: VirtualPostOptions): Promise<VirtualPost> {
    const { connection, namespace, name } = options;
    const post = new VirtualPost(options);
    post.#worker = await startDeliveryWorkers({
      connection,
      namespace,
      postOffice: post.#postOffice,
      now: post.#clock.now,
      queueOf: queuesOf(name),
    });
    return post;
  }

  /** When a message left (domain time); undefined where it did not. */
  leftAt(rowId: string): Instant | undefined {
    return this.#left.get(rowId);
  }

  /**
   * Sends what the ledger holds and may leave until then, by default all of it, held messages included; who calls
   * meanwhile waits for its turn.
   */
  deliver(until: Instant = Number.POSITIVE_INFINITY): Promise<void> {
    const mine = this.#turn.then(() => this.#deliver(until));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async close(): Promise<void> {
    await this.#worker?.stop();
    await this.#postOffice.close();
  }

  async #deliver(until: Instant): Promise<void> {
    const { ledger, senders } = this.#options;
    // A channel without a sender is one this office does not use: its messages are settled, not held for ever.
    const unused = channelsOf().filter((channel) => !senders.some((s) => s.channel === channel));
    for (;;) {
      this.#lookedAt = Date.now();
      const next = await ledger.nextAt();
      if (next === null || next > until) return;
      this.#clock.skipTo(next);
      const skipped = await ledger.skipUnused(unused, next);
      // Nor what another life has planned since: nobody would ever take it.
      const found = await ledger.departures({ closing: next, limit: 10 * AT_ONCE, except: unused });
      // Nor earlier: what another life has planned for a day before since then has its own turn, by its own clock.
      const due = found.filter(({ leaveAt }) => leaveAt === next);
      await atOnce(due, AT_ONCE, (parcel) => this.#carry(parcel));
      if (skipped + due.length === 0 && (await ledger.nextAt()) === next) return;
    }
  }

  /**
   * When a message left. What another life planned for a day before, while a digest of the same reader was under way,
   * that digest took along: in a year that all live at once it would have left on its own day.
   */
  #note({ id, leaveAt, attempts, recordedAt }: OutboxRow): void {
    const now = this.#clock.now();
    const isNew = attempts === 0 && recordedAt > this.#lookedAt - WRITING_MS;
    this.#left.set(id, isNew ? Math.min(leaveAt, now) : now);
  }

  async #carry(parcel: Parcel): Promise<void> {
    const { client, ledger, name } = this.#options;
    const activity = await startDispatch(parcel, { client, queueOf: queuesOf(name), delayMs: 0, once: true });
    if (activity === null) throw new Error(`${parcel.dispatch} is under way already`);
    await ledger.markDispatched(parcel.dispatch, activity);
    // How it ended stands in the ledger.
    await client.activity
      .getHandle(activity)
      .result()
      .catch(() => {});
    await ledger.unmarkDispatched(activity);
  }
}

function queuesOf(name: string): (channel: Channel) => string {
  return (channel) => `${name}-${channel}`;
}

/** Goes to wherever it is told, also back: messages of several lives are sent in turns. */
function standingClock(): MovedClock {
  let at = 0;
  return {
    now: () => at,
    skipTo: (instant) => {
      at = instant;
    },
  };
}
