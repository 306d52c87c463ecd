import type { Selectable } from 'kysely';
import { present } from '../dsl/present.ts';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf } from './codec.ts';
import type { Context } from './context.ts';
import type { StaffSessionTable } from './schema.ts';

/** Somebody who may come in: of the office, or a person of the directory. */
export interface StaffMember {
  /** As it is written into the record of what they do. */
  readonly name: string;
  readonly role: string;
  /** Of a person of the directory: what they may do is read from their posts. */
  readonly personId?: string;
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
  invite(id: string, { name, role, personId }: StaffMember, expiresAt: Instant, recordedAt: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      const row = { id, name, role, personId: personId ?? null, recordedAt, expiresAt, usedAt: null };
      await db.insertInto('staffTickets').values(row).execute();
    });
  }

  /** How many tickets a person of the directory was sent since then. */
  invitedSince(personId: string, since: Instant): Promise<number> {
    return this.context.read(async (db) => {
      const { n } = await db
        .selectFrom('staffTickets')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('personId', '=', personId)
        .where('recordedAt', '>', since)
        .executeTakeFirstOrThrow();
      return Number(n);
    });
  }

  /** Whom a ticket lets in that is still good at this instant. Changes nothing. */
  invited(id: string, at: Instant): Promise<StaffMember | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('staffTickets').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row || row.usedAt !== null || instantOf(row.expiresAt) <= at) return undefined;
      return memberOf(row);
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
      const { name, role, personId } = await db
        .selectFrom('staffTickets')
        .select(['name', 'role', 'personId'])
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow();
      const row = { id: session, name, role, personId, recordedAt: at, expiresAt, endedAt: null };
      await db.insertInto('staffSessions').values(row).execute();
      return sessionOf(row);
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

  /** Ends every session of a person of the directory; tickets still under way open nothing any more. */
  endAll(personId: string, at: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await db
        .updateTable('staffSessions')
        .set({ endedAt: at })
        .where('personId', '=', personId)
        .where('endedAt', 'is', null)
        .execute();
      await db
        .updateTable('staffTickets')
        .set({ usedAt: at })
        .where('personId', '=', personId)
        .where('usedAt', 'is', null)
        .execute();
    });
  }

  /** Those that are open at this instant, the newest first. */
  openSessions(at: Instant): Promise<StaffSession[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('staffSessions')
        .selectAll()
        .where('endedAt', 'is', null)
        .where('expiresAt', '>', at)
        .orderBy('recordedAt', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(sessionOf);
    });
  }

  /** Has anybody of the office ever come in? */
  hasSessions(): Promise<boolean> {
    return this.context.read(async (db) => {
      const one = db.selectFrom('staffSessions').select('id').where('personId', 'is', null).limit(1);
      return (await one.executeTakeFirst()) !== undefined;
    });
  }
}

function memberOf({ name, role, personId }: Pick<StaffSessionTable, 'name' | 'role' | 'personId'>): StaffMember {
  return { name, role, ...present({ personId: personId ?? undefined }) };
}

function sessionOf(row: Selectable<StaffSessionTable>): StaffSession {
  const { id, recordedAt, expiresAt } = row;
  return { ...memberOf(row), id, recordedAt: instantOf(recordedAt), expiresAt: instantOf(expiresAt) };
}
