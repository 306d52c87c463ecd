import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import type { Context, Db } from './context.ts';
import { change } from './ledger/change.ts';
import { type LedgerRow, ledgerRowOf } from './ledger/row.ts';
import { jsonOfMeta, putMeta } from './meta.ts';
import type { MessageTable, Tables } from './schema.ts';

/** Where it stands in `meta` that a register was restored, and that it was moved elsewhere. */
export const RESTORED_MARK = 'restored';
const MOVED_MARK = 'moved';

/** A register that was filled from a backup: until somebody has agreed, nothing leaves. */
export interface Restored {
  /** The moment the backup is of. */
  readonly takenAt: Instant;
  readonly restoredAt: Instant;
  /** When the runs that Temporal still had from before were ended. */
  readonly tookBackAt?: Instant;
  readonly agreed?: {
    readonly at: Instant;
    readonly by: string;
    /** Was what may have left before the restore sent again? Otherwise it is in doubt. */
    readonly again: boolean;
  };
}

export interface HeldMessages {
  /** May have left between the backup and the restore: nobody here can know. */
  readonly doubtful: readonly LedgerRow[];
  /** Cannot have left before. */
  readonly others: readonly LedgerRow[];
}

export interface Moved {
  readonly at: Instant;
}

/** What a register knows of having been restored from a backup, and of having been carried elsewhere. */
export class Restoration {
  constructor(private readonly context: Context) {}

  /** Undefined where it has never been restored, or where what was restored was carried over whole. */
  restored(): Promise<Restored | undefined> {
    return this.context.read((db) => restoredOf(db));
  }

  /** How many messages wait for somebody's word after a restore; undefined where none has to be given. */
  waiting(): Promise<number | undefined> {
    return this.context.read(async (db) => {
      if (!(await isHeldBack(db))) return undefined;
      const counted = db.selectFrom('messages').select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.where('outcome', '=', 'planned').executeTakeFirstOrThrow()).count);
    });
  }

  /** What would leave if somebody agreed. */
  held(): Promise<HeldMessages> {
    return this.context.read(async (db) => {
      const restored = await unagreed(db);
      if (restored === undefined) return { doubtful: [], others: [] };
      const waiting = (
        await db
          .selectFrom('messages')
          .selectAll()
          .where('outcome', '=', 'planned')
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map(ledgerRowOf);
      const doubted = new Set((await doubtfulRows(db, restored).select('m.id').execute()).map(({ id }) => id));
      return {
        doubtful: waiting.filter(({ id }) => doubted.has(id)),
        others: waiting.filter(({ id }) => !doubted.has(id)),
      };
    });
  }

  /**
   * From now on messages leave again. What may have left before the restore is in doubt, as a message is whose sending
   * was cut off, and is settled or sent again one by one; or, with `again`, it leaves with the others. Says how many
   * are in doubt; undefined where nothing was held.
   */
  agree({
    by,
    again,
    doubt,
  }: {
    readonly by: string;
    readonly again: boolean;
    /** Why they are in doubt, for people to read. */
    readonly doubt: (takenAt: Instant, restoredAt: Instant) => string;
  }): Promise<number | undefined> {
    return this.context.transact(async (db) => {
      const restored = await unagreed(db);
      if (restored === undefined) return undefined;
      const now = this.context.now();
      const rows = again ? [] : await doubtfulRows(db, restored).selectAll('m').execute();
      const reason = doubt(restored.takenAt, restored.restoredAt);
      for (const row of rows) {
        await change(this.context, db, row, { outcome: 'unknown', reason, settledAt: now }, by);
      }
      await keepRestored(db, { ...restored, agreed: { at: now, by, again } });
      return rows.length;
    });
  }

  /** The runs that Temporal still had from before have been ended. */
  tookBack(): Promise<void> {
    return this.context.transact(async (db) => {
      const restored = await restoredOf(db);
      if (restored === undefined) return;
      await keepRestored(db, { ...restored, tookBackAt: this.context.now() });
    });
  }

  /** Was all of it carried to another place, so that nothing may be done here any more? */
  moved(): Promise<Moved | undefined> {
    return this.context.read((db) => jsonOfMeta<Moved>(db, MOVED_MARK));
  }

  markMoved(moved: Moved): Promise<void> {
    return this.context.transact((db) => putMeta(db, MOVED_MARK, JSON.stringify(moved)));
  }

  /** It stays here after all. False where it was not moved. */
  unmarkMoved(): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numDeletedRows } = await db.deleteFrom('meta').where('key', '=', MOVED_MARK).executeTakeFirst();
      return numDeletedRows > 0n;
    });
  }
}

/** Does everything wait for somebody's word after a restore? */
export async function isHeldBack(db: Db): Promise<boolean> {
  return (await unagreed(db)) !== undefined;
}

/** The restore that nobody has agreed to yet. */
async function unagreed(db: Db): Promise<Restored | undefined> {
  const restored = await restoredOf(db);
  return restored?.agreed === undefined ? restored : undefined;
}

function restoredOf(db: Db): Promise<Restored | undefined> {
  return jsonOfMeta<Restored>(db, RESTORED_MARK);
}

function keepRestored(db: Db, restored: Restored): Promise<void> {
  return putMeta(db, RESTORED_MARK, JSON.stringify(restored));
}

/**
 * Of the messages that wait those that may have left before: what the backup held as due by the restore, and what the
 * first wake after it told of steps that had been due by then. What a person has done since, and steps of later, nobody
 * can have been told.
 */
function doubtfulRows(db: Db, { restoredAt }: Restored): SelectQueryBuilder<Joined, 'm' | 'e' | 'd', object> {
  return db
    .selectFrom('messages as m')
    .innerJoin('events as e', (join) => join.onRef('e.directiveId', '=', 'm.directiveId').onRef('e.seq', '=', 'm.seq'))
    .innerJoin('directives as d', 'd.id', 'm.directiveId')
    .where('m.outcome', '=', 'planned')
    .where((eb) =>
      eb.or([
        eb.and([eb('m.recordedAt', '<', restoredAt), eb('m.leaveAt', '<=', restoredAt)]),
        eb.and([
          eb('m.recordedAt', '>=', restoredAt),
          eb('e.actId', 'is', null),
          eb(eb.fn.coalesce(wakeBefore(eb), 'd.issuedAt'), '<=', restoredAt),
        ]),
      ]),
    )
    .orderBy('m.at')
    .orderBy('m.id') as SelectQueryBuilder<Joined, 'm' | 'e' | 'd', object>;
}

type Joined = Tables & { m: MessageTable; e: Tables['events']; d: Tables['directives'] };

/** When the wake before had said that the rules would look again. */
function wakeBefore(eb: ExpressionBuilder<Joined, 'm' | 'e' | 'd'>) {
  return eb
    .selectFrom('events as p')
    .select('p.nextWake')
    .whereRef('p.directiveId', '=', 'e.directiveId')
    .where('p.seq', '=', eb('e.seq', '-', 1));
}
