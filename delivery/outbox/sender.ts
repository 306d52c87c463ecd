import type { Channel } from '../../dsl/policy/channels.ts';
import type { OutboxRow } from './ledger.ts';

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
export interface SentWords {
  /** Null where the channel knows none. */
  readonly subject: string | null;
  readonly text: string;
}

/** A message ready to leave; a channel may keep with it what it has chosen. */
export interface Prepared {
  /** The words it puts into the message, for the record; null where there is nothing to say. */
  readonly text: SentWords | null;
}

/** One channel. `send` never throws for anything a server or a network can do. */
export interface Sender<Ready extends Prepared = Prepared> {
  readonly channel: Channel;
  /** How many messages may be under way at once. */
  readonly concurrency: number;
  /** May ask the channel which way is open, and sends nothing. */
  prepare(row: OutboxRow): Promise<Ready>;
  /** Prepares it first where nobody has. */
  send(row: OutboxRow, ready?: Ready): Promise<Outcome>;
  close(): Promise<void>;
}
