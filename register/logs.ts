import type { Context } from './context.ts';
import type { EventRecord } from './records.ts';
import { eventRecordOf } from './rows.ts';

/** Databases bound the parameters of a statement. */
const IDS_AT_ONCE = 200;

/** The events of many directives, each in order of seq; one without any has an empty list. */
export async function logsOf(
  context: Context,
  directiveIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRecord[]>> {
  const logs = new Map<string, EventRecord[]>(directiveIds.map((id) => [id, []]));
  for (let from = 0; from < directiveIds.length; from += IDS_AT_ONCE) {
    const rows = await context.read((db) =>
      db
        .selectFrom('events')
        .selectAll()
        .where('directiveId', 'in', directiveIds.slice(from, from + IDS_AT_ONCE))
        .orderBy('directiveId')
        .orderBy('seq')
        .execute(),
    );
    for (const row of rows) logs.get(row.directiveId)?.push(eventRecordOf(row));
  }
  return logs;
}
