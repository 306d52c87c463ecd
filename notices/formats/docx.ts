import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse } from '../../texts/notice-forms.ts';
import { plainLetters } from './characters.ts';
import { Numbering } from './docx-numbering.ts';
import { type DocxReading, type NoteReference, readParagraph } from './docx-paragraph.ts';
import { Styles } from './docx-styles.ts';
import { readTable } from './docx-table.ts';
import { attribute, child, elements, parseXml, type XmlNode, XmlTooLarge } from './xml.ts';
import { openZip, type Zip, ZipTooLarge } from './zip.ts';

/** What the parts of one file may unpack to: a notice of 1,000 pages stays well under it. */
const MOST_UNPACKED_MB = 40;
const MOST_NOTES = 2000;

/**
 * The text of a Word document as a reader of its pages sees it, one line a paragraph: labels of automatic lists in
 * place, tables as rows between bars, letterheads block by block, footnotes below the paragraph that refers to them.
 * Page headers, footers, deleted and hidden text are left out. Macros and embedded files are never opened.
 *
 * @throws UserError where the file is no Word document, is damaged, or unpacks to too much
 */
export async function readDocx(bytes: Uint8Array, path: string): Promise<string> {
  try {
    const zip = await openZip(bytes, MOST_UNPACKED_MB * 1024 * 1024);
    const main = await mainPart(zip);
    const document = main === null ? null : await part(zip, main);
    const body = document ? child(document, 'body') : undefined;
    if (!main || !body) throw new UserError(refuse.notWord(path));
    const beside = (name: string) => part(zip, main.replace(/[^/]+$/, name));
    const styles = new Styles(await beside('styles.xml'));
    const reading: DocxReading = { styles, numbering: new Numbering(await beside('numbering.xml'), styles), notes: 0 };
    const notes = new Notes(await beside('footnotes.xml'), await beside('endnotes.xml'));
    return new Body(reading, notes).text(body);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof ZipTooLarge || error instanceof XmlTooLarge)
      throw new UserError(refuse.unpacksTooLarge(path, MOST_UNPACKED_MB));
    throw new UserError(refuse.damagedDocx(path));
  }
}

async function part(zip: Zip, name: string): Promise<XmlNode | null> {
  const bytes = await zip.read(name);
  if (!bytes) return null;
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return parseXml(new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes));
}

/** The main part's name: what the package says, else where Word keeps it. */
async function mainPart(zip: Zip): Promise<string | null> {
  const relations = await part(zip, '_rels/.rels');
  for (const r of relations ? elements(relations) : [])
    if (attribute(r, 'Type')?.endsWith('/officeDocument')) return (attribute(r, 'Target') ?? '').replace(/^\//, '');
  return zip.names.includes('word/document.xml') ? 'word/document.xml' : null;
}

/** Footnotes and endnotes by their id. */
class Notes {
  private readonly nodes = new Map<string, XmlNode>();

  constructor(footnotes: XmlNode | null, endnotes: XmlNode | null) {
    for (const [kind, from] of [['footnote', footnotes] as const, ['endnote', endnotes] as const])
      for (const n of from ? elements(from) : []) this.nodes.set(`${kind} ${attribute(n, 'id')}`, n);
  }

  get(reference: NoteReference): XmlNode | undefined {
    return this.nodes.get(`${reference.kind} ${reference.id}`);
  }
}

/** Walks the blocks of a body and sets them down as lines. */
class Body {
  private pending: NoteReference[] = [];

  constructor(
    private readonly reading: DocxReading,
    private readonly notes: Notes,
  ) {}

  text(body: XmlNode): string {
    const lines = this.blocks(body, false).map((l) => plainLetters(l).replace(/[ \t\u00a0]+$/gm, ''));
    return `${lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  }

  private blocks(node: XmlNode, inCell: boolean): string[] {
    const out: string[] = [];
    for (const block of elements(node)) {
      if (block.name === 'p') push(out, this.paragraph(block, inCell));
      else if (block.name === 'tbl') push(out, this.table(block, inCell));
      else if (block.name === 'AlternateContent') {
        const choice = child(block, 'Choice') ?? child(block, 'Fallback');
        if (choice) push(out, this.blocks(choice, inCell));
      } else if (CONTAINERS.has(block.name)) push(out, this.blocks(block, inCell));
    }
    return out;
  }

  private paragraph(p: XmlNode, inCell: boolean): string[] {
    const read = readParagraph(p, this.reading);
    if (!read) return [];
    const out: string[] = [];
    for (const box of read.boxes) push(out, this.blocks(box, inCell));
    const text = read.text.trim() === '' ? '' : read.text;
    // A cell that holds nothing but its automatic number is the table's "STT".
    const line = read.label !== null && (text !== '' || inCell) ? `${read.label} ${text}`.trim() : text.trim();
    if (line !== '' || !inCell) out.push(line);
    this.pending.push(...read.notes);
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
    const { lines, isLayout } = readTable(table, (cell) => this.blocks(cell, true));
    if (inCell) return isLayout ? [...lines] : lines.map((l) => l.replace(/^\| | \|$/g, ''));
    return ['', ...lines, '', ...this.notesSoFar()];
  }
}

const CONTAINERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag']);

function push(out: string[], lines: readonly string[]): void {
  for (const line of lines) out.push(line);
}
