import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import type { StaffAccountTable } from './schema.ts';
import { beginSessionIn, type SessionStart, type StaffSession } from './staff.ts';

/** Somebody of the office who signs in by a name. */
export interface StaffAccount {
  readonly id: string;
  /** What is typed at the door, in small letters. */
  readonly login: string;
  readonly name: string;
  readonly role: string;
  /** Argon2id, as `$argon2id$v=19$…`; null until its person has chosen one. */
  readonly password: string | null;
  /** When the password was last chosen. */
  readonly chosenAt: Instant | null;
  readonly recordedAt: Instant;
  readonly signedInAt: Instant | null;
  /** Since when it lets nobody in. */
  readonly closedAt: Instant | null;
}

/** Accounts of the office's people. What ends an account or changes its password ends its sessions with it. */
export class StaffAccounts {
  constructor(private readonly context: Context) {}

  /** False where the login is taken. */
  add(account: Pick<StaffAccount, 'id' | 'login' | 'name' | 'role'>, recordedAt: Instant): Promise<boolean> {
    return this.context.transact(async (db) => {
      const none = { password: null, chosenAt: null, signedInAt: null, closedAt: null };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('staffAccounts')
        .values({ ...account, ...none, recordedAt })
        .onConflict((c) => c.column('login').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    });
  }

  all(): Promise<StaffAccount[]> {
    return this.context.read(async (db) => {
      const rows = await db.selectFrom('staffAccounts').selectAll().orderBy('login').execute();
      return rows.map(accountOf);
    });
  }

  find(id: string): Promise<StaffAccount | undefined> {
    return this.context.read((db) => accountIn(db, 'id', id));
  }

  named(login: string): Promise<StaffAccount | undefined> {
    return this.context.read((db) => accountIn(db, 'login', login));
  }

  /** A ticket by which the account's password is chosen; those made before open nothing any more. */
  invite({ id: accountId, name, role }: StaffAccount, id: string, expiresAt: Instant, at: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await useTicketsUp(db, accountId, at);
      const row = { id, name, role, personId: null, accountId, recordedAt: at, expiresAt, usedAt: null };
      await db.insertInto('staffTickets').values(row).execute();
    });
  }

  /** Whose password a ticket lets its holder choose, where it is still good. Changes nothing. */
  invited(ticket: string, at: Instant): Promise<StaffAccount | undefined> {
    return this.context.read(async (db) => {
      const row = await db
        .selectFrom('staffTickets')
        .select('accountId')
        .where('id', '=', ticket)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', at)
        .executeTakeFirst();
      const account = row?.accountId ? await accountIn(db, 'id', row.accountId) : undefined;
      return account?.closedAt === null ? account : undefined;
    });
  }

  /**
   * Keeps a password that was chosen, drops the passkeys where it was by a ticket, ends every session of the account and every ticket under way, and opens one
   * session. `by`: the ticket it was chosen by; undefined where that is used, over or unknown.
   */
  choose(
    account: StaffAccount,
    password: string,
    by: { readonly ticket: string } | 'own session',
    session: SessionStart,
    at: Instant,
  ): Promise<StaffSession | undefined> {
    return this.context.transact(async (db) => {
      if (by !== 'own session') {
        const used = await db
          .updateTable('staffTickets')
          .set({ usedAt: at })
          .where('id', '=', by.ticket)
          .where('accountId', '=', account.id)
          .where('usedAt', 'is', null)
          .where('expiresAt', '>', at)
          .executeTakeFirst();
        if (used.numUpdatedRows !== 1n) return undefined;
        // A password that is chosen by a ticket is how an account is taken back: no key of before opens it.
        await db.deleteFrom('staffPasskeys').where('accountId', '=', account.id).execute();
      }
      await endSessions(db, account.id, at);
      await useTicketsUp(db, account.id, at);
      const change = { password, chosenAt: at, signedInAt: at };
      await db.updateTable('staffAccounts').set(change).where('id', '=', account.id).execute();
      return beginSessionIn(db, { ...account, accountId: account.id }, session, at);
    });
  }

  /** Opens a session for whoever has proved that the account is theirs; undefined where it is closed by now. */
  enter(account: StaffAccount, session: SessionStart, at: Instant): Promise<StaffSession | undefined> {
    return this.context.transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('staffAccounts')
        .set({ signedInAt: at })
        .where('id', '=', account.id)
        .where('closedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n ? beginSessionIn(db, { ...account, accountId: account.id }, session, at) : undefined;
    });
  }

  /** Who signs in by it from now on, and what they may do; sessions that are open follow. */
  change(id: string, given: Pick<StaffAccount, 'name' | 'role'>): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('staffAccounts').set(given).where('id', '=', id).execute();
    });
  }

  /** Lets nobody in from now on. */
  close(id: string, at: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('staffAccounts').set({ closedAt: at }).where('id', '=', id).execute();
      await endSessions(db, id, at);
      await useTicketsUp(db, id, at);
    });
  }

  reopen(id: string): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('staffAccounts').set({ closedAt: null }).where('id', '=', id).execute();
    });
  }
}

async function accountIn(db: Db, column: 'id' | 'login', value: string): Promise<StaffAccount | undefined> {
  const row = await db.selectFrom('staffAccounts').selectAll().where(column, '=', value).executeTakeFirst();
  return row && accountOf(row);
}

async function endSessions(db: Db, accountId: string, at: Instant): Promise<void> {
  await db
    .updateTable('staffSessions')
    .set({ endedAt: at })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .execute();
}

async function useTicketsUp(db: Db, accountId: string, at: Instant): Promise<void> {
  await db
    .updateTable('staffTickets')
    .set({ usedAt: at })
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .execute();
}

function accountOf(row: Selectable<StaffAccountTable>): StaffAccount {
  return {
    ...row,
    recordedAt: instantOf(row.recordedAt),
    chosenAt: instantOrNull(row.chosenAt),
    signedInAt: instantOrNull(row.signedInAt),
    closedAt: instantOrNull(row.closedAt),
  };
}
