import pg from 'pg';

/** How many rows the ledger holds, asked alike of both sides. */
export function countRows(db) {
  const statement = db.prepare('select count(*) as n from messages');
  return () => statement.all([])[0].n;
}

/** The same on PostgreSQL; `close` ends the connection. */
export async function countRowsAt(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async () => Number((await client.query('select count(*) as n from messages')).rows[0].n);
  return Object.assign(count, { close: () => client.end() });
}
