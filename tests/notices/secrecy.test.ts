import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type PDFDocument from 'pdfkit';
import { openDocument, readDocument } from '../../notices/formats/index.ts';
import { readNotices } from '../../notices/index.ts';
import { plainSource } from '../../notices/source.ts';
import { asDocx, asPdf, NOTICE, pdf } from './formats/support.ts';
import { calendar, notice } from './support.ts';

type Doc = InstanceType<typeof PDFDocument>;

const BODY = notice('1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3/2025.');
const markOf = (margins: readonly string[], text = BODY): string | undefined =>
  readNotices({ ...plainSource(text), margins }, { calendar })[0]?.secrecy;

describe('words beside the text', () => {
  test.each([
    ['a mark alone', 'MẬT', 'mật'],
    ['in small letters', 'Tối mật', 'tối mật'],
    ['over two lines', 'TUYỆT\nMẬT', 'tuyệt mật'],
    ['letters apart', 'M Ậ T', 'mật'],
    ['between other lines of a stamp', 'VĂN PHÒNG\nTỐI MẬT\nBản số: 05', 'tối mật'],
    ['what the document calls itself', 'Tài liệu mật', 'mật'],
    ['a declared level', 'Độ mật: Mật', 'mật'],
    ['in a number', 'Số: 12-M/TB-UBND', 'mật'],
    ['behind a number', 'Số: 12/TB-UBND (Tối mật)', 'tối mật'],
  ])('%s is a mark', (_, words, mark) => {
    expect(markOf([words])).toBe(mark);
  });

  test('a mark between the two blocks of a heading is one', () => {
    expect(
      markOf([], BODY.replace(/^.*CỘNG HÒA.*$/mu, 'ỦY BAN NHÂN DÂN   MẬT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
    ).toBe('mật');
  });

  test.each([
    'ĐÃ KÝ SỐ\nVăn phòng UBND tỉnh\n24/02/2025',
    'CÔNG VĂN ĐẾN\nSố: 415\nNgày: 25/02/2025',
    'SAO Y',
    'BẢO MẬT',
    'PHÒNG AN NINH VÀ BẢO\nMẬT',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'BAN CƠ YẾU\nMẬT MÃ',
    'MẬT ĐỘ XÂY DỰNG',
    'ĐÃ GIẢI MẬT',
    'VĂN BẢN KHÔNG MẬT',
  ])('%j is none', (words) => {
    expect(markOf([words])).toBeUndefined();
  });
});

describe('in the number', () => {
  const numbered = (number: string, line = 'Số: ') => BODY.replace(/Số: 12\/TB-UBND/, `${line}${number}`);

  test.each([
    ['12/BC-UBND (Mật)', 'Số: ', 'mật'],
    ['12-M/TB-UBND', 'Số ', 'mật'],
    ['12/TB-UBND (TM)', 'Số ', 'tối mật'],
    ['12/TB-UBND-M', 'Số: ', 'mật'],
  ])('%s behind %j is a mark', (number, line, mark) => {
    expect(markOf([], numbered(number, line))).toBe(mark);
  });

  test.each(['05/TM-UBND', '12-TM/TB-UBND', '12/TB-TTM'])(
    '%s may be one: it is read, and a person is asked',
    (number) => {
      const [read] = readNotices(numbered(number), { calendar });
      expect(read).toMatchObject({ number, directives: [{ id: '1' }] });
      expect(read?.secrecy).toBeUndefined();
      expect(read?.warnings.join()).toContain('117/2025/QH15');
    },
  );

  test.each(['12/TB-TMDV', '12/TB-UBND', '12/TB-STM'])('%s is none, and nobody is asked', (number) => {
    expect(readNotices(numbered(number), { calendar })[0]).toMatchObject({ warnings: [] });
  });
});

/** An annotation with an appearance of its own, as a viewer's stamp tool makes them. */
function stamp(doc: Doc, subtype: string, lines: readonly string[], more: object = {}): void {
  const font = doc.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: LETTERS });
  font.end('');
  const look = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 60], Resources: { Font: { F1: font } } });
  const shown = lines.map((line, i) => `1 0 0 1 5 ${45 - 16 * i} Tm (${encoded(line)}) Tj`).join(' ');
  look.end(Buffer.from(`BT /F1 12 Tf ${shown} ET`, 'latin1'));
  doc.annotate(330, 120, 200, 60, {
    Subtype: subtype,
    F: 4,
    AP: { N: look },
    ...more,
  } as PDFKit.Mixins.AnnotationOption);
}

/** A standard font with three Vietnamese letters more. */
const LETTERS = {
  Type: 'Encoding',
  BaseEncoding: 'WinAnsiEncoding',
  Differences: [1, 'uni1EAC', 'uni1ED0', 'uni1EA2'],
};
const encoded = (line: string): string => line.replace(/Ậ/g, '\\001').replace(/Ố/g, '\\002').replace(/Ả/g, '\\003');

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const readPdf = async (draw: (doc: Doc) => void) => readDocument(await asPdf(NOTICE, (doc) => draw(doc)), 'a.pdf');
const markIn = async (draw: (doc: Doc) => void) => readNotices(await readPdf(draw), { calendar })[0]?.secrecy;

describe('in a .pdf', () => {
  test.each<[string, (doc: Doc) => void, string]>([
    ['a stamp’s appearance', (d) => stamp(d, 'Stamp', ['MẬT']), 'mật'],
    [
      'a signature’s, between its other lines',
      (d) => stamp(d, 'Widget', ['UBND', 'TỐI MẬT', 'So: 5'], { FT: 'Sig' }),
      'tối mật',
    ],
    ['a box of text', (d) => stamp(d, 'FreeText', ['MẬT'], { DA: new String('/Helv 12 Tf') }), 'mật'],
    [
      'a stamp that says it in its note alone',
      (d) => stamp(d, 'Stamp', [], { Contents: new String('TUYỆT MẬT') }),
      'tuyệt mật',
    ],
    [
      'a watermark',
      (d) => d.save().rotate(30).fontSize(50).text('MẬT', 250, 150, { lineBreak: false }).restore(),
      'mật',
    ],
    [
      'a turned stamp of two lines',
      (d) => {
        d.save().rotate(20).fontSize(12).text('UBND TỈNH', 350, 0, { lineBreak: false });
        d.text('TỐI MẬT', 350, 14, { lineBreak: false }).restore();
      },
      'tối mật',
    ],
    [
      'a box between the heading and the number',
      (d) => d.fontSize(14).text('MẬT', 120, 122, { lineBreak: false }),
      'mật',
    ],
    ['between the blocks of the heading', (d) => d.fontSize(12).text('MẬT', 250, 57, { lineBreak: false }), 'mật'],
    ['over the words of the heading', (d) => d.fontSize(12).text('MẬT', 450, 57, { lineBreak: false }), 'mật'],
    ['large, over the body', (d) => d.fontSize(48).text('TỐI MẬT', 300, 300, { lineBreak: false }), 'tối mật'],
  ])('%s', async (_, draw, mark) => {
    expect(await markIn(draw)).toBe(mark);
  });

  test('an innocent stamp, and one that is hidden, are none', async () => {
    expect(
      await markIn((d) => {
        stamp(d, 'Stamp', ['DEN', 'So: 415', 'BẢO', 'MẬT'], { Contents: new String('Đã ký số') });
        stamp(d, 'Stamp', [], { F: 2, Contents: new String('MẬT') });
      }),
    ).toBeUndefined();
  });

  test('one on a scan is told before anybody looks at its page', async () => {
    const read = await openDocument(
      await pdf((doc) => {
        doc.image(DOT, 0, 0, { width: 500 });
        doc.fontSize(12).text('VĂN THƯ', 300, 40, { lineBreak: false });
        stamp(doc, 'Stamp', ['TỐI MẬT']);
      }),
      'a.pdf',
    );
    expect(read).toMatchObject({ pages: [1], margins: ['TỐI MẬT', 'VĂN THƯ'] });
  });

  test('comments are said, and what a viewer’s pen struck is doubtful', async () => {
    const source = await readPdf((d) => {
      d.annotate(85, 300, 20, 20, { Subtype: 'Text', F: 4, Contents: new String('Hoãn mục 2') } as never);
      d.fontSize(12).text('Báo cáo trước ngày 20/3/2025', 85, 20, { lineBreak: false });
      d.strike(85, 20, 90, 14, { F: 4 } as never);
    });
    expect(source.remarks.join()).toContain('“Hoãn mục 2”');
    expect(source.doubts.map((x) => x.why).join()).toContain('“Báo cáo trước');
  });
});

describe('in a .docx', () => {
  test('a watermark drawn as WordArt is a mark', async () => {
    const zip = await JSZip.loadAsync(await asDocx(NOTICE));
    const drawn =
      '<w:hdr xmlns:w="w" xmlns:v="v"><w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>';
    zip.file('word/header7.xml', drawn);
    const source = await readDocument(await zip.generateAsync({ type: 'nodebuffer' }), 'a.docx');
    expect(readNotices(source, { calendar })[0]?.secrecy).toBe('mật');
  });
});

describe('an order in a page’s head or foot is nobody’s, so it is said', () => {
  const warningsOf = (margins: string[]) => readNotices({ ...plainSource(BODY), margins }, { calendar })[0]?.warnings;

  test('once, however many pages have it', () => {
    const order = 'Giao Sở Y tế báo cáo kết quả trước ngày 20/3/2025.';
    expect(warningsOf([order, order])).toEqual([
      expect.stringContaining(`1 đoạn giống lời giao việc, không đọc: “${order}”`),
    ]);
  });

  test('what heads and feet say otherwise is not, nor what a box has in the text', () => {
    const usual = ['Trang 2/5', 'UBND tỉnh Hải Sơn', 'Văn bản được ký số bởi UBND tỉnh', 'TB kết luận họp 24/02/2025'];
    expect(warningsOf([...usual, '1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3/2025.'])).toEqual([]);
  });
});
