import { superscript } from './characters.ts';
import type { Numbering } from './docx-numbering.ts';
import type { Styles } from './docx-styles.ts';
import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

/** What a paragraph shows: its text (with line ends inside), its label, the notes it refers to, boxes anchored in it. */
export interface WordParagraph {
  readonly label: string | null;
  readonly text: string;
  readonly notes: readonly NoteReference[];
  readonly boxes: readonly XmlNode[];
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly mark: string;
}

/** What paragraphs share while a document is read from its start. */
export interface DocxReading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  notes: number;
}

/** A paragraph as printed; null where nothing of it is printed (hidden, a line of the table of contents). */
export function readParagraph(p: XmlNode, reading: DocxReading): WordParagraph | null {
  const properties = child(p, 'pPr');
  const styleId = valOf(properties, 'pStyle');
  const style = reading.styles.of(styleId);
  const label = reading.numbering.next(properties, style, styleId);
  if (style.tableOfContents || style.hidden) return null;
  const out: Collected = { text: '', notes: [], boxes: [], reading };
  for (const node of elements(p)) collect(node, out);
  return { label, text: out.text, notes: out.notes, boxes: out.boxes };
}

interface Collected {
  text: string;
  readonly notes: NoteReference[];
  readonly boxes: XmlNode[];
  readonly reading: DocxReading;
}

/** Content removed by tracked changes, properties, codes of fields: printed nowhere. */
const UNPRINTED = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'instrText', 'delText', 'delInstrText', 'rt', 'Fallback']);
/** Where one letter stands for what is printed. */
const MARKS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

function collect(node: XmlNode, out: Collected): void {
  if (UNPRINTED.has(node.name)) return;
  const mark = MARKS[node.name];
  if (mark !== undefined) {
    out.text += mark;
    return;
  }
  switch (node.name) {
    case 't':
      out.text += node.children.filter((c) => typeof c === 'string').join('');
      return;
    case 'sym':
      out.text += symbol(attribute(node, 'char'));
      return;
    case 'footnoteReference':
    case 'endnoteReference':
      out.text += note(node, out);
      return;
    case 'txbxContent':
      out.boxes.push(node);
      return;
    case 'r':
      run(node, out);
      return;
    default:
      for (const inner of elements(node)) collect(inner, out);
  }
}

function run(node: XmlNode, out: Collected): void {
  const properties = child(node, 'rPr');
  if (isOn(properties, 'vanish')) return;
  const before = out.text.length;
  for (const inner of elements(node)) collect(inner, out);
  const added = out.text.slice(before);
  if (valOf(properties, 'vertAlign') === 'superscript' && /^\d{1,3}$/.test(added))
    out.text = out.text.slice(0, before) + superscript(added);
}

function note(node: XmlNode, out: Collected): string {
  const id = attribute(node, 'id');
  if (id === undefined) return '';
  const mark = superscript(String(++out.reading.notes));
  out.notes.push({ kind: node.name === 'footnoteReference' ? 'footnote' : 'endnote', id, mark });
  return mark;
}

/** A letter of a symbol font: ticks and boxes say nothing here, dashes and dots do. */
function symbol(code: string | undefined): string {
  switch (code?.toUpperCase()) {
    case 'F02D':
      return '-';
    case 'F0B7':
      return '•';
    case 'F0AE':
      return '→';
    default:
      return '';
  }
}
