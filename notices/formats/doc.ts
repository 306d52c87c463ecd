import WordExtractor from 'word-extractor';
import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse, formRemarks as remark } from '../../texts/notice-forms.ts';
import type { SourceText } from '../source.ts';
import { sourceOfParagraphs } from './paragraph-text.ts';
import { type GridCell, setDown } from './table-text.ts';

/** What the package's own types leave out: told to, it keeps quotation marks and dashes as they are. */
interface Extracted {
  getBody(options?: { filterUnicode: boolean }): string;
  getFootnotes(options?: { filterUnicode: boolean }): string;
  getEndnotes(options?: { filterUnicode: boolean }): string;
  getHeaders(options: { includeFooters: boolean }): string;
  getTextboxes(): string;
}

/**
 * The text of a Word 97–2003 file, one line a paragraph, its tables as rows between bars. The reader of the format gives
 * no automatic numbers and no look of letters; what was deleted with changes tracked is left out.
 *
 * @throws UserError where the file is no such document or is damaged
 */
export async function readDoc(bytes: Uint8Array, path: string): Promise<SourceText> {
  let body: string;
  let notes: string;
  let margins: string;
  try {
    const document: Extracted = await new WordExtractor().extract(Buffer.from(bytes));
    const plain = { filterUnicode: false };
    body = document.getBody(plain);
    notes = document.getFootnotes(plain) + document.getEndnotes(plain);
    margins = `${document.getHeaders({ includeFooters: true })}\n${document.getTextboxes()}`;
  } catch {
    throw new UserError(refuse.damagedDoc(path));
  }
  const paragraphs = [...withTables(body.split('\n')), ...notes.split('\n')];
  return {
    ...sourceOfParagraphs(paragraphs),
    remarks: [remark.oldWord],
    margins: margins.split('\n').filter((line) => line.trim() !== ''),
  };
}

/** What may stand in the first cell of a further row, before its end: more is text between two tables. */
const MOST_CELL_LINES = 3;
const LONGEST_CELL_LINE = 150;

/** Rows end with the mark of their last cell; a cell may hold several paragraphs. */
function withTables(lines: readonly string[]): string[] {
  const out: string[] = [];
  let rows: GridCell[][] = [];
  let open: string[] = [];
  const close = (): void => {
    if (rows.length > 0) out.push('', ...setDown(rows, 1).lines, '');
    rows = [];
  };
  for (const line of lines) {
    open.push(line);
    if (!line.endsWith('\t')) continue;
    const width = rows.at(-1)?.length;
    const whole = cellsOf(open);
    // What stands before a table's first row is no part of it, but for the line that row begins in.
    const begin = open.findIndex((l) => l.includes('\t'));
    const before = open.slice(0, begin);
    const isCell = before.length <= MOST_CELL_LINES && before.every((l) => l.length <= LONGEST_CELL_LINE);
    const goesOn = width !== undefined && whole.length === width && isCell;
    if (!goesOn) {
      if (begin > 0 || width !== undefined) close();
      out.push(...before);
      rows.push(cellsOf(open.slice(begin)));
    } else rows.push(whole);
    open = [];
  }
  close();
  return [...out, ...open];
}

function cellsOf(lines: readonly string[]): GridCell[] {
  const cells = lines.join('\n').replace(/\t$/, '').split('\t');
  return cells.map((text) => ({ lines: text.split('\n').filter((l) => l.trim() !== ''), continues: false }));
}
