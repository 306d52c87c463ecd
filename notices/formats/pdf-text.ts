import { plainLetters } from './characters.ts';
import { inReadingOrder, type TextLine } from './pdf-columns.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { linesOf } from './pdf-lines.ts';
import type { Page } from './pdf-page.ts';
import { type PdfTable, tablesOf } from './pdf-tables.ts';
import { pipeRow, pipeRule } from './pipes.ts';

type Block = { readonly y: number } & ({ readonly line: TextLine } | { readonly table: PdfTable });

/** The text of a document's pages: a line a printed line, a blank one where a paragraph is seen to begin. */
export function textOfPages(pages: readonly Page[]): string {
  const taken = pages.map(tablesOf);
  const kept = withoutFurniture(pages.map((p, i) => ({ height: p.height, lines: linesOf(taken[i]?.rest ?? []) })));
  const out = new Writer();
  pages.forEach((_, i) => {
    const own = kept[i]?.lines ?? [];
    const tables = taken[i]?.tables ?? [];
    const blocks: Block[] = [];
    let from = 0;
    for (const table of [...tables].sort((a, b) => a.y - b.y)) {
      const to = own.findIndex((l, k) => k >= from && l.y > table.y);
      const end = to < 0 ? own.length : to;
      for (const line of inReadingOrder(own.slice(from, end))) blocks.push({ y: line.y, line });
      blocks.push({ y: table.y, table });
      from = end;
    }
    for (const line of inReadingOrder(own.slice(from))) blocks.push({ y: line.y, line });
    out.page(blocks);
  });
  return out.text();
}

/** Gaps that begin a paragraph, in the page's usual distance of lines; indents, in points. */
const PARAGRAPH_GAP = 1.3;
const LEAST_INDENT_PT = 10;
const MOST_INDENT_PT = 60;

class Writer {
  private readonly lines: string[] = [];
  private last: TextLine | null = null;
  private table: { xs: readonly number[]; rows: (readonly string[])[] } | null = null;

  page(blocks: readonly Block[]): void {
    const lines = blocks.flatMap((b) => ('line' in b ? [b.line] : []));
    const margin = leftMargin(lines);
    const pitch = usualPitch(lines);
    let first = true;
    for (const block of blocks) {
      if ('table' in block) this.addTable(block.table, first);
      else {
        this.closeTable();
        if (beginsParagraph(first ? null : this.last, block.line, margin, pitch)) this.blank();
        this.lines.push(block.line.text);
        this.last = block.line;
      }
      first = false;
    }
  }

  text(): string {
    this.closeTable();
    return `${plainLetters(this.lines.join('\n'))
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  }

  /** A table that goes on from the page before is one table; its head repeated there is left out. */
  private addTable(table: PdfTable, opensPage: boolean): void {
    const before = this.table;
    const goesOn = opensPage && before?.xs.length === table.xs.length && sameEdges(before.xs, table.xs);
    if (!before || !goesOn) {
      this.closeTable();
      this.table = { xs: table.xs, rows: [...table.rows] };
      return;
    }
    let rows = table.rows;
    for (let k = 0; k < 3 && rows[0] && same(rows[0], before.rows[k] ?? []); k++) rows = rows.slice(1);
    const [top] = rows;
    const bottom = before.rows.at(-1);
    // A row cut by the page's end has no number on the next page.
    if (top && bottom && top[0] === '' && bottom[0] !== '' && top.slice(1).some((t) => /^\p{Ll}/u.test(t))) {
      before.rows[before.rows.length - 1] = bottom.map((t, c) => [t, top[c] ?? ''].filter((x) => x !== '').join(' '));
      rows = rows.slice(1);
    }
    before.rows.push(...rows);
  }

  private closeTable(): void {
    const { table } = this;
    if (!table) return;
    this.blank();
    table.rows.forEach((row, r) => {
      this.lines.push(pipeRow(row));
      if (r === 0) this.lines.push(pipeRule(row.length));
    });
    this.blank();
    this.table = null;
    this.last = null;
  }

  private blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((t, k) => t === b[k]);
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.every((x, k) => Math.abs(x - (b[k] ?? 0)) < 6);
}

/** Seen from the page alone: a gap, the start of a block, or an indent after a line that has none. */
function beginsParagraph(last: TextLine | null, line: TextLine, margin: number, pitch: number): boolean {
  if (line.opensBlock) return true;
  const indent = line.x0 - margin;
  const indented = indent >= LEAST_INDENT_PT && indent <= MOST_INDENT_PT;
  const goesOn = /^\p{Ll}/u.test(line.text);
  if (!last) return !goesOn && indent >= LEAST_INDENT_PT;
  // A raised mark sets a line lower: in the middle of a sentence that is no gap.
  if (goesOn && !indented && !/[.:;!?…]$/u.test(last.text)) return false;
  if (line.y < last.y || line.y - last.y > PARAGRAPH_GAP * pitch) return true;
  return indented && Math.abs(last.x0 - margin) < LEAST_INDENT_PT / 2;
}

/** Where the lines of running text begin. */
function leftMargin(lines: readonly TextLine[]): number {
  const width = Math.max(0, ...lines.map((l) => l.x1 - l.x0));
  return Math.min(...lines.filter((l) => l.x1 - l.x0 > width * 0.7).map((l) => l.x0));
}

function usualPitch(lines: readonly TextLine[]): number {
  const gaps = lines.slice(1).map((l, k) => l.y - (lines[k]?.y ?? 0));
  const sorted = gaps.filter((g) => g > 2 && g < 60).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 20;
}
