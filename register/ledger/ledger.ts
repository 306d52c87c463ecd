import type { Channel } from '../../dsl/policy/channels.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context } from '../context.ts';
import { type ResendScope, type Resent, waitingIn, writeResent } from '../messages/resend.ts';
import type { Evidence, MessageOutcome, Settlement } from '../outcome.ts';
import { begin, type Carrier, type Held, type Leaving, RowLost } from './begin.ts';
import { type ChannelRecord, listChannels, noteChannel } from './channels.ts';
import { type Collected, collect } from './collect.ts';
import { type Contradiction, openContradictions } from './contradictions.ts';
import {
  carriedBy,
  carrying,
  type Departure,
  type DepartureOptions,
  departures,
  markDispatched,
  skipEnded,
  skipUnused,
  unmarkDispatched,
} from './departures.ts';
import { doubtBegun } from './doubt.ts';
import { decideDoubt, type Learnt, learn } from './evidence.ts';
import { countRows, directivesOf, type MessageKey, nextDeparture, rowsBearing, rowsByKey, rowsHaving } from './find.ts';
import { giveBack, hold } from './give-back.ts';
import { type LedgerRow, ledgerRowOf } from './row.ts';
import { type SentText, textsOf } from './sent-texts.ts';
import { settleRows } from './settle.ts';
import { type Told, toldByDirective, untoldByDirective } from './told.ts';

/** The messages, as the post office works through them. Every change of an outcome is kept in `message_events`. */
export class Ledger {
  constructor(private readonly context: Context) {}

  /** The next message of a dispatch as it would leave at `now` (domain time), and when the rest may. */
  collect(dispatch: string, now: Instant): Promise<Collected> {
    return this.context.transact((db) => collect(this.context, db, dispatch, now));
  }

  /**
   * planned → sending, the rows of one message all together, in a durable write of its own before the first byte can
   * leave; the words it leaves with are kept with it. Null where one is not as it was collected: the message must not be
   * sent.
   */
  async begin(rows: readonly Leaving[], carrier: Carrier, text: SentText | null = null): Promise<LedgerRow[] | null> {
    try {
      return (await this.context.transact((db) => begin(this.context, db, rows, carrier, text))).map(ledgerRowOf);
    } catch (error) {
      if (error instanceof RowLost) return null;
      throw error;
    }
  }

  /**
   * Says how messages ended that left together, all of them or none. The same again is harmless, and late evidence
   * settles an `unknown`; anything else that contradicts the ledger throws.
   */
  settle(ids: string | readonly string[], settlement: Settlement): Promise<void> {
    return this.context.transact((db) => settleRows(this.context, db, [ids].flat(), settlement));
  }

  /**
   * Back to the planned ones, to be tried again from `at`: only where the message surely did not leave and is still as
   * its sender had it. What has meanwhile been overtaken is skipped instead.
   */
  retry(held: Held | readonly Held[], at: Instant, reason: string): Promise<void> {
    const said = { reason, nextAttemptAt: at };
    return this.context.transact((db) => giveBack(this.context, db, [held].flat(), said, 1));
  }

  /** The same where it was not even tried: it counts as no attempt. */
  putBack(held: Held | readonly Held[], at: Instant, reason: string): Promise<void> {
    const said = { reason, nextAttemptAt: at };
    return this.context.transact((db) => giveBack(this.context, db, [held].flat(), said, 0));
  }

  /** Says of messages that nobody began to send why they wait, and until when. */
  hold(ids: readonly string[], until: Instant, reason: string): Promise<void> {
    return this.context.transact((db) => hold(db, ids, until, reason));
  }

  /** What an attempt at a dispatch had begun to send when it ended without a word: unknown from now on. */
  async doubt(dispatch: string): Promise<LedgerRow[]> {
    return (await this.context.transact((db) => doubtBegun(this.context, db, dispatch))).map(ledgerRowOf);
  }

  /** Dispatches that no activity carries, the earliest first. */
  departures(options: DepartureOptions): Promise<Departure[]> {
    return this.context.read((db) => departures(db, options));
  }

  /** From now on this activity carries what of the dispatch none carried. */
  markDispatched(dispatch: string, activity: string): Promise<void> {
    return this.context.transact((db) => markDispatched(db, dispatch, activity));
  }

  /** What still waits in an activity that has ended is to be carried by another. Says how many rows that are. */
  unmarkDispatched(activity: string): Promise<number> {
    return this.context.transact((db) => unmarkDispatched(db, activity));
  }

  /** Activities that carry something whose fate is open. */
  carrying(): Promise<{ readonly activity: string; readonly dispatch: string }[]> {
    return this.context.read(carrying);
  }

  /** How what an activity carried stands, row by row. */
  async carriedBy(activity: string): Promise<{ readonly outcome: MessageOutcome; readonly reason: string | null }[]> {
    const rows = await this.context.read((db) => carriedBy(db, activity));
    return rows.map(({ outcome, reason }) => ({ outcome: outcome as MessageOutcome, reason }));
  }

  /** Settles what is due by channels the office does not use, which sends it by another. Says how many rows. */
  skipUnused(channels: readonly Channel[], now: Instant): Promise<number> {
    if (channels.length === 0) return Promise.resolve(0);
    return this.context.transact((db) => skipUnused(this.context, db, channels, now));
  }

  /** An operator has ended an activity: what waited in it is not sent. Says how many rows. */
  skipEnded(activity: string, reason: string): Promise<number> {
    return this.context.transact((db) => skipEnded(this.context, db, activity, reason));
  }

  /** What was learnt of a message after it left, for every row it stands for. */
  learn(key: MessageKey, evidence: Evidence): Promise<Learnt> {
    return this.context.transact((db) => learn(this.context, db, key, evidence));
  }

  /**
   * A doubt or a contradiction a person has looked into: the message was taken, or never left. False where it was none.
   */
  decide(id: string, outcome: 'accepted' | 'refused', said: Pick<Evidence, 'reason' | 'by'>): Promise<boolean> {
    return this.context.transact((db) => decideDoubt(this.context, db, id, outcome, said));
  }

  /** Has messages that reached nobody sent again; see `writeResent`. `now` is domain time. */
  async resend(scope: ResendScope, now: Instant): Promise<Resent<LedgerRow>[]> {
    return (await this.context.transact((db) => writeResent(this.context, db, scope, now))).map(shown);
  }

  /** What `resend` would write; nothing is written. */
  async previewResend(scope: ResendScope, now: Instant): Promise<Resent<LedgerRow>[]> {
    try {
      await this.context.transact(async (db) => {
        throw new Previewed(await writeResent(this.context, db, scope, now));
      });
    } catch (error) {
      if (error instanceof Previewed) return error.resent.map(shown);
      throw error;
    }
    throw new Error('a preview was written');
  }

  /** How many messages of the scope should have left by now and wait still. */
  waitingIn(scope: ResendScope, now: Instant): Promise<number> {
    return this.context.read((db) => waitingIn(db, scope, now));
  }

  /** The rows a channel's word is about. */
  find(key: MessageKey): Promise<LedgerRow[]> {
    return this.context.read(async (db) => (await rowsByKey(db, key)).map(ledgerRowOf));
  }

  /** The mails that bear one of these Message-IDs. */
  bearing(messageIds: readonly string[]): Promise<LedgerRow[]> {
    if (messageIds.length === 0) return Promise.resolve([]);
    return this.context.read(async (db) => (await rowsBearing(db, messageIds)).map(ledgerRowOf));
  }

  /** Rows of these outcomes, the oldest first. */
  having(outcomes: readonly MessageOutcome[]): Promise<LedgerRow[]> {
    return this.context.read(async (db) => (await rowsHaving(db, outcomes)).map(ledgerRowOf));
  }

  /** The words a directive's messages left with, by row; a row that never began to leave has none. */
  sentTexts(directiveId: string): Promise<ReadonlyMap<string, SentText>> {
    return this.context.read((db) => textsOf(db, directiveId));
  }

  /** What channels told against the ledger and nobody has looked at, the oldest first. */
  contradictions(): Promise<readonly Contradiction[]> {
    return this.context.read((db) => openContradictions(db));
  }

  /** Ids of the directives of which a person or an agency has messages. */
  directivesOf(whom: { readonly kind: 'person' | 'agency'; readonly id: string }): Promise<string[]> {
    return this.context.read((db) => directivesOf(db, whom));
  }

  /** How the messages of each directive stand. `ready`: the channels that are set up. */
  told(ready: ReadonlySet<Channel>): Promise<ReadonlyMap<string, Told>> {
    return this.context.read((db) => toldByDirective(db, ready));
  }

  /** The same of open directives of which somebody has not been told: held, refused or in doubt. */
  untold(ready: ReadonlySet<Channel>): Promise<ReadonlyMap<string, Told>> {
    return this.context.read((db) => untoldByDirective(db, ready));
  }

  counts(): Promise<Record<MessageOutcome, number>> {
    return this.context.read(countRows);
  }

  /** Messages whose fate is still open by themselves: planned or under way. */
  async waiting(): Promise<number> {
    const counts = await this.counts();
    return counts.planned + counts.sending;
  }

  /** When the next planned message may leave or be tried again; null where none waits. */
  nextAt(): Promise<Instant | null> {
    return this.context.read(nextDeparture);
  }

  /** Keeps how a channel stands, as the post office found it. */
  noteChannel(channel: Channel, state: Omit<ChannelRecord, 'channel' | 'recordedAt'>): Promise<void> {
    return this.context.transact((db) => noteChannel(db, { channel, ...state, recordedAt: this.context.now() }));
  }

  /** Channels whose state the post office has recorded. */
  channels(): Promise<readonly ChannelRecord[]> {
    return this.context.read(listChannels);
  }
}

/** Takes a transaction back, and what it came to along. */
class Previewed extends Error {
  constructor(readonly resent: readonly Resent[]) {
    super('only a preview');
  }
}

function shown(one: Resent): Resent<LedgerRow> {
  const row = ledgerRowOf(one.row);
  return 'again' in one ? { row, again: one.again.map(ledgerRowOf) } : { row, reason: one.reason };
}
