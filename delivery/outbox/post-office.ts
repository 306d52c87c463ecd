import { setTimeout as delay } from 'node:timers/promises';
import type { Channel } from '../../dsl/policy/channels.ts';
import { MINUTE_MS } from '../../dsl/time/day.ts';
import { afterPause, retryAt } from './backoff.ts';
import { isTooLate, OPEN, stateAfter } from './channel-state.ts';
import { giveUp, sendSafely, settlementOf } from './conclude.ts';
import { type Ending, endingOf } from './ending.ts';
import type { OutboxLedger, OutboxRow } from './ledger.ts';
import type { PostOfficeOptions } from './options.ts';
import type { Outcome, Sender } from './sender.ts';
import { messageOf } from './shipment.ts';

/** A database server that died is back within seconds, an activity's silence is heard after twenty. */
const SETTLE_WITHIN_MS = 12_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
const DEFAULT_MAX_ATTEMPTS = 48;
/** Rows are lost to another or to an act; who loses them again and again looks later. */
const MOST_LOST = 5;

/** An attempt at one dispatch. */
interface Attempt {
  readonly sender: Sender;
  readonly dispatch: string;
  /** Id of the activity that makes it. */
  readonly activity: string;
}

type Later = Extract<Ending, { kind: 'later' }>;

/**
 * Delivers one dispatch when told to: who tells it, how often and how fast, is Temporal's. Each message is marked as
 * begun before its first byte can leave, and settled after; a crash in between leaves it "unknown", never sent twice.
 */
export class PostOffice {
  readonly #options: PostOfficeOptions;
  readonly #senders: ReadonlyMap<Channel, Sender>;

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.#senders = new Map(options.senders.map((s) => [s.channel, s]));
  }

  get senders(): readonly Sender[] {
    return [...this.#senders.values()];
  }

  /**
   * One attempt at all that a dispatch has to send now. The same again sends nothing twice.
   * @throws Error where the ledger cannot be read or written; what was under way is in doubt at the next attempt.
   */
  async attempt(channel: Channel, dispatch: string, activity = dispatch): Promise<Ending> {
    const sender = this.#senders.get(channel);
    if (sender === undefined) throw new Error(`no sender for ${channel} here`);
    try {
      return await this.#attempt({ sender, dispatch, activity });
    } catch (error) {
      this.#options.log({ type: 'ledger-error', dispatch, error });
      throw error;
    }
  }

  /** Closes the channels. */
  async close(): Promise<void> {
    await Promise.all(this.senders.map((s) => s.close()));
  }

  async #attempt(attempt: Attempt): Promise<Ending> {
    const { ledger, now, log } = this.#options;
    const doubted = await ledger.doubt(attempt.dispatch);
    if (doubted.length > 0) log({ type: 'abandoned', doubted });
    for (let lost = 0; lost < MOST_LOST; ) {
      const { rows, nextAt } = await ledger.collect(attempt.dispatch, now());
      if (rows.length === 0) {
        if (nextAt === null) return endingOf(await ledger.carriedBy(attempt.activity));
        return { kind: 'later', until: nextAt, reason: 'chờ đến giờ gửi' };
      }
      const ended = await this.#deliver(attempt, rows);
      if (ended === 'lost') lost++;
      else if (ended !== 'settled') return ended;
    }
    return { kind: 'later', until: now() + MINUTE_MS, reason: 'thông báo vừa đổi' };
  }

  /** One message, of one row or of several. */
  async #deliver({ sender, dispatch, activity }: Attempt, rows: readonly OutboxRow[]) {
    const { now, seal, ledger, owner, log } = this.#options;
    const held = await this.#hold(sender.channel, rows);
    if (held !== null) return held;
    const unsigned = messageOf(rows, now());
    const message = seal?.signed(unsigned) ?? unsigned;
    const ready = await sender.prepare(message);
    const text = ready.text && { ...ready.text, text: seal?.withoutTokens(ready.text.text) ?? ready.text.text };
    const begun = await ledger.begin(rows, { dispatch, activity, owner }, text);
    if (begun === null) {
      for (const row of rows) log({ type: 'row-lost', row });
      return 'lost';
    }
    return this.#conclude(sender.channel, begun, await sendSafely(sender, message, ready));
  }

  /** A channel that is down is left alone for a while, but for what has waited for it too long. */
  async #hold(channel: Channel, rows: readonly OutboxRow[]): Promise<Later | null> {
    const { ledger, now } = this.#options;
    const state = await this.#stateOf(channel);
    const { pausedUntil, reason } = state;
    if (pausedUntil === null || now() >= pausedUntil || isTooLate(state, rows, now())) return null;
    const until = afterPause(pausedUntil, nameOf(rows));
    await ledger.hold(idsOf(rows), until, reason ?? '');
    return { kind: 'later', until, reason: reason ?? '' };
  }

  async #conclude(channel: Channel, rows: readonly OutboxRow[], said: Outcome): Promise<Later | 'settled'> {
    // What has left is written down before anything else is.
    if (said.kind !== 'later') {
      await this.#end(rows, said);
      await this.#note(channel, said);
      return 'settled';
    }
    const { ledger, now, maxAttempts = DEFAULT_MAX_ATTEMPTS } = this.#options;
    const state = await this.#note(channel, said);
    const outcome = giveUp(said, rows, maxAttempts, isTooLate(state, rows, now()));
    if (outcome.kind !== 'later') {
      await this.#end(rows, outcome);
      return 'settled';
    }
    this.#tell(rows, outcome);
    const { reason, scope, retryAfterMs } = outcome;
    if (scope === 'channel' && state.pausedUntil !== null) {
      const until = afterPause(state.pausedUntil, nameOf(rows));
      await ledger.putBack(rows, until, reason);
      return { kind: 'later', until, reason };
    }
    const until = retryAt(now(), nameOf(rows), Math.max(...rows.map((r) => r.attempts)), retryAfterMs);
    await ledger.retry(rows, until, reason);
    return { kind: 'later', until, reason };
  }

  async #end(rows: readonly OutboxRow[], outcome: Exclude<Outcome, { kind: 'later' }>): Promise<void> {
    await this.#settle(rows, settlementOf(outcome));
    this.#tell(rows, outcome);
  }

  #tell(rows: readonly OutboxRow[], outcome: Outcome): void {
    const { log } = this.#options;
    const [first] = rows;
    if (first && outcome.kind !== 'accepted' && outcome.alarm)
      log({ type: 'alarm', row: first, reason: outcome.reason });
    for (const row of rows) log({ type: 'outcome', row, outcome });
  }

  async #stateOf(channel: Channel) {
    return (await this.#options.ledger.channels()).find((c) => c.channel === channel) ?? OPEN;
  }

  /** What a channel says to a message tells of those that follow. */
  async #note(channel: Channel, outcome: Outcome) {
    const before = await this.#stateOf(channel);
    const state = stateAfter(before, outcome, this.#options.now());
    if (state === null) return before;
    this.#options.log({ type: 'channel', channel, state });
    await this.#options.ledger.noteChannel(channel, state);
    return state;
  }

  /** What left must be written down: a database that is busy, or being started anew, is asked again. */
  async #settle(rows: readonly OutboxRow[], settlement: Parameters<OutboxLedger['settle']>[1]): Promise<void> {
    const { ledger, settleWithinMs = SETTLE_WITHIN_MS } = this.#options;
    const until = performance.now() + settleWithinMs;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        await ledger.settle(idsOf(rows), settlement);
        return;
      } catch (error) {
        if (performance.now() + pauseMs > until) throw error;
      }
      await delay(pauseMs);
    }
  }
}

function idsOf(rows: readonly OutboxRow[]): string[] {
  return rows.map((r) => r.id);
}

function nameOf([first]: readonly OutboxRow[]): string {
  return first?.shipment ?? first?.id ?? '';
}
