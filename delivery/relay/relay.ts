import { type ActivityExecutionInfo, ActivityNotFoundError, type Client } from '@temporalio/client';
import type { Channel } from '../../dsl/policy/channels.ts';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { atOnce } from '../../system/at-once.ts';
import { ENDED_BY_OPERATOR } from '../../texts/operator.ts';
import { ClosedSince } from '../../workflows/closed-since.ts';
import { deliveryQueue } from '../../workflows/contract.ts';
import { isOpen, type Parcel, startDispatch } from './start.ts';

/** The part of the register's ledger that says what is to be carried, and by which activity. */
export interface RelayLedger {
  departures(options: {
    readonly closing: Instant;
    readonly limit: number;
    readonly except: readonly Channel[];
  }): Promise<readonly Parcel[]>;
  markDispatched(dispatch: string, activity: string): Promise<unknown>;
  unmarkDispatched(activity: string): Promise<unknown>;
  carrying(): Promise<readonly { readonly activity: string; readonly dispatch: string }[]>;
  doubt(dispatch: string): Promise<unknown>;
  skipUnused(channels: readonly Channel[], now: Instant): Promise<number>;
  skipEnded(activity: string, reason: string): Promise<unknown>;
}

export interface RelayOptions {
  readonly ledger: RelayLedger;
  readonly client: Pick<Client, 'activity'>;
  /** Channels of which somebody has said that the office does not use them: their messages go by another. */
  readonly unused: readonly Channel[];
  /** Domain time. */
  readonly now: () => Instant;
  /** Default: the channel's own. */
  readonly queueOf?: (channel: Channel) => string;
  /** The register or Temporal cannot be reached: told once for each reason, until it works again. */
  readonly onTrouble: (error: unknown) => void;
}

/** Finds what other processes have written: a command, a page. */
const LOOK_MS = 20_000;
/** A digest is started when it can hardly grow any more: only then can Temporal be told what it is about. The rest of the wait is Temporal's. */
const CLOSING_MS = MINUTE_MS;
const DISPATCHES_AT_ONCE = 500;
const STARTS_AT_ONCE = 16;
const ENDED = `ExecutionStatus IN ('Canceled', 'Terminated')`;

/**
 * Hands over to Temporal what the ledger has planned: an activity for each message or digest, with a delay until it may
 * leave. The ledger leads: whatever dies in between, the same is handed over again, and the activity's name makes that
 * harmless.
 */
export class Relay {
  readonly #options: RelayOptions;
  /** Dispatches whose activity was begun before all of this was there: looked at again when it is over. */
  readonly #joined = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  /** Its own look is due: others' wakes ask Temporal nothing. */
  #looks = false;
  #stopped = false;
  readonly #ended: ClosedSince<ActivityExecutionInfo>;
  /** Activities of an earlier life have not been looked at yet. */
  #strange = true;
  #trouble: string | null = null;

  constructor(options: RelayOptions) {
    this.#options = options;
    const list = (query: string) => options.client.activity.list(query);
    this.#ended = new ClosedSince(list, ENDED, Date.now());
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#looks = true;
      this.poke();
    }, LOOK_MS);
    this.poke();
  }

  /** Something may be there to hand over: look now. */
  poke(): void {
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        if (this.#strange) await this.reconcile();
        this.#strange = false;
        if (this.#looks) await this.noticeEnded();
        this.#looks = false;
        await this.round();
        this.#trouble = null;
      } catch (error) {
        this.#tell(error);
      }
    }
  }

  #tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== this.#trouble) this.#options.onTrouble(error);
    this.#trouble = reason;
  }

  /** Hands over all there is; says how many activities it started. */
  async round(): Promise<number> {
    const { ledger, unused, now } = this.#options;
    await ledger.skipUnused(unused, now());
    let started = 0;
    for (let full = true; full && !this.#stopped; ) {
      const wanted = { closing: now() + CLOSING_MS, limit: DISPATCHES_AT_ONCE, except: unused };
      const found = await ledger.departures(wanted);
      const fresh = found.filter(({ dispatch }) => (this.#joined.get(dispatch) ?? 0) <= Date.now());
      await atOnce(fresh, STARTS_AT_ONCE, async (parcel) => {
        if (await this.#handOver(parcel)) started++;
      });
      full = found.length === DISPATCHES_AT_ONCE && fresh.length > 0;
    }
    return started;
  }

  async #handOver(parcel: Parcel): Promise<boolean> {
    const { ledger, client, now, queueOf = deliveryQueue } = this.#options;
    const { dispatch, leaveAt } = parcel;
    const activity = await startDispatch(parcel, { client, queueOf, delayMs: Math.max(0, leaveAt - now()) });
    if (activity === null) {
      this.#joined.set(dispatch, Date.now() + MINUTE_MS);
      return false;
    }
    this.#joined.delete(dispatch);
    await ledger.markDispatched(dispatch, activity);
    return true;
  }

  /**
   * Holds what the ledger says is being carried against the activities there are. What an operator has ended is not
   * sent; what another activity has left behind, or one that is gone with its server, is carried again; what had begun
   * is in doubt.
   */
  async reconcile(): Promise<void> {
    const { ledger } = this.#options;
    await atOnce(await ledger.carrying(), STARTS_AT_ONCE, async ({ activity, dispatch }) => {
      const status = await this.#statusOf(activity);
      if (status !== null && isOpen(status)) return;
      await ledger.doubt(dispatch);
      if (status === 'CANCELED' || status === 'TERMINATED') await ledger.skipEnded(activity, ENDED_BY_OPERATOR);
      else await ledger.unmarkDispatched(activity);
    });
  }

  /** What an operator has ended while this office runs is not sent: the ledger learns it within a look. */
  async noticeEnded(): Promise<void> {
    for (const { activityId } of await this.#ended.next()) {
      await this.#options.ledger.skipEnded(activityId, ENDED_BY_OPERATOR);
    }
  }

  async #statusOf(activity: string) {
    try {
      return (await this.#options.client.activity.getHandle(activity).describe()).status;
    } catch (error) {
      if (error instanceof ActivityNotFoundError) return null;
      throw error;
    }
  }
}
