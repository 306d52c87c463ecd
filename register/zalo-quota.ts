import type { Instant } from '../dsl/time/day.ts';
import { fromJson } from './codec.ts';
import type { Context } from './context.ts';

/** Zalo lets the account send fewer messages a day than it did. */
export interface QuotaFall {
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
}

interface Noted {
  readonly daily: number;
  readonly fall?: QuotaFall;
}

const KEY = 'zalo.quota';

/** Keeps what Zalo allows a day. Returns the fall that lasts: until the quota is again what it was before. */
export function noteZaloQuota(context: Context, daily: number): Promise<QuotaFall | undefined> {
  return context.transact(async (db) => {
    const row = await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst();
    const held = row && fromJson<Noted>(row.value);
    const fall = fallOf(held, daily, context.now());
    if (held?.daily === daily) return fall;
    const value = JSON.stringify({ daily, ...(fall === undefined ? {} : { fall }) } satisfies Noted);
    await db
      .insertInto('meta')
      .values({ key: KEY, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute();
    return fall;
  });
}

function fallOf(held: Noted | undefined, daily: number, at: Instant): QuotaFall | undefined {
  if (held === undefined || daily === held.daily) return held?.fall;
  const from = Math.max(held.daily, held.fall?.from ?? 0);
  return daily < from ? { from, to: daily, at } : undefined;
}
