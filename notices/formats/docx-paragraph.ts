import { asRead, type FontRun, legacyFontOf } from '../legacy-fonts.ts';
import { superscript } from './characters.ts';
import type { Numbering } from './docx-numbering.ts';
import { type Look, lookOf, type Styles } from './docx-styles.ts';
import { LeftOut, unmarked } from './marks.ts';
import { attribute, child, elements, valOf, type XmlNode } from './xml.ts';

/** What a paragraph shows: its text (with line ends inside), its label, the notes it refers to, boxes anchored in it. */
export interface WordParagraph {
  readonly label: string | null;
  readonly text: string;
  readonly notes: readonly NoteReference[];
  readonly boxes: readonly XmlNode[];
  /** Its end was deleted or moved away: what it shows goes on with the next paragraph. */
  readonly openEnd: boolean;
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
  /** Struck or hidden words. */
  readonly gone: LeftOut;
  /** White words on a white page. */
  readonly white: string[];
  /** Words that tracked changes take away, and how often they add some. */
  readonly deleted: string[];
  inserted: number;
  moved: number;
  /** Some words were typed in a font of before Unicode. */
  legacy: boolean;
  /** Words drawn as WordArt: watermarks and stamps. */
  readonly drawn: string[];
}

/** A reading at its start. */
export function newReading(styles: Styles, numbering: Numbering): DocxReading {
  return {
    styles,
    numbering,
    notes: 0,
    gone: new LeftOut(),
    white: [],
    deleted: [],
    inserted: 0,
    moved: 0,
    legacy: false,
    drawn: [],
  };
}

/** A paragraph as printed, tracked changes accepted; null where nothing of it is printed (a line of the contents). */
export function readParagraph(p: XmlNode, reading: DocxReading, inCell: boolean): WordParagraph | null {
  const properties = child(p, 'pPr');
  const styleId = valOf(properties, 'pStyle');
  const style = reading.styles.of(styleId);
  const end = child(properties, 'rPr');
  const openEnd = child(end, 'del') !== undefined || child(end, 'moveFrom') !== undefined;
  // A paragraph without an end is part of the next, whose number counts.
  const label = openEnd ? null : reading.numbering.next(properties, style, styleId);
  if (style.tableOfContents) return null;
  const out: Collected = { runs: [], notes: [], boxes: [], reading, look: style.look, inCell };
  for (const node of elements(p)) collect(node, out);
  const read = asRead(out.runs);
  if (read.some((t, i) => t !== out.runs[i]?.text)) reading.legacy = true;
  return { label, text: read.join(''), notes: out.notes, boxes: out.boxes, openEnd };
}

interface Collected {
  readonly runs: FontRun[];
  readonly notes: NoteReference[];
  readonly boxes: XmlNode[];
  readonly reading: DocxReading;
  /** How letters look by the paragraph's style. */
  readonly look: Look;
  readonly inCell: boolean;
}

/** Properties and codes of fields: printed nowhere. */
const UNPRINTED = new Set(['pPr', 'rPr', 'instrText', 'delInstrText', 'rt', 'Fallback']);
/** Where one letter stands for what is printed. */
const MARKS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

function collect(node: XmlNode, out: Collected): void {
  if (UNPRINTED.has(node.name)) return;
  switch (node.name) {
    case 'del':
      out.reading.deleted.push(printedWords(node));
      return;
    case 'moveFrom':
      out.reading.moved++;
      return;
    case 'ins':
      out.reading.inserted++;
      break;
    case 'txbxContent':
      out.boxes.push(node);
      return;
    case 'sdt':
      // "Click or tap to enter a date.": a field nobody has filled in says what is to stand there.
      if (child(child(node, 'sdtPr'), 'showingPlcHdr')) {
        out.runs.push({ text: `[${printedWords(node).replace(/^\[|\]$/g, '')}]`, font: null });
        return;
      }
      break;
    case 'r':
      run(node, out);
      return;
    default:
  }
  for (const inner of elements(node)) collect(inner, out);
}

function run(node: XmlNode, out: Collected): void {
  const properties = child(node, 'rPr');
  const look: Look = { ...out.look, ...out.reading.styles.lookOf(valOf(properties, 'rStyle')), ...lookOf(properties) };
  const text = elements(node)
    .map((inner) => shown(inner, out))
    .join('');
  const put = (words: string): void => {
    if (words !== '') out.runs.push({ text: words, font: look.font === undefined ? null : legacyFontOf(look.font) });
  };
  if (text === '') return;
  if (look.struck || look.hidden) put(out.reading.gone.mark(text));
  // On a coloured cell white letters are seen.
  else if (look.white && !out.inCell) {
    if (text.trim() !== '') out.reading.white.push(text);
  } else if (valOf(properties, 'vertAlign') === 'superscript' && /^\d{1,3}$/.test(text)) put(superscript(text));
  else put(text);
}

/** What an element of a run prints. */
function shown(node: XmlNode, out: Collected): string {
  if (UNPRINTED.has(node.name)) return '';
  const mark = MARKS[node.name];
  if (mark !== undefined) return mark;
  switch (node.name) {
    case 't':
      return unmarked(node.children.filter((c) => typeof c === 'string').join(''));
    case 'sym':
      return symbol(attribute(node, 'char'));
    case 'footnoteReference':
    case 'endnoteReference':
      return note(node, out);
    case 'delText':
      return '';
    case 'txbxContent':
      out.boxes.push(node);
      return '';
    case 'textpath':
      out.reading.drawn.push(unmarked(attribute(node, 'string') ?? ''));
      return '';
    default:
      return elements(node)
        .map((inner) => shown(inner, out))
        .join('');
  }
}

/** The words inside a node, shown or not. */
export function printedWords(node: XmlNode): string {
  if (node.name === 't' || node.name === 'delText') return node.children.filter((c) => typeof c === 'string').join('');
  return elements(node).map(printedWords).join('');
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
