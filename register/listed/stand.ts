import type { Selectable } from 'kysely';
import type { Instant } from '../../dsl/time/day.ts';
import { batchesOf } from '../../system/batches.ts';
import type { Db } from '../context.ts';
import type { DirectiveStandingTable } from '../schema.ts';
import { type Countable, EVER, isAlike, type Standable, standsAs, stretchesOf, waiting } from './stretches.ts';

/** The parameters of a statement are bounded. */
const ROWS_AT_ONCE = 500;

/** What reports count by, of directives no event has touched yet. */
export async function standFresh(db: Db, fresh: readonly Countable[]): Promise<void> {
  await insert(
    db,
    fresh.flatMap((row) => stretchesOf(row, [])),
  );
}

/** The same made anew from rows and logs. */
export async function restand(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('directiveStandings').where('directiveId', 'in', ids).execute();
  const rows = await db
    .selectFrom('directives')
    .select(['id', 'noticeId', 'parent', 'lead', 'issuedAt', 'originalDue', 'dueTime'])
    .where('id', 'in', ids)
    .execute();
  const events = await db
    .selectFrom('events')
    .select(['directiveId', 'seq', 'at', 'actType', 'status', 'dueAt', 'submittedAt', 'closedAt'])
    .where('directiveId', 'in', ids)
    .execute();
  const logs = new Map<string, typeof events>(ids.map((id) => [id, []]));
  for (const event of events) logs.get(event.directiveId)?.push(event);
  await insert(
    db,
    rows.flatMap((row) => stretchesOf(row, logs.get(row.id) ?? [])),
  );
}

/** After an event at the end of the log. `before`: the directive as the event found it. */
export async function moveStanding(
  db: Db,
  before: Countable & Standable & { readonly lastSeq: number },
  at: Instant,
  stands: Standable,
): Promise<void> {
  if (isAlike(before.lastSeq < 0 ? waiting(before) : before, stands)) return;
  const last = db.updateTable('directiveStandings').where('directiveId', '=', before.id).where('until', '=', EVER);
  const ended = await last.set({ until: at }).where('since', '<', at).returningAll().executeTakeFirst();
  if (ended) await insert(db, [{ ...ended, since: at, until: EVER, ...standsAs(stands) }]);
  else await restand(db, [before.id]);
}

async function insert(db: Db, stretches: readonly Selectable<DirectiveStandingTable>[]): Promise<void> {
  for (const rows of batchesOf(stretches, ROWS_AT_ONCE))
    await db.insertInto('directiveStandings').values(rows).execute();
}
