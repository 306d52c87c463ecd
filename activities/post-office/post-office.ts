import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { retryAt } from './backoff.ts';
import { Doorbell } from './doorbell.ts';
import { eachLimited } from './each-limited.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import type { Outcome, Sender } from './sender.ts';

export interface PostOfficeOptions {
  readonly ledger: Ledger;
  readonly senders: readonly Sender[];
  /** Name of this process: unique among the living, and the same after a restart where possible. */
  readonly owner: string;
  /** Domain time. */
  readonly now: () => Instant;
  /** Clock of the machine, by which claims are dated; default `Date.now`. */
  readonly clock?: () => Instant;
  readonly log: (event: PostOfficeEvent) => void;
  /** Asked just before a message leaves; a text is the reason not to send it. */
  readonly stillWanted?: (row: LedgerRow) => Promise<true | string>;
  /** Attempts after which a message that never left is given up. */
  readonly maxAttempts?: number;
}

export type PostOfficeEvent =
  | {
      readonly type: 'outcome';
      readonly row: LedgerRow;
      readonly outcome: Outcome | { kind: 'skipped'; reason: string };
    }
  | { readonly type: 'alarm'; readonly row: LedgerRow; readonly reason: string }
  | { readonly type: 'abandoned'; readonly rows: readonly LedgerRow[] }
  /** The ledger could not be written or read: the message, if any, stays claimed and becomes unknown. */
  | { readonly type: 'ledger-error'; readonly row?: LedgerRow; readonly error: unknown };

export type Summary = { [K in Outcome['kind'] | 'skipped' | 'claimed']: number };

const BATCH = 32;
/** Longer than a whole batch can take, so that a live process never loses its claims. */
const LEASE_MS = HOUR_MS;
const LONGEST_SLEEP_MS = 5 * MINUTE_MS;
const RETRY_LOOK_MS = 30_000;
const AFTER_ERROR_MS = 5_000;
const SETTLE_TRIES = 3;
const DEFAULT_MAX_ATTEMPTS = 48;

/**
 * Delivers what the ledger holds. The ledger is claimed before anything leaves and settled after: a crash in between
 * leaves a row that reads "unknown", never one that is sent twice.
 */
export class PostOffice {
  readonly #options: PostOfficeOptions;
  readonly #senders: ReadonlyMap<LedgerRow['channel'], Sender>;
  readonly #doorbell = new Doorbell();
  #stopping = false;

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.#senders = new Map(options.senders.map((s) => [s.channel, s]));
  }

  /** Something may be due: look now. */
  poke(): void {
    this.#doorbell.ring();
  }

  /** What a dead process had under way becomes unknown. Call once, before the first delivery. */
  async recover(): Promise<readonly LedgerRow[]> {
    const { ledger, owner, clock = Date.now } = this.#options;
    const own = await ledger.abandonClaims({ owner, olderThan: clock() });
    const expired = await ledger.abandonClaims({ olderThan: clock() - LEASE_MS });
    const rows = [...own, ...expired];
    if (rows.length > 0) this.#options.log({ type: 'abandoned', rows });
    return rows;
  }

  /** Delivers everything due at `before` (default: now), batch after batch, and says what became of it. */
  async deliverDue({ before = this.#options.now() }: { before?: Instant } = {}): Promise<Summary> {
    const summary: Summary = { claimed: 0, accepted: 0, refused: 0, unknown: 0, later: 0, skipped: 0 };
    const { ledger, owner, now } = this.#options;
    for (let rows: readonly LedgerRow[] = []; ; ) {
      rows = this.#stopping
        ? []
        : await ledger.claimDue({ before, limit: BATCH, owner, leaseMs: LEASE_MS, now: now() });
      if (rows.length === 0) return summary;
      summary.claimed += rows.length;
      await this.#deliver(rows, summary);
    }
  }

  /** Delivers until told to stop; sleeps until the next row is due or someone pokes. Finishes what is under way. */
  async run(signal: AbortSignal): Promise<void> {
    const stop = () => {
      this.#stopping = true;
    };
    signal.addEventListener('abort', stop, { once: true });
    this.#stopping = signal.aborted;
    let recovered = false;
    while (!signal.aborted) {
      let sleepMs: number;
      try {
        if (!recovered) await this.recover();
        recovered = true;
        await this.deliverDue();
        sleepMs = await this.#untilNext();
      } catch (error) {
        this.#options.log({ type: 'ledger-error', error });
        sleepMs = AFTER_ERROR_MS;
      }
      await this.#doorbell.wait(sleepMs, signal);
    }
    signal.removeEventListener('abort', stop);
  }

  async #untilNext(): Promise<number> {
    const next = await this.#options.ledger.nextAt();
    const ms = next === null ? LONGEST_SLEEP_MS : next - this.#options.now();
    // All that was due has just been claimed: what still reads as due waits for a retry.
    return Math.min(LONGEST_SLEEP_MS, ms > 0 ? ms : RETRY_LOOK_MS);
  }

  /** Closes the channels. */
  async close(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#senders.values()].map((s) => s.close()));
  }

  /** Channels work side by side: a slow one holds up nobody else's messages of this batch. */
  async #deliver(rows: readonly LedgerRow[], summary: Summary): Promise<void> {
    const channels = new Map<LedgerRow['channel'], LedgerRow[]>();
    for (const row of rows) channels.set(row.channel, [...(channels.get(row.channel) ?? []), row]);
    await Promise.all(
      [...channels].map(([channel, mine]) => {
        const sender = this.#senders.get(channel);
        return eachLimited(mine, sender?.concurrency ?? 1, (row) => this.#deliverOne(row, sender, summary));
      }),
    );
  }

  async #deliverOne(row: LedgerRow, sender: Sender | undefined, summary: Summary): Promise<void> {
    const { ledger, now, log, maxAttempts = DEFAULT_MAX_ATTEMPTS } = this.#options;
    try {
      if (this.#stopping) {
        summary.later++;
        await ledger.retry(row.id, now(), 'dừng trước khi gửi');
        return;
      }
      const skip = await this.#reasonToSkip(row, sender);
      if (skip !== null || sender === undefined) {
        const reason = skip ?? '';
        summary.skipped++;
        await this.#settle(row, { outcome: 'skipped', reason });
        log({ type: 'outcome', row, outcome: { kind: 'skipped', reason } });
        return;
      }
      const outcome = giveUp(await attempt(sender, row), row, maxAttempts);
      summary[outcome.kind]++;
      if (outcome.kind !== 'accepted' && outcome.alarm) log({ type: 'alarm', row, reason: outcome.reason });
      if (outcome.kind === 'later') {
        await ledger.retry(row.id, retryAt(now(), row.id, row.attempts, outcome.retryAfterMs), outcome.reason);
      } else {
        await this.#settle(row, settlementOf(outcome));
      }
      log({ type: 'outcome', row, outcome });
    } catch (error) {
      // The row stays claimed; recover() will call it unknown, which it is.
      log({ type: 'ledger-error', row, error });
    }
  }

  async #reasonToSkip(row: LedgerRow, sender: Sender | undefined): Promise<string | null> {
    if (sender === undefined) return `kênh ${row.channel ?? '(trống)'} chưa được cấu hình`;
    const wanted = (await this.#options.stillWanted?.(row)) ?? true;
    return wanted === true ? null : wanted;
  }

  /** What left must be written down: a database that is busy for a moment is asked again. */
  async #settle(row: LedgerRow, settlement: Parameters<Ledger['settle']>[1]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#options.ledger.settle(row.id, settlement);
        return;
      } catch (error) {
        if (tries >= SETTLE_TRIES) throw error;
      }
    }
  }
}

/** A sender that throws has a fault of its own; what it did before is not known. */
async function attempt(sender: Sender, row: LedgerRow): Promise<Outcome> {
  try {
    return await sender.send(row);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unknown', reason: `lỗi ngoài dự kiến khi gửi: ${reason}`, alarm: true };
  }
}

function giveUp(outcome: Outcome, row: LedgerRow, maxAttempts: number): Outcome {
  if (outcome.kind !== 'later' || row.attempts + 1 < maxAttempts) return outcome;
  return {
    kind: 'refused',
    reason: `đã thử ${row.attempts + 1} lần, chưa lần nào gửi được: ${outcome.reason}`,
    alarm: true,
  };
}

function settlementOf(outcome: Exclude<Outcome, { kind: 'later' }>): Parameters<Ledger['settle']>[1] {
  if (outcome.kind !== 'accepted') {
    const code = outcome.code === undefined ? '' : ` (mã ${outcome.code})`;
    return { outcome: outcome.kind, reason: `${outcome.reason}${code}` };
  }
  return { outcome: 'accepted', ...(outcome.providerId === undefined ? {} : { providerId: outcome.providerId }) };
}
