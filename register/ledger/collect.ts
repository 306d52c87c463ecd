import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type Hours, openFor } from '../../dsl/rules/rounds.ts';
import { type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { newestCalendar } from '../calendars.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { asTheyLeave } from '../messages/leaving.ts';
import { secretNames } from '../names.ts';
import { isHeldBack } from '../restoration.ts';
import type { MessageTable } from '../schema.ts';
import { inDigestOrder } from './reading-order.ts';
import { type LedgerRow, ledgerRowOf } from './row.ts';

type Row = Selectable<MessageTable>;

/** What of a dispatch may leave. */
export interface Collected {
  /**
   * One message: its rows as they are read, in words of now, under the name they will bear. Empty where nothing may
   * leave now.
   */
  readonly rows: LedgerRow[];
  /** When the next of what still waits may leave; null where nothing of the dispatch waits any more. */
  readonly nextAt: Instant | null;
}

/** More would be no message to read. What is left over makes the next one. */
const DIGEST_ROWS = 200;

/** While a restore waits for a person's word. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;

/**
 * The next message of a dispatch, as it would leave now. Rows that would leave outside their hours are put off to the
 * next, what an act has overtaken is skipped with the reason, and what of the same reader may travel along is taken
 * along, also what would have waited for a later round. Nothing is claimed: `begin` finds out who was first.
 */
export async function collect(context: Context, db: Db, dispatch: string, now: Instant): Promise<Collected> {
  // An activity that the office of before the restore has started.
  if (await isHeldBack(db)) return { rows: [], nextAt: now + LOOK_AGAIN_MS };
  const calendar = context.calendar && (await newestCalendar(db, context.calendar));
  for (;;) {
    const waiting = await waitingIn(db, dispatch);
    const [first] = waiting;
    if (!first) return { rows: [], nextAt: null };
    if (instantOf(first.leaveAt) > now) return { rows: [], nextAt: instantOf(first.leaveAt) };
    const opens = calendar === undefined ? now : openFor(hoursOf(first, calendar), first.recipient, now);
    if (opens > now && first.windowFrom !== null) {
      await db.updateTable('messages').set({ leaveAt: opens }).where('id', '=', first.id).execute();
      continue;
    }
    const ready = first.gathered === 1 ? await together(db, first, now) : [first];
    const leaving = await asTheyLeave(context, db, ready, now);
    if (leaving.length === 0) continue;
    const rows = (await named(context, db, leaving)).map(ledgerRowOf);
    return { rows: await inDigestOrder(db, rows.sort(byTime)), nextAt: now };
  }
}

function byTime(a: LedgerRow, b: LedgerRow): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function waitingIn(db: Db, dispatch: string): Promise<Row[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('dispatch', '=', dispatch)
    .where('outcome', '=', 'planned')
    .orderBy('leaveAt')
    .orderBy('id')
    .limit(DIGEST_ROWS)
    .execute();
}

function hoursOf(row: Row, calendar: Hours['calendar']): Hours {
  return { window: { from: row.windowFrom ?? '00:00', to: row.windowTo ?? '23:59' }, calendar };
}

/** Everything of the same reader by the same channel whose step is due, and that does not wait for another try. */
function together(db: Db, row: Row, now: Instant): Promise<Row[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('outcome', '=', 'planned')
    .where('gathered', '=', 1)
    .where('recipient', '=', row.recipient)
    .where('channel', '=', row.channel)
    .where('address', 'is not distinct from', row.address)
    .where('windowFrom', 'is not distinct from', row.windowFrom)
    .where('windowTo', 'is not distinct from', row.windowTo)
    .where('at', '<=', now)
    .where((w) =>
      w.or([w('dispatch', '=', row.dispatch), w('nextAttemptAt', 'is', null), w('nextAttemptAt', '<=', now)]),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(DIGEST_ROWS)
    .execute();
}

/** What leaves in one message bears its name, so that word of it finds all of them. */
async function named(context: Context, db: Db, rows: readonly Row[]): Promise<Row[]> {
  const [first] = rows;
  const shipment = rows.length > 1 ? shipmentId(rows) : null;
  if (first?.gathered !== 1 || !context.channels[first.channel]?.threads)
    return rows.map((row) => ({ ...row, shipment }));
  const names = await secretNames(context, db);
  return rows.map((row) => ({ ...row, shipment, messageId: names.mail(shipment ?? row.id) }));
}

/** The same for the same rows: a digest that surely did not leave goes out again under its name. */
function shipmentId(rows: readonly Row[]): string {
  const ids = rows.map((r) => r.id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 24);
}
