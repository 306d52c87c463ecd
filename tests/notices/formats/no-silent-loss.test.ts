import { expect, test } from '@jest/globals';
import { Paragraph } from 'docx';
import { readDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { noticeOf } from '../../generators/notice.ts';
import { calendar, PAGE, pack, pdf } from './support.ts';

const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34];
/** How much of an order must stand in what is read or flagged: its label and closing mark may not. */
const MOST = 0.8;
const SHINGLE = 4;

function docxOf(text: string): Promise<Uint8Array> {
  return pack(text.split('\n').map((line) => new Paragraph(line)));
}

function pdfOf(text: string): Promise<Uint8Array> {
  return pdf((doc) => {
    for (const line of text.split('\n')) {
      if (line === '') doc.moveDown();
      else doc.text(line, { width: PAGE.right - PAGE.left, paragraphGap: 4 });
    }
  });
}

/** Each run of words of a text: the same in every form of file, wherever its lines break. */
function shinglesOf(text: string): string[] {
  const words = text.normalize('NFC').match(/[\p{L}\d]+/gu) ?? [];
  return words.slice(SHINGLE - 1).map((_, i) => words.slice(i, i + SHINGLE).join(' '));
}

test.each([
  ['.docx', docxOf],
  ['.pdf', pdfOf],
])('of every notice saved as %s, each order is read or said to be unread', async (form, made) => {
  const lost: string[] = [];
  for (const seed of SEEDS) {
    const { text, directives } = noticeOf(seed);
    const notices = readNotices(await readDocument(await made(text), `tb${form}`), { calendar });
    const seen = new Set(notices.flatMap((n) => [...n.directives, ...n.unread]).flatMap((x) => shinglesOf(x.text)));
    for (const { span } of directives) {
      const own = shinglesOf(text.slice(span[0], span[1]));
      if (own.filter((s) => seen.has(s)).length < MOST * own.length)
        lost.push(`${seed}: ${text.slice(...span).slice(0, 100)}`);
    }
  }
  expect(lost).toEqual([]);
});
