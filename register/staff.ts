import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf } from './codec.ts';
import type { Context } from './context.ts';
import type { StaffSessionTable } from './schema.ts';

/** Somebody who works in the office's pages. */
export interface StaffMember {
  /** As it is written into the record of what they do. */
  readonly name: string;
  readonly role: string;
}

export interface StaffSession extends StaffMember {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly expiresAt: Instant;
}

/** Who may come in by which secret. Secrets are kept as their hashes. */
export class Staff {
  constructor(private readonly context: Context) {}

  /** A ticket for one session. `id` is the hash of its secret. */
  invite(id: string, { name, role }: StaffMember, expiresAt: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      const recordedAt = this.context.now();
      await db.insertInto('staffTickets').values({ id, name, role, recordedAt, expiresAt, usedAt: null }).execute();
    });
  }

  /** Whom a ticket lets in that is still good at this instant. Changes nothing. */
  invited(id: string, at: Instant): Promise<StaffMember | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('staffTickets').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row || row.usedAt !== null || instantOf(row.expiresAt) <= at) return undefined;
      return { name: row.name, role: row.role };
    });
  }

  /** Uses a ticket up and opens a session; undefined where the ticket is used, over or unknown. */
  enter(ticket: string, session: string, at: Instant, expiresAt: Instant): Promise<StaffSession | undefined> {
    return this.context.transact(async (db) => {
      const used = await db
        .updateTable('staffTickets')
        .set({ usedAt: at })
        .where('id', '=', ticket)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', at)
        .executeTakeFirst();
      if (used.numUpdatedRows !== 1n) return undefined;
      const { name, role } = await db
        .selectFrom('staffTickets')
        .select(['name', 'role'])
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow();
      const row = { id: session, name, role, recordedAt: at, expiresAt };
      await db
        .insertInto('staffSessions')
        .values({ ...row, endedAt: null })
        .execute();
      return row;
    });
  }

  /** A session that is open at this instant. */
  session(id: string, at: Instant): Promise<StaffSession | undefined> {
    return this.context.read(async (db) => {
      const row = await db
        .selectFrom('staffSessions')
        .selectAll()
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .where('expiresAt', '>', at)
        .executeTakeFirst();
      return row && sessionOf(row);
    });
  }

  /** Ends a session for good. */
  end(id: string, at: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await db
        .updateTable('staffSessions')
        .set({ endedAt: at })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .execute();
    });
  }

  /** Has anybody ever come in? */
  hasSessions(): Promise<boolean> {
    return this.context.read(async (db) => {
      return (await db.selectFrom('staffSessions').select('id').limit(1).executeTakeFirst()) !== undefined;
    });
  }
}

function sessionOf({ id, name, role, recordedAt, expiresAt }: Selectable<StaffSessionTable>): StaffSession {
  return { id, name, role, recordedAt: instantOf(recordedAt), expiresAt: instantOf(expiresAt) };
}
