import JSZip from 'jszip';
import type { LetterContent } from '../../texts/letters/index.ts';

/** The zip's own dates say nothing; the earliest it can hold. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));
const CORE = 'docProps/core.xml';

/**
 * The letter as the bytes of a .docx: the same content always gives the same bytes, so that what is sent again, or
 * shown years later, can be held against what was signed.
 */
export async function renderLetter(letter: LetterContent): Promise<Buffer> {
  // Loaded when the first letter is made: most messages carry none.
  const [{ Packer }, { documentOf }] = await Promise.all([import('docx'), import('./document.ts')]);
  const packed = await JSZip.loadAsync(await Packer.toBuffer(documentOf(letter)));
  const names = Object.keys(packed.files).filter((name) => packed.files[name]?.dir === false);
  const zip = new JSZip();
  for (const name of names.sort(asWordExpects)) {
    const xml = (await packed.file(name)?.async('string')) ?? '';
    zip.file(name, name === CORE ? dated(xml, letter.drafted) : xml, { date: NO_DATE, createFolders: false });
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

/** The list of contents comes first in the package, the rest by name. */
function asWordExpects(a: string, b: string): number {
  const first = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return first(a) - first(b) || (a < b ? -1 : 1);
}

/** The library stamps the moment of packing; the letter has the day it was drafted. */
function dated(xml: string, day: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
}
