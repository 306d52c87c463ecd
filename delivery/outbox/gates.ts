import type { Channel } from '../../dsl/policy/channels.ts';
import { DAY_MS, type Instant } from '../../dsl/time/day.ts';
import { Gate } from './gate.ts';
import type { OutboxRow } from './ledger.ts';
import type { PostOfficeOptions } from './options.ts';
import type { Outcome } from './sender.ts';

/** What has waited longer than this for a channel that has been down for as long goes by another. */
const GIVE_UP_CHANNEL_MS = DAY_MS;
const BATCH = 32;

/** How the channels stand, and what may go through them now. */
export class Gates {
  readonly #options: Pick<PostOfficeOptions, 'ledger' | 'now' | 'clock' | 'perMinute' | 'log'>;
  readonly #gates = new Map<Channel, Gate>();

  constructor(options: PostOfficeOptions) {
    this.#options = options;
  }

  of(channel: Channel): Gate {
    const gate = this.#gates.get(channel) ?? new Gate(this.#options.perMinute?.[channel]);
    this.#gates.set(channel, gate);
    return gate;
  }

  /** A start makes no channel well: one that was down has been since then, and is tried with one message. */
  async resume(): Promise<void> {
    for (const { channel, pausedUntil, ...state } of await this.#options.ledger.channels()) {
      const gate = this.of(channel);
      if (pausedUntil !== null && !gate.isProbing) gate.resume(state, this.#options.now());
    }
  }

  /** How many messages to claim: a channel that was down is tried with one; one down for long, with all that may go elsewhere. */
  batch(channel: Channel): number {
    const { now, clock = Date.now } = this.#options;
    const gate = this.of(channel);
    const most = gate.isProbing && gate.downFor(now()) < GIVE_UP_CHANNEL_MS ? 1 : BATCH;
    return Math.min(most, gate.room(clock()));
  }

  /** A channel that fails is left alone for a while; whatever it answers to a message says that it is back. */
  async note(channel: Channel, outcome: Outcome): Promise<void> {
    const gate = this.of(channel);
    const down = outcome.kind === 'later' && outcome.scope === 'channel';
    const news = down
      ? gate.fail(this.#options.now(), outcome.reason, outcome.retryAfterMs)
      : outcome.kind !== 'unknown' && gate.answer();
    if (!news) return;
    this.#options.log({ type: 'channel', channel, state: gate.state });
    await this.#options.ledger.noteChannel(channel, gate.state);
  }

  /** Until when a message has to wait for its channel, and why; null = it may be tried. */
  hold(channel: Channel, rows: readonly OutboxRow[]): { until: Instant; reason: string } | null {
    const gate = this.of(channel);
    const { pausedUntil, reason } = gate.state;
    if (pausedUntil === null || !gate.isPaused(this.#options.now()) || this.isTooLate(channel, rows)) return null;
    return { until: pausedUntil, reason: reason ?? '' };
  }

  /** By the instants of their steps: when they may leave moves on with every evening. */
  isTooLate(channel: Channel, rows: readonly OutboxRow[]): boolean {
    const now = this.#options.now();
    const isDown = this.of(channel).downFor(now) > GIVE_UP_CHANNEL_MS;
    return isDown && rows.every((row) => now - row.at > GIVE_UP_CHANNEL_MS);
  }

  /** Milliseconds until one of these channels lets something through; empty where none is shut. */
  waits(channels: readonly Channel[]): number[] {
    const { now, clock = Date.now } = this.#options;
    return channels.map((channel) => this.of(channel).waitMs(now(), clock())).filter((wait) => wait > 0);
  }
}
