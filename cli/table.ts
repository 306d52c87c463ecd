import Table from 'cli-table3';

/** A table for people. Columns without a width take what they need; the others wrap. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: (number | null)[] = [],
): string {
  const table = new Table({
    head: [...head],
    colWidths: head.map((_, i) => widths[i] ?? null),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}
