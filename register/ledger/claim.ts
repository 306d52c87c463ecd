import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Channel } from '../../dsl/policy/channels.ts';
import { type Hours, openFor } from '../../dsl/rules/rounds.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { newestCalendar } from '../calendars.ts';
import type { Context, Db } from '../context.ts';
import { type MailNames, mailNames } from '../mail-names.ts';
import { appendMessageEvents } from '../messages/events.ts';
import { asTheyLeave } from '../messages/leaving.ts';
import type { MessageTable } from '../schema.ts';
import { inDigestOrder } from './reading-order.ts';
import { type LedgerRow, ledgerRowOf } from './row.ts';

type Row = Selectable<MessageTable>;

export interface ClaimOptions {
  /** Domain time: rows that may leave until then, at that instant. */
  readonly before: Instant;
  /** How many messages at most; a digest counts as one, however many rows it holds. */
  readonly limit: number;
  /** Only of this channel. */
  readonly channel?: Channel;
  /** Names the process (or the sender in it); unique while it lives. */
  readonly owner: string;
  /** For how long nobody else may take the claim. */
  readonly leaseMs: number;
  /** What retries are measured against; default the register's clock. Give it where `retry` is given domain time. */
  readonly now?: Instant;
}

/** More would be no message to read. What is left over makes the next one. */
const DIGEST_ROWS = 200;

/**
 * Takes rows that are due, planned → queued, each for one owner only, the oldest first. Rows that would leave outside
 * their hours are put off to the next; rows of one reader that may travel together are taken together, and come in the
 * order in which they are read.
 */
export async function claimDue(context: Context, db: Db, options: ClaimOptions): Promise<LedgerRow[]> {
  const claimedAt = context.now();
  const ripe = options.now ?? claimedAt;
  const calendar = context.calendar && (await newestCalendar(db, context.calendar));
  const claimed: Row[] = [];
  for (let shipments = 0; shipments < options.limit; ) {
    const rows = await dueRows(db, options, ripe, options.limit - shipments);
    if (rows.length === 0) break;
    const nameOf = await mailNames(context, db);
    for (const row of rows) {
      // Taken along with an earlier one of the same reader.
      if (claimed.some((c) => c.id === row.id)) continue;
      const opens =
        calendar === undefined ? options.before : openFor(hoursOf(row, calendar), row.recipient, options.before);
      if (opens > options.before && row.windowFrom !== null) {
        await db.updateTable('messages').set({ leaveAt: opens }).where('id', '=', row.id).execute();
        continue;
      }
      const ready = row.gathered === 1 ? await dueMates(db, row, options, ripe) : [row];
      const mates = await asTheyLeave(context, db, ready, options.before);
      if (mates.length === 0) continue;
      claimed.push(
        ...(await take(db, mates, {
          ...options,
          claimedAt,
          nameOf,
          channels: context.channels,
        })),
      );
      shipments++;
    }
  }
  await appendMessageEvents(db, claimedAt, claimed);
  return inDigestOrder(
    db,
    claimed.map(ledgerRowOf).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  );
}

function hoursOf(row: Row, calendar: Hours['calendar']): Hours {
  return { window: { from: row.windowFrom ?? '00:00', to: row.windowTo ?? '23:59' }, calendar };
}

function dueRows(db: Db, { before, channel }: ClaimOptions, ripe: Instant, limit: number): Promise<Row[]> {
  let query = db
    .selectFrom('messages')
    .selectAll()
    .where('outcome', '=', 'planned')
    .where('leaveAt', '<=', before)
    .where((w) => w.or([w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', ripe)]));
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return query.orderBy('leaveAt').orderBy('id').limit(limit).execute();
}

/** Everything of the same reader by the same channel whose step is due: also what would have waited for a later round. */
function dueMates(db: Db, row: Row, { before }: ClaimOptions, ripe: Instant): Promise<Row[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('outcome', '=', 'planned')
    .where('gathered', '=', 1)
    .where('recipient', '=', row.recipient)
    .where('channel', '=', row.channel)
    .where('address', 'is', row.address)
    .where('windowFrom', 'is', row.windowFrom)
    .where('windowTo', 'is', row.windowTo)
    .where('at', '<=', before)
    .where((w) => w.or([w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', ripe)]))
    .orderBy('at')
    .orderBy('id')
    .limit(DIGEST_ROWS)
    .execute();
}

type Taking = { readonly claimedAt: Instant } & { readonly nameOf: MailNames } & Pick<Context, 'channels'>;

/** What leaves in one message bears its name from now on, so that word of it finds all of them. */
async function take(
  db: Db,
  rows: readonly Row[],
  { owner, leaseMs, claimedAt, nameOf, channels }: ClaimOptions & Taking,
): Promise<Row[]> {
  const [first] = rows;
  const shipment = rows.length > 1 ? shipmentId(rows) : null;
  const named = first?.gathered !== 1 || !channels[first.channel]?.threads;
  const name = (row: Row) => (named ? {} : { messageId: nameOf(shipment ?? row.id) });
  const taken: Row[] = [];
  for (const row of rows) {
    const change = {
      ...{ outcome: 'queued', claimedBy: owner, claimedAt, leaseUntil: claimedAt + leaseMs, shipment },
      ...{ revision: row.revision + 1, ...name(row) },
    };
    const { numUpdatedRows } = await db
      .updateTable('messages')
      .set(change)
      .where('id', '=', row.id)
      .where('revision', '=', row.revision)
      .executeTakeFirst();
    // Where transactions run side by side another process may have been quicker.
    if (numUpdatedRows === 1n) taken.push({ ...row, ...change });
  }
  return taken;
}

/** The same for the same rows: a digest that surely did not leave goes out again under its name. */
function shipmentId(rows: readonly Row[]): string {
  const ids = rows.map((r) => r.id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 24);
}
