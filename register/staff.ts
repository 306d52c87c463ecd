import { present } from '../dsl/present.ts';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import type { StaffSessionTable } from './schema.ts';

/** Somebody who may come in: of the office, or a person of the directory. */
export interface StaffMember {
  /** As it is written into the record of what they do. */
  readonly name: string;
  readonly role: string;
  /** Of a person of the directory: what they may do is read from their posts. */
  readonly personId?: string;
  /** The account they signed in to; absent where a link let them in. */
  readonly accountId?: string;
}

/** By what a session was opened: a one-time link, a password, a passkey, the office's own sign-in (OpenID Connect). */
export type SessionMeans = 'link' | 'password' | 'passkey' | 'oidc';

export interface StaffSession extends StaffMember {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly expiresAt: Instant;
  readonly means: SessionMeans;
  /** Browser and system as they called themselves; '' where nothing was said. */
  readonly device: string;
  /** When its person last proved who they are. */
  readonly verifiedAt: Instant;
}

/** A session that begins. `id`: the hash of its secret. */
export interface SessionStart {
  readonly id: string;
  readonly means: SessionMeans;
  readonly device: string;
  readonly expiresAt: Instant;
  /** When its person proved who they are; unless told, as it begins. */
  readonly verifiedAt?: Instant;
}

/** Who may come in by which secret. Secrets are kept as their hashes. */
export class Staff {
  constructor(private readonly context: Context) {}

  /** A ticket for one session. `id` is the hash of its secret. */
  invite(id: string, { name, role, personId }: StaffMember, expiresAt: Instant, recordedAt: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      const whose = { personId: personId ?? null, accountId: null };
      const row = { id, name, role, ...whose, recordedAt, expiresAt, usedAt: null };
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
      // What lets somebody choose a password opens no session by itself.
      if (!row || row.accountId !== null || row.usedAt !== null || instantOf(row.expiresAt) <= at) return undefined;
      return memberOf(row);
    });
  }

  /**
   * Uses a ticket up and opens a session; undefined where the ticket is used, over or unknown. `saidName`: what whoever
   * comes in calls themselves; kept with a ticket that names nobody, and of no weight with any other.
   */
  enter(ticket: string, session: SessionStart, at: Instant, saidName = ''): Promise<StaffSession | undefined> {
    return this.context.transact(async (db) => {
      const used = await db
        .updateTable('staffTickets')
        .set({ usedAt: at })
        .where('id', '=', ticket)
        .where('accountId', 'is', null)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', at)
        .executeTakeFirst();
      if (used.numUpdatedRows !== 1n) return undefined;
      const member = await db
        .selectFrom('staffTickets')
        .select(['name', 'role', 'personId', 'accountId'])
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow();
      if (member.name !== '') return beginSessionIn(db, memberOf(member), session, at);
      await db.updateTable('staffTickets').set({ name: saidName }).where('id', '=', ticket).execute();
      return beginSessionIn(db, { ...memberOf(member), name: saidName }, session, at);
    });
  }

  /** Opens a session for somebody who has proved who they are. */
  open(member: StaffMember, session: SessionStart, at: Instant): Promise<StaffSession> {
    return this.context.transact((db) => beginSessionIn(db, member, session, at));
  }

  /** Its person has just proved once more who they are. */
  verified(id: string, at: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('staffSessions').set({ verifiedAt: at }).where('id', '=', id).execute();
    });
  }

  /** A session that is open at this instant. */
  session(id: string, at: Instant): Promise<StaffSession | undefined> {
    return this.context.read(async (db) => {
      const row = await openSessionsIn(db, at).where('staffSessions.id', '=', id).executeTakeFirst();
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
      const rows = await openSessionsIn(db, at)
        .orderBy('staffSessions.recordedAt', 'desc')
        .orderBy('staffSessions.id')
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

/** Sessions that are open: of an account, only while it is, and by the name and role it has now. */
function openSessionsIn(db: Db, at: Instant) {
  return db
    .selectFrom('staffSessions')
    .leftJoin('staffAccounts', 'staffAccounts.id', 'staffSessions.accountId')
    .selectAll('staffSessions')
    .select((eb) => [
      eb.fn.coalesce('staffAccounts.name', 'staffSessions.name').as('name'),
      eb.fn.coalesce('staffAccounts.role', 'staffSessions.role').as('role'),
    ])
    .where('staffAccounts.closedAt', 'is', null)
    .where('staffSessions.endedAt', 'is', null)
    .where('staffSessions.expiresAt', '>', at);
}

/** Writes a session down, within a transaction. */
export async function beginSessionIn(
  db: Db,
  { name, role, personId, accountId }: StaffMember,
  { id, means, device, expiresAt, verifiedAt }: SessionStart,
  at: Instant,
): Promise<StaffSession> {
  const whose = { personId: personId ?? null, accountId: accountId ?? null };
  const row = {
    id,
    name,
    role,
    ...whose,
    means,
    device,
    recordedAt: at,
    verifiedAt: verifiedAt ?? at,
    expiresAt,
    endedAt: null,
  };
  await db.insertInto('staffSessions').values(row).execute();
  return sessionOf(row);
}

type MemberRow = Pick<StaffSessionTable, 'name' | 'role' | 'personId' | 'accountId'>;

function memberOf({ name, role, personId, accountId }: MemberRow): StaffMember {
  return { name, role, ...present({ personId: personId ?? undefined, accountId: accountId ?? undefined }) };
}

type SessionRow = Omit<StaffSessionTable, 'endedAt'>;

function sessionOf(row: SessionRow): StaffSession {
  const { id, recordedAt, expiresAt, verifiedAt, means, device } = row;
  return {
    ...memberOf(row),
    id,
    recordedAt: instantOf(recordedAt),
    expiresAt: instantOf(expiresAt),
    verifiedAt: instantOf(verifiedAt),
    means: means as SessionMeans,
    device,
  };
}
