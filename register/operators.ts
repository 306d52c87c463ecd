import { randomBytes } from 'node:crypto';
import type { Context, Db } from './context.ts';
import type { EventRecord } from './records.ts';

/** Names by the ids under which acts bear them. */
export type OperatorNames = ReadonlyMap<string, string>;

/** Those who give acts in for the office and need not be of the directory. Ids are drawn: nobody reads a name off one. */
export class OperatorRegister {
  constructor(private readonly context: Context) {}

  /** The id of a name, given to it now where it has none. */
  idOf(name: string): Promise<string> {
    return this.context.transact(async (db) => {
      await db
        .insertInto('operators')
        .values({ id: randomBytes(6).toString('hex'), name, recordedAt: this.context.now() })
        .onConflict((c) => c.column('name').doNothing())
        .execute();
      const row = await db.selectFrom('operators').select('id').where('name', '=', name).executeTakeFirstOrThrow();
      return row.id;
    });
  }

  all(): Promise<OperatorNames> {
    return this.context.read((db) => operatorsIn(db));
  }
}

/** The names of some ids; of all without any. */
export async function operatorsIn(db: Db, ids?: readonly string[]): Promise<OperatorNames> {
  if (ids?.length === 0) return new Map();
  let query = db.selectFrom('operators').select(['id', 'name']);
  if (ids !== undefined) query = query.where('id', 'in', ids);
  return new Map((await query.execute()).map(({ id, name }) => [id, name]));
}

/** Who gave in what a log tells. */
export function operatorsOf(db: Db, events: readonly EventRecord[]): Promise<OperatorNames> {
  return operatorsIn(db, [...new Set(events.flatMap(({ act }) => act?.act.by.operator ?? []))]);
}
