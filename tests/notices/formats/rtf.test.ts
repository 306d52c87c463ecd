import { describe, expect, test } from '@jest/globals';
import { readDocument, textOfDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { calendar } from './support.ts';

/** Letters as Word writes them: by their number, with a "?" for readers that do not know it. */
const rtfOf = (words: string): string =>
  words.replace(/[^\x20-\x7e]/gu, (c) => {
    const code = c.charCodeAt(0);
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  });
const file = (body: string, fonts = '{\\f0\\froman\\fcharset163 Times New Roman;}'): Buffer =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl${fonts}}{\\colortbl;\\red0\\green0\\blue0;}${body}}`,
    'latin1',
  );

describe('Rich Text', () => {
  test('paragraphs, letters by number and by byte, signs, and what is printed of groups that may be skipped', async () => {
    const body = `{\\info{\\author Ai}}{\\header MAT\\par}{\\pard ${rtfOf('Số: 12/TB-UBND')}\\par}{\\pard Ng\\'e0y 3\\emdash A\\line dong hai\\par}{\\*\\la khong in}{\\shp{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt ${rtfOf('HỎA TỐC')}\\par}}}`;
    const source = await readDocument(file(body), 'a.rtf');
    expect(source.text).toContain('Số: 12/TB-UBND\nNgày 3—A\ndong hai\n');
    expect(source.text).toContain('HỎA TỐC');
    expect(source.text).not.toMatch(/Ai|khong in|MAT/);
    expect(source.margins).toEqual(['MAT']);
  });

  test('tables are rows, struck and hidden words are left out and said', async () => {
    const row = (...cells: string[]): string =>
      `\\trowd\\intbl ${cells.map((c) => `${rtfOf(c)}\\cell `).join('')}\\row `;
    const body = `${row('STT', 'Nhiệm vụ', 'Chủ trì')}${row('1', 'Rà soát quy hoạch', 'Sở Y tế')}\\pard ${rtfOf('Giao Sở Nội vụ báo cáo trước ')}{\\strike 30/4/2025} 15/5/2025.{\\v an}\\par`;
    const source = await readDocument(file(body), 'a.rtf');
    expect(source.text).toContain(
      '| STT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n| 1 | Rà soát quy hoạch | Sở Y tế |',
    );
    expect(source.text).toMatch(/báo cáo trước\s+15\/5\/2025\.\n/);
    expect(source.remarks.join()).toContain('“30/4/2025”; “an”');
    const [d] = readNotices(source, { calendar, issued: '2025-03-03' })
      .flatMap((n) => n.directives)
      .slice(-1);
    expect(d?.confidence).toBeLessThan(0.75);
  });

  test('fonts of before Unicode', async () => {
    const body = "{\\f1 S\\'eb Y t\\'d5 chñ tr\\'d7 b\\'b8o c\\'b8o.\\par}".replace('ñ', "\\'f1");
    expect(await textOfDocument(file(body, '{\\f0 Times;}{\\f1\\fnil .VnTime;}'), 'a.rtf')).toBe(
      'Sở Y tế chủ trì báo cáo.\n',
    );
  });
});
