/** Tables are set down one row a line, the cells between bars, with a rule below the head. */
export function pipeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function pipeRule(columns: number): string {
  return `|${' --- |'.repeat(columns)}`;
}

/** Paragraphs of a cell on one line: ";" stands where one ended without a mark of its own. */
export function cellText(paragraphs: readonly string[]): string {
  let text = '';
  for (const raw of paragraphs.flatMap((l) => l.split('\n'))) {
    const line = raw.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
    if (line === '') continue;
    const goesOn = /^[\p{Ll}(]/u.test(line) && !/^[a-zđ][).]/u.test(line);
    const open = /[\p{L}\d”")\]%]$/u.test(text);
    text += text === '' ? line : `${open && !goesOn ? ';' : ''} ${line}`;
  }
  return text;
}
