import type { Numbering } from './docx-numbering.ts';
import { type DocxReading, type NoteReference, newReading, printedWords, readParagraph } from './docx-paragraph.ts';
import type { Styles } from './docx-styles.ts';
import { readTable } from './docx-table.ts';
import { unmarked } from './marks.ts';
import { attribute, child, elements, type XmlNode } from './xml.ts';

/** More letters than any document of an office shows: the file repeats what it holds to fill the memory. */
export class TextTooLarge extends Error {}

const MOST_NOTES = 2000;

/** Footnotes and endnotes by their id. */
export class Notes {
  private readonly nodes = new Map<string, XmlNode>();

  constructor(footnotes: XmlNode | null, endnotes: XmlNode | null) {
    for (const [kind, from] of [['footnote', footnotes] as const, ['endnote', endnotes] as const])
      for (const n of from ? elements(from) : []) this.nodes.set(`${kind} ${attribute(n, 'id')}`, n);
  }

  get(reference: NoteReference): XmlNode | undefined {
    return this.nodes.get(`${reference.kind} ${reference.id}`);
  }
}

/** Walks the blocks of a body and sets them down as paragraphs, a string each; line ends inside are the writer's. */
export class Body {
  readonly reading: DocxReading;
  /** The words of text boxes: a stamp may be one. */
  readonly boxes: string[] = [];
  private pending: NoteReference[] = [];
  private left: number;

  /** @param mostLetters what all paragraphs may hold together */
  constructor(
    styles: Styles,
    numbering: Numbering,
    private readonly notes: Notes,
    mostLetters: number,
  ) {
    this.reading = newReading(styles, numbering);
    this.left = mostLetters;
  }

  /** @throws TextTooLarge */
  paragraphs(body: XmlNode): string[] {
    return this.blocks(body, false);
  }

  private blocks(node: XmlNode, inCell: boolean): string[] {
    const out: string[] = [];
    const state = { open: '' };
    this.into(out, node, inCell, state);
    if (state.open.trim() !== '') out.push(this.spent(state.open));
    return out;
  }

  private into(out: string[], node: XmlNode, inCell: boolean, state: { open: string }): void {
    for (const block of elements(node)) {
      if (block.name === 'p') push(out, this.paragraph(block, inCell, state));
      else if (block.name === 'tbl') push(out, this.table(block, inCell));
      else if (block.name === 'AlternateContent') {
        const choice = child(block, 'Choice') ?? child(block, 'Fallback');
        if (choice) this.into(out, choice, inCell, state);
      } else if (CONTAINERS.has(block.name)) this.into(out, block, inCell, state);
    }
  }

  private paragraph(p: XmlNode, inCell: boolean, state: { open: string }): string[] {
    const read = readParagraph(p, this.reading, inCell);
    if (!read) return [];
    const out: string[] = [];
    for (const box of read.boxes) {
      const lines = this.blocks(box, inCell);
      push(this.boxes, lines);
      push(out, lines);
    }
    this.pending.push(...read.notes);
    const text = state.open + read.text;
    state.open = read.openEnd ? text : '';
    if (read.openEnd) return out;
    // A cell that holds nothing but its automatic number is the table's "STT".
    const empty = unmarked(text).trim() === '';
    const line = read.label !== null && (!empty || inCell) ? `${read.label} ${text}`.trim() : text.trim();
    if (line !== '' || !inCell) out.push(this.spent(line));
    if (!inCell) push(out, this.notesSoFar());
    return out;
  }

  /** The notes referred to since the last call, a line each. */
  private notesSoFar(): string[] {
    const references = this.pending.splice(0);
    return references.flatMap((r) => {
      const node = this.reading.notes > MOST_NOTES ? undefined : this.notes.get(r);
      const lines = node ? this.blocks(node, true) : [];
      const text = lines.join(' ').replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [`${r.mark} ${text}`];
    });
  }

  private table(table: XmlNode, inCell: boolean): string[] {
    const { lines, isLayout } = readTable(
      table,
      (cell) => this.blocks(cell, true),
      (line) => this.spent(line),
      (row) => this.reading.deleted.push(flatWords(row)),
    );
    if (inCell) return isLayout ? [...lines] : lines.map((l) => l.replace(/^\| | \|$/g, ''));
    return ['', ...lines, '', ...this.notesSoFar()];
  }

  /** A line that goes into the text: counted, for what repeats it repeats its cost. */
  private spent(line: string): string {
    this.left -= line.length + 1;
    if (this.left < 0) throw new TextTooLarge();
    return line;
  }
}

/** The words of a row, cell after cell. */
function flatWords(row: XmlNode): string {
  return elements(row)
    .map(printedWords)
    .filter((words) => words.trim() !== '')
    .join(' | ');
}

const CONTAINERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag']);

function push(out: string[], lines: readonly string[]): void {
  for (const line of lines) out.push(line);
}
