import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderLetter } from '../../../delivery/letters/index.ts';
import { textOfDocument } from '../../../notices/formats/index.ts';
import { composeLetter, type LetterContent } from '../../../texts/letters/index.ts';
import { looksOf, type ParagraphLook, partsOf } from './support/docx-parts.ts';
import { escalation, sent, TASK } from './support/facts.ts';

const letter = composeLetter(
  escalation({
    recipient: { name: 'A', title: 'Phó Chủ tịch', agencyName: 'UBND tỉnh An Phú', role: 'issuer' },
    earlier: [sent('2025-03-07', 'due-reminder'), sent('2025-03-17', 'overdue')],
  }),
);

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;

describe('the file, against the figures of Nghị định 30/2020/NĐ-CP, Phụ lục I', () => {
  let parts: ReadonlyMap<string, string>;
  let document: string;
  let looks: ParagraphLook[];
  const look = (start: string): ParagraphLook => {
    const found = looks.find((l) => l.text.startsWith(start));
    if (found === undefined) throw new Error(`no paragraph begins with ${start}`);
    return found;
  };
  const within = (value: number, from: number, to: number) => {
    expect(value).toBeGreaterThanOrEqual(from);
    expect(value).toBeLessThanOrEqual(to);
  };

  beforeAll(async () => {
    parts = await partsOf(await renderLetter(letter));
    document = parts.get('word/document.xml') ?? '';
    looks = looksOf(document);
  });

  test('A4 upright; top and bottom 20–25 mm, left 30–35, right 15–20', () => {
    const number = (pattern: RegExp) => Number(pattern.exec(document)?.[1]);
    expect(number(/<w:pgSz[^>]*w:w="(\d+)"/) / MM).toBeCloseTo(210, 0);
    expect(number(/<w:pgSz[^>]*w:h="(\d+)"/) / MM).toBeCloseTo(297, 0);
    within(Math.round(number(/<w:pgMar[^>]*w:top="(\d+)"/) / MM), 20, 25);
    within(Math.round(number(/<w:pgMar[^>]*w:bottom="(\d+)"/) / MM), 20, 25);
    within(Math.round(number(/<w:pgMar[^>]*w:left="(\d+)"/) / MM), 30, 35);
    within(Math.round(number(/<w:pgMar[^>]*w:right="(\d+)"/) / MM), 15, 20);
  });

  test('Times New Roman and nothing else', () => {
    const fonts = [document, parts.get('word/styles.xml') ?? ''].flatMap((xml) =>
      [...xml.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map(([, font]) => font),
    );
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    const runs = document.match(/<w:t[ >]/g)?.length;
    expect(document.match(/<w:rFonts/g)?.length).toBe(runs);
  });

  test.each<[start: string, from: number, to: number, style: Partial<ParagraphLook>]>([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, { bold: true, italics: false, align: 'center' }],
    ['Độc lập - Tự do - Hạnh phúc', 13, 14, { bold: true, italics: false, align: 'center' }],
    ['ỦY BAN NHÂN DÂN', 12, 13, { bold: true, align: 'center' }],
    ['TỈNH AN PHÚ', 12, 13, { bold: true, align: 'center' }],
    ['Số: …/UBND-…', 13, 13, { bold: false, italics: false, align: 'center' }],
    ['V/v đôn đốc', 12, 13, { bold: false, italics: false, align: 'center' }],
    ['An Phú, ngày …', 13, 14, { bold: false, italics: true, align: 'center' }],
    ['Kính gửi: Sở Xây dựng', 13, 14, { bold: false, italics: false }],
    ['Tại Thông báo', 13, 14, { bold: false, italics: false, align: 'both' }],
    ['Nơi nhận:', 12, 12, { bold: true, italics: true }],
    ['- Như trên;', 11, 11, { bold: false, italics: false }],
    ['- Lưu: VT.', 11, 11, { bold: false, italics: false }],
    ['TM. ỦY BAN NHÂN DÂN', 13, 14, { bold: true, italics: false, align: 'center' }],
    ['KT. CHỦ TỊCH', 13, 14, { bold: true, align: 'center' }],
    ['PHÓ CHỦ TỊCH', 13, 14, { bold: true, align: 'center' }],
  ])('%s: %d–%d pt', (start, from, to, style) => {
    within(look(start).size, from, to);
    expect(look(start)).toMatchObject(style);
  });

  test('the body: justified, first line in 1 or 1.27 cm, at least 6 pt apart, lines single to 1.5', () => {
    const texts = letter.paragraphs.map((p) => p.text);
    const body = looks.filter((l) => texts.includes(l.text));
    expect(body).toHaveLength(texts.length);
    for (const paragraph of body) {
      expect(paragraph).toMatchObject({ align: 'both', bold: false });
      expect([10, 12.7]).toContainEqual(expect.closeTo(paragraph.firstLine / MM, 1));
      expect(paragraph.before).toBeGreaterThanOrEqual(6 * 20);
      within(paragraph.line, 240, 360);
    }
  });

  test('lines are drawn, not underlined: a third to a half of the body’s name, all of the motto', () => {
    expect(document).not.toContain('<w:u ');
    const rules = [...document.matchAll(/<w:pBdr><w:bottom.*?<w:ind w:left="(\d+)" w:right="(\d+)"/gs)];
    const widths = [...document.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"|<w:tcW w:w="(\d+)"/g)].map((m) =>
      Number(m[1] ?? m[2]),
    );
    expect(rules).toHaveLength(2);
    const lengths = rules.map(([, left, right], i) => ((widths[i] ?? 0) - Number(left) - Number(right)) / MM);
    // Measured with the metrics of Times New Roman Bold: ỦY BAN NHÂN DÂN at 13 pt is 41.4 mm, the motto at 14 pt 58.
    within(lengths[0] ?? 0, 41.4 / 3, 41.4 / 2);
    within(lengths[1] ?? 0, 56.5, 59.5);
  });

  test('pages are numbered at the top in the middle, but for the first', () => {
    expect(document).toContain('<w:titlePg/>');
    const headers = [...parts].filter(([name]) => /^word\/header\d\.xml$/.test(name)).map(([, xml]) => xml);
    const numbered = headers.filter((xml) => xml.includes('PAGE'));
    expect(headers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="2[68]"/s);
  });

  test('the name is left open, with room to sign above it', () => {
    const last = document.slice(document.lastIndexOf('PHÓ CHỦ TỊCH'));
    expect(last).toMatch(/<w:spacing w:before="1440"\/>/);
    expect(document).not.toContain('Hồ Văn Em');
  });
});

describe('what the file holds', () => {
  test('a reader of Word files finds every line of the letter', async () => {
    const text = await textOfDocument(await renderLetter(letter), 'cong-van.docx');
    for (const line of [letter.number, letter.subject, ...letter.signature, ...letter.paragraphs.map((p) => p.text)]) {
      expect(text).toContain(line);
    }
  });

  test('several addressees stand in lines of their own', async () => {
    const leads = { ...TASK, leadNames: ['Sở Xây dựng', 'Sở Y tế'] };
    const docx = await renderLetter(composeLetter(escalation({ directive: leads })));
    const texts = looksOf((await partsOf(docx)).get('word/document.xml') ?? '').map((l) => l.text);
    expect(texts).toEqual(expect.arrayContaining(['Kính gửi:', '- Sở Xây dựng;', '- Sở Y tế.']));
  });

  test('a long name is parted in the middle, not at the end', async () => {
    const agencyName = 'Sở Nông nghiệp và Môi trường';
    const department = escalation({ recipient: { name: '', agencyName, role: 'supervisor' } });
    const docx = await renderLetter(composeLetter(department));
    const texts = looksOf((await partsOf(docx)).get('word/document.xml') ?? '').map((l) => l.text);
    expect(texts).toEqual(expect.arrayContaining(['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']));
  });

  test('the same facts give the same bytes, other facts others; no date of the machine is in them', async () => {
    const [first, again] = [await renderLetter(letter), await renderLetter(structuredClone(letter))];
    expect(again.equals(first)).toBe(true);
    expect((await renderLetter({ ...letter, subject: 'V/v khác' })).equals(first)).toBe(false);
    const core = (await partsOf(first)).get('docProps/core.xml') ?? '';
    expect(core.match(/2025-03-21T00:00:00Z/g)).toHaveLength(2);
    expect(core).not.toContain(String(new Date().getFullYear()));
  });

  test('hostile texts, even from an old ledger, stay text in a file that opens', async () => {
    const part = fc.constantFrom('</w:t>', '<w:p/>', ']]>', '&amp;', '"', '\0', '\ufffe', '\ud800', '{{x}}', 'Ủy ban');
    const evil = fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 5 }).map((p) => p.join(''));
    const paragraphs = async (l: LetterContent) =>
      (await partsOf(await renderLetter(l))).get('word/document.xml')?.match(/<w:p>/g)?.length ?? 0;
    const one = {
      ...letter,
      governingBody: 'x',
      issuingBody: ['A'],
      addressees: ['x'],
      paragraphs: [{ text: 'x' }],
      copies: ['x'],
    };
    // Text that broke out of its run would make another number.
    const plain = await paragraphs({ ...one, signature: ['x'] });
    expect(plain).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(evil, async (text) => {
        const stored: LetterContent = {
          ...letter,
          ...{ governingBody: `a${text}`, issuingBody: ['A'], number: text, subject: text, placeAndDate: text },
          ...{ addressees: [text], paragraphs: [{ text }], copies: [text], signature: [text] },
        };
        const parts = await partsOf(await renderLetter(stored));
        const document = parts.get('word/document.xml') ?? '';
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what XML 1.0 forbids
        expect(document).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
        expect(document.match(/<w:p>/g)).toHaveLength(plain);
      }),
      { numRuns: 40 },
    );
  });
});
