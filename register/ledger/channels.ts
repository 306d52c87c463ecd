import type { Channel } from '../../dsl/policy/channels.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { instantOf, instantOrNull } from '../codec.ts';
import type { Db } from '../context.ts';

/** How a channel stands. */
export interface ChannelRecord {
  readonly channel: Channel;
  /** Domain time: tried again then; null = open. */
  readonly pausedUntil: Instant | null;
  /** Since when it has been down. */
  readonly since: Instant | null;
  readonly reason: string | null;
  readonly recordedAt: Instant;
}

/** Keeps how a channel stands, as the post office found it. */
export async function noteChannel(db: Db, { channel, ...row }: ChannelRecord): Promise<void> {
  await db
    .insertInto('channels')
    .values({ channel, ...row })
    .onConflict((c) => c.column('channel').doUpdateSet(row))
    .execute();
}

/** Channels whose state the post office has recorded. */
export async function listChannels(db: Db): Promise<readonly ChannelRecord[]> {
  const rows = await db.selectFrom('channels').selectAll().orderBy('channel').execute();
  return rows.map((row) => ({
    channel: row.channel as Channel,
    reason: row.reason,
    pausedUntil: instantOrNull(row.pausedUntil),
    since: instantOrNull(row.since),
    recordedAt: instantOf(row.recordedAt),
  }));
}
