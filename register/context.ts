import type { Kysely } from 'kysely';
import type { ChannelSet } from '../dsl/policy/channels.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { MessageContent, MessageFacts } from '../texts/messages/index.ts';
import type { Directories } from './directory/store.ts';
import type { Linker } from './linker.ts';
import type { Tables } from './schema.ts';
import type { WorkersAtWork } from './storage/workers.ts';

/** A connection or a transaction: what every query of the register is given. */
export type Db = Kysely<Tables>;

/** Makes the words of one message. Injected, so that the register knows facts and no sentences. */
export type Compose = (facts: MessageFacts) => MessageContent;

/** What all parts of an open register share. */
export interface Context {
  readonly db: Db;
  readonly compose: Compose;
  /** The channels there are. */
  readonly channels: ChannelSet;
  /** Right side of the Message-IDs. */
  readonly mailDomain: string;
  /** Clock of the machine: stamps of recording, leases, and retries where the caller gives no time of its own. */
  readonly now: () => Instant;
  /** Lets messages name working days and the day to acknowledge by. */
  readonly calendar?: WorkCalendar;
  /** The directory, kept in memory. */
  readonly directories: Directories;
  /** Gives each message the link it carries; without one messages carry none. */
  readonly linker?: Linker;
  /** Who runs what is issued here. */
  readonly workers: WorkersAtWork;
  /** One transaction, begun again from the start where another process held the lock. */
  transact<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Reads of one and the same moment; waits for nobody who writes. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
}
