import Table from 'cli-table3';

/** Longer cells are cut: a table is for looking over, the whole words are in `--format json`. */
const MOST_LETTERS = 600;
/** Left and right of a cell's words. */
const PADDING = 2;

/** A table for people. Columns without a width take what they need; the others wrap. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: (number | null)[] = [],
): string {
  const table = new Table({
    head: [...head],
    colWidths: head.map((_, i) => widths[i] ?? null),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(row.map((cell, i) => cellText(cell, widths[i] ?? null)));
  return table.toString();
}

/** Wrapped here, in one pass: the table's own wrapping takes minutes for a cell of a few thousand letters. */
function cellText(cell: string, width: number | null): string {
  const whole = cell.replace(CONTROL, ' ');
  const text = whole.length > MOST_LETTERS ? `${whole.slice(0, MOST_LETTERS - 1)}…` : whole;
  if (width === null) return text;
  const room = Math.max(1, width - PADDING);
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, room))
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a stranger's text must not speak to the terminal
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

function wrapped(line: string, room: number): string[] {
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    let rest = word;
    if (open !== '' && open.length + 1 + rest.length <= room) {
      open += ` ${rest}`;
      continue;
    }
    if (open !== '') lines.push(open);
    for (; rest.length > room; rest = rest.slice(room)) lines.push(rest.slice(0, room));
    open = rest;
  }
  lines.push(open);
  return lines;
}
