import type { Channel } from '../../dsl/policy/policy.ts';
import type { LedgerRow } from './ledger.ts';

/**
 * What became of one attempt, as far as is known.
 *
 * `accepted`: a server said it took the message. `refused`: it said it never will. `later`: the message surely did not
 * leave and may be tried again. `unknown`: it may have left; nobody sends it again without evidence.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly providerId?: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly code?: string; readonly alarm?: boolean }
  | { readonly kind: 'unknown'; readonly reason: string; readonly code?: string; readonly alarm?: boolean }
  | {
      readonly kind: 'later';
      readonly reason: string;
      /** Not before this much time has passed. */
      readonly retryAfterMs: number;
      readonly code?: string;
      /** It is the channel that fails, whatever the message: nobody else's is tried until it answers again. */
      readonly scope?: 'channel';
      /** Something the office has to mend: a password, a template, a quota. */
      readonly alarm?: boolean;
    };

/** What the reader is given to read. */
export interface SentText {
  /** Null where the channel knows none. */
  readonly subject: string | null;
  readonly text: string;
}

/** One channel. `send` never throws for anything a server or a network can do. */
export interface Sender {
  readonly channel: Channel;
  /** How many messages may be under way at once. */
  readonly concurrency: number;
  /**
   * The words the `send` that follows puts into the message, for the record; null where there is nothing to say. May ask
   * the channel which way is open, and sends nothing.
   */
  textOf(row: LedgerRow): Promise<SentText | null>;
  send(row: LedgerRow): Promise<Outcome>;
  close(): Promise<void>;
}
