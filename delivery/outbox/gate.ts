import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';

const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = HOUR_MS / 2;

/** Whether a channel is open, or paused because its server does not answer. */
export interface ChannelState {
  /** Domain time: tried again then; null = open. */
  readonly pausedUntil: Instant | null;
  /** Since when it has been down. */
  readonly since: Instant | null;
  readonly reason: string | null;
}

/**
 * Lets a channel's messages through: not faster than its rate, and none while the channel is down. A pause doubles
 * with each try that fails; the first message after it is the try, and one that gets through opens the gate.
 */
export class Gate {
  #tries = 0;
  #state: ChannelState = { pausedUntil: null, since: null, reason: null };
  #tokens: number;
  #filledAt: number | undefined;
  readonly #perMinute: number;
  readonly #burst: number;

  /** `perMinute`: messages a minute, in bursts of no more than a tenth of it; default without a limit. */
  constructor(perMinute = Number.POSITIVE_INFINITY) {
    this.#perMinute = perMinute;
    this.#burst = Math.max(1, Math.ceil(perMinute / 10));
    this.#tokens = this.#burst;
  }

  get state(): ChannelState {
    return this.#state;
  }

  /** As the office last knew it, after a start: down since then, and to be tried at once. */
  resume({ since, reason }: Pick<ChannelState, 'since' | 'reason'>, now: Instant): void {
    this.#state = { pausedUntil: now, since, reason };
  }

  isPaused(now: Instant): boolean {
    return this.#state.pausedUntil !== null && now < this.#state.pausedUntil;
  }

  /** Is the next message a try whether the channel is back? */
  get isProbing(): boolean {
    return this.#state.pausedUntil !== null;
  }

  downFor(now: Instant): number {
    return this.#state.since === null ? 0 : now - this.#state.since;
  }

  /** How many messages may begin now. `clock`: milliseconds of the machine's clock. */
  room(clock: number): number {
    if (this.#perMinute === Number.POSITIVE_INFINITY) return this.#perMinute;
    const elapsed = Math.max(0, clock - (this.#filledAt ?? clock));
    this.#filledAt = clock;
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed * this.#perMinute) / MINUTE_MS);
    return Math.floor(this.#tokens);
  }

  took(messages: number): void {
    this.#tokens -= messages;
  }

  /** Milliseconds until the next message may begin; 0 = now. */
  waitMs(now: Instant, clock: number): number {
    const pause = this.#state.pausedUntil === null ? 0 : Math.max(0, this.#state.pausedUntil - now);
    const short = this.room(clock) >= 1 ? 0 : Math.ceil(((1 - this.#tokens) * MINUTE_MS) / this.#perMinute);
    return Math.max(pause, short);
  }

  /** The channel itself failed. True where that is news. */
  fail(now: Instant, reason: string, atLeastMs: number): boolean {
    if (this.isPaused(now)) return false;
    const pause = Math.max(atLeastMs, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#tries++, 20)));
    this.#state = { pausedUntil: now + pause, since: this.#state.since ?? now, reason };
    return true;
  }

  /** The channel answered. True where that is news. */
  answer(): boolean {
    this.#tries = 0;
    if (this.#state.pausedUntil === null) return false;
    this.#state = { pausedUntil: null, since: null, reason: null };
    return true;
  }
}
