import { CamelCasePlugin, Kysely } from 'kysely';
import { CHANNELS, type ChannelSet } from '../dsl/policy/channels.ts';
import { present } from '../dsl/present.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { Compose, Context, Db } from './context.ts';
import { Directories } from './directory/store.ts';
import { migrate } from './migrate.ts';
import { Register } from './register.ts';
import type { Tables } from './schema.ts';
import { attempt } from './storage/attempt.ts';
import { type RegisterPlace, storageAt } from './storage/place.ts';
import type { Storage } from './storage/storage.ts';
import { ALL_IN_ONE } from './storage/workers.ts';

const DEFAULT_LOCK_WAIT_MS = 5_000;

export interface RegisterOptions {
  readonly compose: Compose;
  readonly mailDomain: string;
  readonly calendar?: WorkCalendar;
  /** Default `CHANNELS`. */
  readonly channels?: ChannelSet;
  /** Default `Date.now`. */
  readonly now?: () => Instant;
  /** How long a call waits for another process's lock before it fails with a transient `StorageError`; default 5 s. */
  readonly lockWaitMs?: number;
}

/**
 * Opens the register in a SQLite file, created with its folder where there is none, or in a database of PostgreSQL that
 * exists, and brings its schema up to date. Throws `StorageError` (a `UserError`) where it cannot be reached or written,
 * is locked, is not ours or is newer than we are.
 */
export async function openRegister(options: RegisterOptions & RegisterPlace): Promise<Register> {
  return openRegisterIn(await storageAt(options), options);
}

/** The same in any storage. */
export async function openRegisterIn(storage: Storage, options: RegisterOptions): Promise<Register> {
  const waitMs = options.lockWaitMs ?? DEFAULT_LOCK_WAIT_MS;
  const db = await attempt(storage, waitMs, () => connect(storage, waitMs));
  return new Register(contextOf(db, storage, waitMs, options));
}

/** A connection that failed half-way is thrown away, with whatever statement it was in. */
async function connect(storage: Storage, waitMs: number): Promise<Db> {
  const db = new Kysely<Tables>({ dialect: storage.dialect(waitMs), plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, storage.name);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function contextOf(db: Db, storage: Storage, waitMs: number, options: RegisterOptions): Context {
  return {
    db,
    directories: new Directories(),
    compose: options.compose,
    channels: options.channels ?? CHANNELS,
    mailDomain: options.mailDomain,
    now: options.now ?? Date.now,
    workers: storage.workers ?? ALL_IN_ONE,
    ...present({ calendar: options.calendar }),
    transact: (work) => attempt(storage, waitMs, () => db.transaction().execute(work)),
    read: (work) =>
      attempt(storage, waitMs, () =>
        db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
      ),
  };
}
