import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse, formRemarks as remark } from '../../texts/notice-forms.ts';
import type { SourceText } from '../source.ts';
import { Body, Notes, TextTooLarge } from './docx-body.ts';
import { Numbering } from './docx-numbering.ts';
import { type DocxReading, printedWords } from './docx-paragraph.ts';
import { Styles } from './docx-styles.ts';
import { quoted } from './doubts.ts';
import { sourceOfParagraphs } from './paragraph-text.ts';
import { attribute, child, elements, parseXml, type XmlNode, XmlTooLarge } from './xml.ts';
import { openZip, type Zip, ZipTooLarge } from './zip.ts';

/** What the parts of one file may unpack to: a notice of 1,000 pages stays well under it. */
const MOST_UNPACKED_MB = 40;
/** And what its pages may show: cells merged downwards and notes referred to again are counted each time. */
const MOST_LETTERS = 10_000_000;

/**
 * The text of a Word document as a reader of its pages sees it, one line a paragraph: labels of automatic lists in
 * place, tables as rows between bars, letterheads block by block, footnotes below the paragraph that refers to them.
 * Tracked changes are read as accepted; struck, hidden and white words are left out. Page headers and footers stand
 * beside the text. Macros and embedded files are never opened.
 *
 * @throws UserError where the file is no Word document, is damaged, or unpacks to too much
 */
export async function readDocx(bytes: Uint8Array, path: string): Promise<SourceText> {
  try {
    const zip = await openZip(bytes, MOST_UNPACKED_MB * 1024 * 1024);
    const main = await mainPart(zip);
    const document = main === null ? null : await part(zip, main);
    const content = document ? child(document, 'body') : undefined;
    if (!main || !content) throw new UserError(refuse.notWord(path));
    const folder = main.replace(/[^/]+$/, '');
    const beside = (name: string) => part(zip, folder + name);
    const styles = new Styles(await beside('styles.xml'));
    const numbering = new Numbering(await beside('numbering.xml'), styles);
    const notes = new Notes(await beside('footnotes.xml'), await beside('endnotes.xml'));
    const body = new Body(styles, numbering, notes, MOST_LETTERS);
    const source = sourceOfParagraphs(body.paragraphs(content), body.reading.gone.words);
    const margins = [...(await marginsOf(zip, folder, styles)), ...body.boxes, ...body.reading.drawn];
    return { ...source, remarks: remarksOf(body.reading, await commentsOf(zip, folder)), margins };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof ZipTooLarge || error instanceof XmlTooLarge)
      throw new UserError(refuse.unpacksTooLarge(path, MOST_UNPACKED_MB));
    if (error instanceof TextTooLarge) throw new UserError(refuse.tooManyLetters(path, MOST_LETTERS));
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

const MOST_MARGINS = 30;

/** The words of page headers and footers. */
async function marginsOf(zip: Zip, folder: string, styles: Styles): Promise<string[]> {
  const names = zip.names.filter(
    (n) => n.startsWith(folder) && /^(?:header|footer)\d*\.xml$/.test(n.slice(folder.length)),
  );
  const out: string[] = [];
  for (const name of names.slice(0, MOST_MARGINS)) {
    const node = await part(zip, name);
    const body = new Body(styles, new Numbering(null), new Notes(null, null), MOST_LETTERS);
    const lines = node ? body.paragraphs(node) : [];
    out.push(...sourceOfParagraphs([...lines, ...body.boxes, ...body.reading.drawn]).text.split('\n'));
  }
  return out.filter((line) => line.trim() !== '');
}

async function commentsOf(zip: Zip, folder: string): Promise<string[]> {
  const comments = await part(zip, `${folder}comments.xml`);
  return (comments ? elements(comments) : []).map(printedWords).filter((words) => words.trim() !== '');
}

function remarksOf(reading: DocxReading, comments: readonly string[]): string[] {
  const deleted = reading.deleted.filter((w) => w.trim() !== '');
  return [
    ...(deleted.length + reading.inserted + reading.moved > 0
      ? [remark.changes(deleted.map(quoted), reading.inserted, reading.moved)]
      : []),
    ...(comments.length > 0 ? [remark.comments(comments.map(quoted))] : []),
    ...(reading.gone.words.length > 0 ? [remark.leftOut(reading.gone.words.map(quoted))] : []),
    ...(reading.white.length > 0 ? [remark.white(reading.white.map(quoted))] : []),
    ...(reading.legacy ? [remark.legacyFont] : []),
  ];
}
