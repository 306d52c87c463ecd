import { expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import Libsql from 'libsql';
import { openRegisterIn } from '../../register/index.ts';
import { schemaSql } from '../../register/schema-sql.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { begin, dueMessages } from '../support/leaving.ts';
import { CountingStorage } from './counting.ts';
import { at, DIRECTORY, draft, NOTICE, post, sqlite, wake } from './support.ts';

/** By the outcome alone SQLite reads everything that waits: at a quarter's end thousands of rows for each message. */
const BY_OUTCOME_ALONE = /INDEX messages_(leave|due) \(outcome=\?\)|SCAN messages/;

test('one message is looked up without reading all that waits', async () => {
  const place = await sqlite.fresh();
  const asked = new Set<string>();
  const note = ({ sql }: CompiledQuery) => asked.add(sql);
  const register = await openRegisterIn(new CountingStorage(place.storage(), note), {
    compose: composeMessage,
    mailDomain: 'dondoc.example',
  });
  await register.directory.import(DIRECTORY);
  await register.notices.register(NOTICE, [draft()]);
  await register.directives.recordWake(wake({ posts: [post()] }));
  const { ledger } = register;
  const [departure] = await ledger.departures({ closing: at('2025-03-31'), limit: 10 });

  asked.clear();
  await ledger.markDispatched(departure?.dispatch ?? '', 'activity-1');
  await ledger.carriedBy('activity-1');
  const [rows] = await dueMessages(ledger, { before: at('2025-03-31') });
  await ledger.collect(departure?.dispatch ?? '', at('2025-03-31'));
  await begin(ledger, rows ?? []);
  await ledger.doubt(departure?.dispatch ?? '');
  await ledger.unmarkDispatched('activity-1');
  expect([...asked].filter((sql) => sql.includes('"messages"')).length).toBeGreaterThan(6);

  const database = new Libsql(':memory:');
  database.exec(await schemaSql());
  const slow = [...asked]
    .filter((sql) => sql.includes('"messages"') && !sql.startsWith('insert'))
    .map((sql) => [sql, planOf(database, sql)] as const)
    .filter(([, plan]) => BY_OUTCOME_ALONE.test(plan));
  expect(slow).toEqual([]);
  await register.close();
  await place.drop();
});

function planOf(database: Libsql.Database, sql: string): string {
  const parameters = Array.from(sql.matchAll(/\?/g), () => 'x');
  const rows = database.prepare(`explain query plan ${sql}`).all(...parameters) as { readonly detail: string }[];
  return rows.map((row) => row.detail).join('; ');
}
