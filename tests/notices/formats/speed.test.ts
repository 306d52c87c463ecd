import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { textOfDocument } from '../../../notices/formats/index.ts';
import { growth } from '../../support/growth.ts';
import { PAGE, pdf } from './support.ts';

const WORDS =
  'sở nội vụ chủ trì phối hợp với các cơ quan liên quan rà soát báo cáo ủy ban nhân dân tỉnh trước ngày'.split(' ');

/** Sentences that differ, so that they pack as real text does. */
function sentence(n: number): string {
  let seed = n * 2654435761;
  const words = Array.from({ length: 40 }, (_, k) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return k % 7 === 6 ? String(seed % 9999) : WORDS[seed % WORDS.length];
  });
  return `${n}. ${words.join(' ')}.`;
}

async function docxOf(paragraphs: number): Promise<Buffer> {
  const run = (t: string) =>
    `<w:p w:rsidR="00A1"><w:pPr><w:spacing w:before="120"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>${t}</w:t></w:r></w:p>`;
  const body = Array.from({ length: paragraphs }, (_, n) => run(sentence(n))).join('');
  const zip = new JSZip();
  zip.file('word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const reading = (bytes: Uint8Array) => () => textOfDocument(bytes, 'x.docx');
const pages = (n: number) =>
  pdf((doc) => {
    for (let i = 0; i < 15 * n; i++)
      doc.text(sentence(i), PAGE.left, doc.y, { width: PAGE.right - PAGE.left, align: 'justify', indent: 28 });
  });

describe('reading takes time in proportion to the file', () => {
  test('1 MB of .docx: four times the text, no more than eight times as long', async () => {
    const large = await docxOf(28_000);
    expect(large.length).toBeGreaterThan(1_000_000);
    expect(await growth(reading(await docxOf(7_000)), reading(large), 8)).toBeLessThan(8);
  });

  test('60 pages of .pdf: no more than eight times as long as 15', async () => {
    expect(await growth(reading(await pages(15)), reading(await pages(60)), 8)).toBeLessThan(8);
  });
});
