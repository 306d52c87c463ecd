import type { Instant } from '../dsl/time/day.ts';
import { fromJson } from './codec.ts';
import type { Context } from './context.ts';

/** How the taking of the office's mail stands, as the service last found it. */
export interface MailboxStanding {
  /** When the folder was last read through, or first could not be; clock of the machine. */
  readonly at: Instant;
  /** Why it cannot be read; null where it can. */
  readonly trouble: string | null;
}

const KEY = 'mailbox';

export function noteMailbox(context: Context, standing: MailboxStanding): Promise<void> {
  return context.transact(async (db) => {
    const value = JSON.stringify(standing);
    await db
      .insertInto('meta')
      .values({ key: KEY, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute();
  });
}

export function mailboxStanding(context: Context): Promise<MailboxStanding | undefined> {
  return context.read(async (db) => {
    const row = await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst();
    return row && fromJson<MailboxStanding>(row.value);
  });
}
