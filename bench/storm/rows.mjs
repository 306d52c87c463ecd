/** How many rows the ledger holds, asked alike of both sides. */
export function countRows(db) {
  const statement = db.prepare('select count(*) as n from messages');
  return () => statement.all([])[0].n;
}
