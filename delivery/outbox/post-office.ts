import type { Channel } from '../../dsl/policy/channels.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { notUsed } from '../../texts/outcomes.ts';
import { retryAt } from './backoff.ts';
import { giveUp, sendSafely, settlementOf } from './conclude.ts';
import { Doorbell } from './doorbell.ts';
import { eachLimited } from './each-limited.ts';
import { Gates } from './gates.ts';
import type { OutboxLedger, OutboxRow } from './ledger.ts';
import type { PostOfficeOptions, RecoveredRows, Summary } from './options.ts';
import type { Outcome, Sender } from './sender.ts';
import { messageOf, shipmentsOf } from './shipment.ts';

/** For a message that waits its turn in a batch. Should it be taken from a live process, that one cannot begin any more. */
const CLAIM_LEASE_MS = 15 * MINUTE_MS;
/** For a message under way: longer than any server may take, so that nobody calls it in doubt too early. */
const SENDING_LEASE_MS = HOUR_MS;
const LONGEST_SLEEP_MS = 5 * MINUTE_MS;
const RETRY_LOOK_MS = 30_000;
const AFTER_ERROR_MS = 5_000;
const SETTLE_TRIES = 3;
const DEFAULT_MAX_ATTEMPTS = 48;

/**
 * Delivers what the ledger holds. A batch is claimed; each message of it is marked as begun before its first byte can
 * leave, and settled after. A crash in between leaves the few that were under way "unknown", never one that is sent twice;
 * what was only claimed goes out later.
 */
export class PostOffice {
  readonly #options: PostOfficeOptions;
  readonly #senders: ReadonlyMap<OutboxRow['channel'], Sender>;
  readonly #gates: Gates;
  readonly #doorbell = new Doorbell();
  #stopping = false;
  /** Something of this process stayed claimed: at the start, or after the ledger could not be written. */
  #leftovers = true;

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.#gates = new Gates(options);
    this.#senders = new Map(options.senders.map((s) => [s.channel, s]));
  }

  /**
   * Only these are claimed: what is for another channel is held, until that one is set up or somebody has said that the
   * office does not use it.
   */
  get #channels(): Channel[] {
    const ready = [...this.#senders.values()].map((sender) => sender.channel);
    return [...ready, ...(this.#options.unused ?? []).filter((channel) => !ready.includes(channel))];
  }

  /** Something may be due: look now. */
  poke(): void {
    this.#doorbell.ring();
  }

  /**
   * What dead processes had under way becomes unknown, what they had only claimed is planned again: this one's claims of
   * an earlier life, and those of others whose lease has run out. Never while this process delivers.
   */
  async recover(): Promise<RecoveredRows> {
    const { ledger, owner, clock = Date.now } = this.#options;
    const none: RecoveredRows = { doubted: [], released: [] };
    if (this.#leftovers) await this.#gates.resume();
    const own = this.#leftovers ? await ledger.abandonClaims({ owner, olderThan: clock() }) : none;
    this.#leftovers = false;
    const expired = await ledger.abandonClaims({ olderThan: clock() });
    const doubted = [...own.doubted, ...expired.doubted];
    const released = [...own.released, ...expired.released];
    if (doubted.length + released.length > 0) this.#options.log({ type: 'abandoned', doubted, released });
    return { doubted, released };
  }

  /** Delivers everything due at `before` (default: now), batch after batch, and says what became of it. */
  async deliverDue({ before = this.#options.now() }: { before?: Instant } = {}): Promise<Summary> {
    const summary: Summary = { claimed: 0, accepted: 0, refused: 0, unknown: 0, later: 0, skipped: 0 };
    // Channels work side by side: a slow one holds up nobody else's messages.
    const lanes = await Promise.allSettled(this.#channels.map((channel) => this.#serve(channel, before, summary)));
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    return summary;
  }

  async #serve(channel: Channel, before: Instant, summary: Summary): Promise<void> {
    const { ledger, owner, now } = this.#options;
    const gate = this.#gates.of(channel);
    while (!this.#stopping && !gate.isPaused(now())) {
      const probing = gate.isProbing;
      const limit = this.#gates.batch(channel);
      if (limit < 1) return;
      const rows = await ledger.claimDue({ before, limit, channel, owner, leaseMs: CLAIM_LEASE_MS, now: now() });
      if (rows.length === 0) return;
      summary.claimed += rows.length;
      const shipments = shipmentsOf(rows);
      gate.took(shipments.length);
      const lanes = probing ? 1 : (this.#senders.get(channel)?.concurrency ?? 1);
      await eachLimited(shipments, lanes, (shipment) => this.#deliver(channel, shipment, summary));
    }
  }

  /** Delivers until told to stop; sleeps until the next row is due or someone pokes. Finishes what is under way. */
  async run(signal: AbortSignal): Promise<void> {
    const stop = () => {
      this.#stopping = true;
    };
    signal.addEventListener('abort', stop, { once: true });
    this.#stopping = signal.aborted;
    while (!signal.aborted) {
      let sleepMs: number;
      try {
        await this.recover();
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
    const { ledger, now } = this.#options;
    const next = await ledger.nextAt(this.#channels);
    const ms = next === null ? LONGEST_SLEEP_MS : next - now();
    if (ms > 0) return Math.min(LONGEST_SLEEP_MS, ms);
    // All that was due has just been claimed: what still reads as due waits for its channel or for a retry.
    return Math.min(RETRY_LOOK_MS, ...this.#gates.waits(this.#channels));
  }

  /** Closes the channels. */
  async close(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#senders.values()].map((s) => s.close()));
  }

  /** One message, of one row or of several. */
  async #deliver(channel: Channel, rows: readonly OutboxRow[], summary: Summary): Promise<void> {
    try {
      const sender = this.#senders.get(channel);
      const wanted = this.#stopping ? rows : await this.#stillWanted(rows, sender, summary);
      if (wanted.length === 0 || sender === undefined) return;
      const held = this.#stopping ? this.#stop() : this.#gates.hold(channel, wanted);
      if (held !== null) {
        summary.later += wanted.length;
        await this.#options.ledger.putBack(wanted, held.until, held.reason);
        return;
      }
      const { now, seal, ledger } = this.#options;
      const unsigned = messageOf(wanted, now());
      const message = seal?.signed(unsigned) ?? unsigned;
      const ready = await sender.prepare(message);
      const text = ready.text && { ...ready.text, text: seal?.withoutTokens(ready.text.text) ?? ready.text.text };
      const begun = await ledger.begin(wanted, SENDING_LEASE_MS, text);
      if (begun === null) {
        for (const row of wanted) this.#options.log({ type: 'claim-lost', row });
        return;
      }
      const outcome = await sendSafely(sender, message, ready);
      await this.#gates.note(channel, outcome);
      await this.#conclude(channel, begun, outcome, summary);
    } catch (error) {
      // The rows stay as they are; recover() calls those in doubt that had begun, and plans the others again.
      this.#leftovers = true;
      for (const row of rows) this.#options.log({ type: 'ledger-error', row, error });
    }
  }

  async #conclude(channel: Channel, rows: readonly OutboxRow[], said: Outcome, summary: Summary): Promise<void> {
    const { ledger, now, log, maxAttempts = DEFAULT_MAX_ATTEMPTS } = this.#options;
    const outcome = giveUp(said, rows, maxAttempts, this.#gates.isTooLate(channel, rows));
    summary[outcome.kind] += rows.length;
    const [first] = rows;
    if (first && outcome.kind !== 'accepted' && outcome.alarm)
      log({ type: 'alarm', row: first, reason: outcome.reason });
    const { pausedUntil } = this.#gates.of(channel).state;
    if (outcome.kind !== 'later') await this.#settle(rows, settlementOf(outcome));
    else if (outcome.scope === 'channel' && pausedUntil !== null) {
      await ledger.putBack(rows, pausedUntil, outcome.reason);
    } else {
      const attempts = Math.max(...rows.map((r) => r.attempts));
      const at = retryAt(now(), first?.shipment ?? first?.id ?? '', attempts, outcome.retryAfterMs);
      await ledger.retry(rows, at, outcome.reason);
    }
    for (const row of rows) log({ type: 'outcome', row, outcome });
  }

  /** Told to stop: what has not begun is given back for whoever comes next. */
  #stop(): { until: Instant; reason: string } {
    return { until: this.#options.now(), reason: 'dừng trước khi gửi' };
  }

  /** The rows that are to leave; of the others it is written down why not. */
  async #stillWanted(
    rows: readonly OutboxRow[],
    sender: Sender | undefined,
    summary: Summary,
  ): Promise<readonly OutboxRow[]> {
    const wanted: OutboxRow[] = [];
    for (const row of rows) {
      const reason = await this.#reasonToSkip(row, sender);
      if (reason === null) wanted.push(row);
      else {
        summary.skipped++;
        await this.#settle([row], { outcome: 'skipped', reason });
        this.#options.log({ type: 'outcome', row, outcome: { kind: 'skipped', reason } });
      }
    }
    return wanted;
  }

  async #reasonToSkip(row: OutboxRow, sender: Sender | undefined): Promise<string | null> {
    if (sender === undefined) return notUsed(row.channel ?? '');
    const wanted = (await this.#options.stillWanted?.(row)) ?? true;
    return wanted === true ? null : wanted;
  }

  /** What left must be written down: a database that is busy for a moment is asked again. */
  async #settle(rows: readonly OutboxRow[], settlement: Parameters<OutboxLedger['settle']>[1]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#options.ledger.settle(idsOf(rows), settlement);
        return;
      } catch (error) {
        if (tries >= SETTLE_TRIES) throw error;
      }
    }
  }
}

function idsOf(rows: readonly OutboxRow[]): string[] {
  return rows.map((r) => r.id);
}
