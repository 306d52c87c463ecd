import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf, instantOrNull } from './codec.ts';
import type { Context } from './context.ts';
import type { StaffPasskeyTable } from './schema.ts';

/** A key that lies in somebody's device and opens their account. */
export interface Passkey {
  /** As the device calls it: base64url. */
  readonly id: string;
  readonly accountId: string;
  /** As its person calls it. */
  readonly name: string;
  /** SPKI, base64url. */
  readonly publicKey: string;
  /** How often it was used, as the device counts; 0 where it does not. */
  readonly counter: number;
  readonly recordedAt: Instant;
  readonly usedAt: Instant | null;
}

/** Keys of the office's accounts. Only the public half is here: what lies here opens nothing. */
export class Passkeys {
  constructor(private readonly context: Context) {}

  /** Of an account, the oldest first. */
  of(accountId: string): Promise<Passkey[]> {
    return this.context.read(async (db) => {
      const rows = db.selectFrom('staffPasskeys').selectAll().where('accountId', '=', accountId);
      return (await rows.orderBy('recordedAt').orderBy('id').execute()).map(passkeyOf);
    });
  }

  find(id: string): Promise<Passkey | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('staffPasskeys').selectAll().where('id', '=', id).executeTakeFirst();
      return row && passkeyOf(row);
    });
  }

  /** False where the key is kept already, for this account or another. */
  add(passkey: Omit<Passkey, 'recordedAt' | 'usedAt'>, recordedAt: Instant): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('staffPasskeys')
        .values({ ...passkey, recordedAt, usedAt: null })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    });
  }

  /** False where the account has no such key. */
  remove(accountId: string, id: string): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('staffPasskeys')
        .where('id', '=', id)
        .where('accountId', '=', accountId)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    });
  }

  used(id: string, counter: number, usedAt: Instant): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('staffPasskeys').set({ counter, usedAt }).where('id', '=', id).execute();
    });
  }

  /** Takes the answer to a challenge, known by its hash; false where it was answered before. */
  answer(challenge: string, expiresAt: Instant, now: Instant): Promise<boolean> {
    return this.context.transact(async (db) => {
      await db.deleteFrom('answeredChallenges').where('expiresAt', '<', now).execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answeredChallenges')
        .values({ id: challenge, expiresAt })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    });
  }
}

function passkeyOf(row: Selectable<StaffPasskeyTable>): Passkey {
  return {
    ...row,
    counter: Number(row.counter),
    recordedAt: instantOf(row.recordedAt),
    usedAt: instantOrNull(row.usedAt),
  };
}
