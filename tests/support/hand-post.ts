import { type Outcome, PostOffice, type PostOfficeOptions } from '../../delivery/outbox/index.ts';
import type { Channel } from '../../dsl/policy/channels.ts';
import type { Ledger } from '../../register/index.ts';
import { atOnce } from '../../system/at-once.ts';

export interface HandPostOptions extends Omit<PostOfficeOptions, 'ledger'> {
  readonly ledger: Ledger;
  readonly unused?: readonly Channel[];
}

export type Summary = { [K in Outcome['kind'] | 'skipped' | 'attempts']: number };

/**
 * A post office told by hand, on the test's clock, what Temporal tells it in production: to attempt each dispatch that is
 * due, and again when its time has come. `tests/delivery/on-temporal.test.ts` has it told by Temporal.
 */
export class HandPost {
  readonly #options: HandPostOptions;
  readonly #postOffice: PostOffice;
  #summary: Summary = nothing();
  #at: number | undefined;

  constructor(options: HandPostOptions) {
    this.#options = options;
    this.#postOffice = new PostOffice({
      ...options,
      now: () => this.#at ?? options.now(),
      log: (event) => {
        if (event.type === 'outcome') this.#summary[event.outcome.kind]++;
        options.log(event);
      },
    });
  }

  /** Attempts all that is due at `before` (default: now), what fails by one channel also by the next; counts rows. */
  async deliverDue({ before }: { readonly before?: number } = {}): Promise<Summary> {
    const { ledger, unused = [], senders } = this.#options;
    this.#summary = nothing();
    this.#at = before;
    const tried = new Set<string>();
    for (;;) {
      const now = this.#at ?? this.#options.now();
      const skippable = (await ledger.counts()).skipped;
      const passed = await ledger.skipUnused(unused, now);
      const found = await ledger.departures({ closing: now, limit: 1_000 });
      const due = found.filter((d) => d.leaveAt <= now && !tried.has(d.dispatch));
      for (const { dispatch } of due) tried.add(dispatch);
      const lanes = senders.map(({ channel, concurrency }) =>
        atOnce(
          due.filter((d) => d.channel === channel),
          concurrency,
          (d) => this.attempt(channel, d.dispatch),
        ),
      );
      for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
      this.#summary.skipped += (await ledger.counts()).skipped - skippable;
      if (passed === 0 && !due.some((d) => senders.some((s) => s.channel === d.channel))) break;
    }
    this.#at = undefined;
    return this.#summary;
  }

  /** One attempt, after which nothing carries what did not leave. */
  async attempt(channel: Channel, dispatch: string): Promise<void> {
    this.#summary.attempts++;
    await this.#postOffice.attempt(channel, dispatch);
    await this.#options.ledger.unmarkDispatched(dispatch);
  }

  close(): Promise<void> {
    return this.#postOffice.close();
  }
}

function nothing(): Summary {
  return { accepted: 0, refused: 0, unknown: 0, later: 0, skipped: 0, attempts: 0 };
}
