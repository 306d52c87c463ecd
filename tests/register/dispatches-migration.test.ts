import { expect, test } from '@jest/globals';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { Db } from '../../register/context.ts';
import { migrate } from '../../register/migrate.ts';
import { migrations } from '../../register/migrations/index.ts';
import { sqlite } from './support.ts';

test('what an older program had claimed is planned again, and what it had begun is in doubt', async () => {
  const place = await sqlite.fresh();
  const db = new Kysely<unknown>({ dialect: place.storage().dialect(), plugins: [new CamelCasePlugin()] });
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0033'));
  try {
    await migrate(db as Db, 'thu', before);
    await sql`pragma foreign_keys = off`.execute(db);
    for (const outcome of ['planned', 'queued', 'sending', 'accepted']) {
      await sql`
        insert into messages (id, directive_id, seq, post_key, stage, kind, role, recipient, channel, at, outcome,
          attempts, claimed_by, claimed_at, recorded_at, revision)
        values (${outcome}, 'd', 0, ${outcome}, 'assign', 'assignment', 'lead', 'an', 'email', 1, ${outcome},
          0, 'cu', 5, 1, 1)`.execute(db);
    }
    await migrate(db as Db, 'thu');
    const { rows } = await sql<{ id: string; outcome: string; dispatch: string }>`
      select id, outcome, dispatch from messages order by id`.execute(db);
    expect(rows).toEqual([
      { id: 'accepted', outcome: 'accepted', dispatch: 'accepted' },
      { id: 'planned', outcome: 'planned', dispatch: 'planned' },
      { id: 'queued', outcome: 'planned', dispatch: 'queued' },
      { id: 'sending', outcome: 'unknown', dispatch: 'sending' },
    ]);
    const events = await sql<{ messageId: string; outcome: string }>`
      select message_id, outcome from message_events order by message_id`.execute(db);
    expect(events.rows).toEqual([
      { messageId: 'queued', outcome: 'planned' },
      { messageId: 'sending', outcome: 'unknown' },
    ]);
  } finally {
    await db.destroy();
    await place.drop();
  }
});
