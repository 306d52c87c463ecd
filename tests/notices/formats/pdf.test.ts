import { describe, expect, test } from '@jest/globals';
import type PDFDocument from 'pdfkit';
import { readDocument, textOfDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { calendar, drawBlocks, NOTICE, PAGE, pdf } from './support.ts';

const textOf = async (bytes: Promise<Buffer>) => textOfDocument(await bytes, 'tb.pdf');
const LONG =
  'Sở Xây dựng khẩn trương rà soát các công trình đang thi công dở dang trên địa bàn toàn tỉnh, tổng hợp đầy đủ';

describe('lines in reading order', () => {
  test('page numbers and running heads are left out, a sentence goes on over the page', async () => {
    const text = await textOf(
      pdf((doc) => {
        for (let page = 1; page <= 3; page++) {
          if (page > 1) doc.addPage();
          doc.fontSize(9).text('Kế hoạch số 12/KH-UBND', PAGE.left, 30, { lineBreak: false });
          doc.text(`${page}`, 300, 40, { lineBreak: false });
          doc.fontSize(12);
          doc.text(`${LONG} trang ${page}`, PAGE.left, 90, { width: PAGE.right - PAGE.left });
          doc.page.margins.bottom = 0;
          doc.text(`Trang ${page}/3`, PAGE.left, 800, { lineBreak: false });
        }
      }),
    );
    expect(text).not.toMatch(/Kế hoạch số|Trang \d|^\d+$/mu);
    expect(text.replace(/\s+/g, ' ').trim()).toBe([1, 2, 3].map((n) => `${LONG} trang ${n}`).join(' '));
  });

  test('the letterhead of each of several notices is kept', async () => {
    const text = await textOf(
      pdf((doc) => {
        for (let page = 1; page <= 3; page++) {
          if (page > 1) doc.addPage();
          const y = drawBlocks(doc, [...NOTICE.left.slice(0, 2), `Số: ${page}/TB-UBND`], NOTICE.right, PAGE.top);
          doc.fontSize(12).text('', PAGE.left, y + 30);
          for (let n = 1; n <= 6; n++)
            doc.text(`${n}. ${LONG}, báo cáo trước ngày ${page}/4/2025.`, { width: 450, indent: 28 });
        }
      }),
    );
    expect(text.match(/CỘNG HÒA XÃ HỘI/gu)).toHaveLength(3);
    expect(readNotices(text, { calendar }).map((n) => n.number)).toEqual(['1/TB-UBND', '2/TB-UBND', '3/TB-UBND']);
  });

  test('a raised mark stays a mark, its note stands apart', async () => {
    const text = await textOf(
      pdf((doc) => {
        doc.text('Giao Sở Y tế', 85, 100, { continued: false, lineBreak: false });
        const x = 85 + doc.widthOfString('Giao Sở Y tế');
        doc.fontSize(7).text('1', x, 98, { lineBreak: false });
        doc.fontSize(12).text('báo cáo trước ngày 15/3/2025.', x + 10, 100, { lineBreak: false });
        doc.fontSize(7).text('1', 85, 738, { lineBreak: false });
        doc.fontSize(9).text('Theo Công văn số 5/SYT.', 92, 740, { lineBreak: false });
      }),
    );
    expect(text).toBe('Giao Sở Y tế¹ báo cáo trước ngày 15/3/2025.\n\n¹ Theo Công văn số 5/SYT.\n');
  });

  test('a watermark set at an angle is no text; decomposed letters are composed', async () => {
    const text = await textOf(
      pdf((doc) => {
        doc.save().rotate(45).fontSize(60).text('DỰ THẢO', 200, 100, { lineBreak: false }).restore();
        doc.fontSize(12).text('Giao Sở Y tế báo cáo kết quả.'.normalize('NFD'), 85, 300, { lineBreak: false });
      }),
    );
    expect(text).toBe('Giao Sở Y tế báo cáo kết quả.\n');
  });

  test('a page turned on its side is read as it is shown', async () => {
    const text = await textOf(
      pdf((doc) => {
        Object.assign(doc.page.dictionary.data, { Rotate: 90 });
        doc.rotate(-90, { origin: [300, 400] });
        doc.text('1. Giao Sở Y tế báo cáo kết quả.', 300, 400, { lineBreak: false });
        doc.text('2. Giao Sở Nội vụ báo cáo kết quả.', 300, 420, { lineBreak: false });
      }),
    );
    expect(text).toBe('1. Giao Sở Y tế báo cáo kết quả.\n2. Giao Sở Nội vụ báo cáo kết quả.\n');
  });
});

describe('letters as a reader sees them', () => {
  const ITEM = '1. Giao Sở Y tế báo cáo trước ngày 30/4/2025.';

  test('lines and words painted twice to look bold are read once', async () => {
    const text = await textOf(
      pdf((doc) => {
        for (const dx of [0, 0.4, 0.8]) doc.text(ITEM, 85 + dx, 100, { lineBreak: false });
        doc.text('2. Giao Sở Nội vụ báo cáo trước ', 85, 130, { lineBreak: false });
        const x = 85 + doc.widthOfString('2. Giao Sở Nội vụ báo cáo trước ');
        for (const dx of [0, 0.5]) doc.text('ngày 15/5/2025.', x + dx, 130 + dx, { lineBreak: false });
      }),
    );
    expect(text).toBe(`${ITEM}\n2. Giao Sở Nội vụ báo cáo trước ngày 15/5/2025.\n`);
  });

  test('spread-out heads are words, whether letters are spaced, set one by one, or parted by blanks', async () => {
    const head = 'THÔNG BÁO';
    const text = await textOf(
      pdf((doc) => {
        doc.text('ỦY BAN NHÂN DÂN', 85, 100, { characterSpacing: 3, lineBreak: false });
        let x = 85;
        for (const letter of head) {
          if (letter !== ' ') doc.text(letter, x, 150, { lineBreak: false });
          x += doc.widthOfString(letter) + 4;
        }
        doc.text('K Ế T   L U Ậ N', 85, 200, { lineBreak: false });
      }),
    );
    expect(text.split(/\n+/)).toEqual(['ỦY BAN NHÂN DÂN', 'THÔNG BÁO', 'KẾT LUẬN', '']);
  });

  test('a line drawn through words makes what they say doubtful; one below them does not', async () => {
    const source = await readDocument(
      await pdf((doc) => {
        doc.text(ITEM, 85, 100, { lineBreak: false, underline: true });
        doc.text('2. Giao Sở Nội vụ báo cáo trước ngày 15/5/2025.', 85, 130, { lineBreak: false, strike: true });
      }),
      'a.pdf',
    );
    const [notice] = readNotices(source, { calendar });
    expect(notice?.directives.map((d) => d.confidence < 0.75)).toEqual([false, true]);
    expect(notice?.directives[1]?.warnings.join()).toContain('gạch ngang');
    expect(source.text).toContain('2. Giao Sở Nội vụ báo cáo trước ngày 15/5/2025.');
  });

  test('white letters on white are not seen, those on a dark ground are', async () => {
    const text = await textOf(
      pdf((doc) => {
        doc.fillColor('white').text('Bản nháp số 3', 85, 60, { lineBreak: false });
        doc.rect(80, 90, 300, 20).fill('#204060').fillColor('white').text('HỎA TỐC', 85, 95, { lineBreak: false });
        doc.fillColor('black').text(ITEM, 85, 130, { lineBreak: false });
      }),
    );
    expect(text.split(/\n+/)).toEqual(['HỎA TỐC', ITEM, '']);
  });
});

/** A signature field over a place of the page, with what it shows. */
const field = (
  doc: InstanceType<typeof PDFDocument>,
  words: string,
  x: number,
  y: number,
  width: number,
  subtype = 'Widget',
): void => {
  const font = doc.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: 'WinAnsiEncoding' });
  font.end('');
  const look = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, 18],
    Resources: { Font: { F1: font } },
  });
  look.end(Buffer.from(`BT /F1 12 Tf 0 4 Td (${words}) Tj ET`, 'latin1'));
  doc.annotate(x, y, width, 18, {
    Subtype: subtype,
    ...(subtype === 'Widget' ? { FT: 'Sig' } : {}),
    F: 132,
    AP: { N: look },
  } as PDFKit.Mixins.AnnotationOption);
};

describe('number and day of an e-signed document stand in the appearances of signature fields', () => {
  const put = (doc: InstanceType<typeof PDFDocument>, words: string, x: number, y: number): void => {
    doc.text(words, x, y, { lineBreak: false });
  };

  test('they go into the blanks, over what was printed there; who signed and a receiver’s stamp do not', async () => {
    const bytes = await pdf((doc) => {
      put(doc, 'ỦY BAN NHÂN DÂN', 70, 60);
      put(doc, 'TỈNH HẢI SƠN', 70, 76);
      put(doc, 'Số:', 70, 100);
      put(doc, '/TB-UBND', 130, 100);
      put(doc, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 280, 60);
      put(doc, 'Hải Sơn, ngày', 300, 99);
      put(doc, 'tháng 4 năm 2026', 410, 99);
      put(doc, 'THÔNG BÁO', 250, 125);
      put(doc, 'Chủ tịch UBND tỉnh kết luận như sau:', 70, 142);
      put(doc, '1. Giao Sở Y tế báo cáo trong thời hạn 05 ngày kể từ ngày ký.', 70, 160);
      field(doc, '1181', 95, 98, 32);
      field(doc, '27', 386, 98, 20);
      field(doc, '3', 452, 97, 14);
      field(doc, 'DEN So: 999 Ngay: 01/01/2020', 400, 20, 150);
    });
    const source = await readDocument(bytes, 'a.pdf');
    expect(source.text).toMatch(/Số: 1181 \/TB-UBND/);
    expect(source.text).toMatch(/ngày 27 tháng 3 năm 2026/);
    expect(source.text).not.toContain('999');
    expect(source.margins.join()).toContain('999');
    const [notice] = readNotices(source, { calendar });
    expect(notice).toMatchObject({ number: '1181/TB-UBND', issued: '2026-03-27' });
    expect(notice?.directives[0]?.deadlines[0]?.due).toBe('2026-04-01');
  });
});

describe('however the blanks were left and filled', () => {
  type Doc = InstanceType<typeof PDFDocument>;
  const put = (doc: Doc, words: string, x: number, y: number) => doc.text(words, x, y, { lineBreak: false });
  const NUMBERS: Record<string, (doc: Doc) => void> = {
    'one run': (d) => [put(d, 'Số:          /TB-UBND', 70, 100), field(d, '118', 95, 98, 30)],
    'the whole number beside its word': (d) => [put(d, 'Số:', 70, 100), field(d, '118/TB-UBND', 95, 98, 90)],
    'the whole number over its symbol': (d) => [
      put(d, 'Số:          /TB-UBND', 70, 100),
      field(d, '118/TB-UBND', 92, 98, 110),
    ],
    'over dots': (d) => [put(d, 'Số: ........ /TB-UBND', 70, 100), field(d, '118', 100, 98, 30)],
    'off the line': (d) => [put(d, 'Số:', 70, 100), put(d, '/TB-UBND', 130, 100), field(d, '118', 95, 105, 30)],
    'in a note': (d) => [put(d, 'Số:', 70, 100), put(d, '/TB-UBND', 130, 100), field(d, '118', 95, 98, 30, 'FreeText')],
  };
  const DAYS: Record<string, (doc: Doc) => void> = {
    'one run': (d) => [
      put(d, 'Hải Sơn, ngày        tháng        năm 2026', 280, 99),
      ...[field(d, '27', 372, 98, 16), field(d, '03', 432, 97, 16)],
    ],
    'over dots': (d) => [
      put(d, 'Hải Sơn, ngày ..... tháng ..... năm 2026', 280, 99),
      ...[field(d, '27', 366, 98, 16), field(d, '03', 430, 97, 16)],
    ],
    'in words': (d) => [
      put(d, 'Hải Sơn, ngày', 300, 99),
      ...[put(d, 'năm 2026', 470, 99), field(d, '27 th\xe1ng 3', 386, 98, 80)],
    ],
    'with strokes': (d) => [put(d, 'Hải Sơn, ngày', 300, 99), field(d, '27/3/2026', 386, 98, 80)],
  };
  const pairs = [
    ...Object.keys(NUMBERS).map((number) => [number, 'one run'] as const),
    ...Object.keys(DAYS).map((day) => ['one run', day] as const),
  ];

  test.each(pairs)('the number: %s; the day: %s', async (number, day) => {
    const bytes = await pdf((d) => {
      put(d, 'ỦY BAN NHÂN DÂN', 70, 60);
      put(d, 'TỈNH HẢI SƠN', 70, 76);
      put(d, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 280, 60);
      NUMBERS[number]?.(d);
      DAYS[day]?.(d);
      put(d, 'THÔNG BÁO', 250, 125);
    });
    const [notice] = readNotices(await readDocument(bytes, 'a.pdf'), { calendar });
    expect(notice?.header).toMatchObject({ number: { value: '118/TB-UBND' }, issued: { value: '2026-03-27' } });
  });
});
