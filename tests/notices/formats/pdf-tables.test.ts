import { describe, expect, test } from '@jest/globals';
import { textOfDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { asPdf, calendar, drawTable, NOTICE, PAGE, pdf } from './support.ts';

const textOf = async (bytes: Promise<Buffer>) => textOfDocument(await bytes, 'tb.pdf');
const HEAD = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'];
const WIDTHS = [30, 170, 110, 100, 70];

function row(n: number): string[] {
  return [
    String(n),
    `Rà soát, cập nhật danh mục công trình trọng điểm số ${n} trên địa bàn`,
    'Sở Nông nghiệp và Môi trường',
    'Sở Tài chính; UBND huyện An Bình',
    `${(n % 28) + 1}/6/2025`,
  ];
}

describe('ruled tables', () => {
  test('cells are read as cells, and each row gives its directive', async () => {
    const bytes = asPdf(NOTICE, (doc) => {
      doc.addPage();
      doc.fontSize(12).text('PHỤ LỤC', PAGE.left, 80, { align: 'center', lineBreak: false });
      drawTable(doc, [HEAD, row(1), row(2)], WIDTHS, 120);
    });
    const text = await textOf(bytes);
    expect(text).toContain(
      '| 1 | Rà soát, cập nhật danh mục công trình trọng điểm số 1 trên địa bàn | Sở Nông nghiệp và Môi trường | Sở Tài chính; UBND huyện An Bình | 2/6/2025 |',
    );
    const directives = readNotices(text, { calendar }).flatMap((n) => n.directives);
    expect(directives.slice(-2).map((d) => [d.id, d.lead[0]?.name, d.cooperating.length, d.deadlines[0]?.due])).toEqual(
      [
        ['PL.1', 'Sở Nông nghiệp và Môi trường', 2, '2025-06-02'],
        ['PL.2', 'Sở Nông nghiệp và Môi trường', 2, '2025-06-03'],
      ],
    );
    for (const d of directives) expect(text.slice(...d.span)).toBe(d.text);
  });

  test('a table that goes on over pages is one, its repeated head left out', async () => {
    const text = await textOf(
      pdf((doc) => {
        drawTable(doc, [HEAD, row(1), row(2)], WIDTHS, 600);
        doc.addPage();
        drawTable(doc, [HEAD, row(3), row(4)], WIDTHS, 60);
      }),
    );
    expect(
      text
        .split('\n')
        .filter((l) => /^\| (?:\d|STT)/.test(l))
        .map((l) => l.slice(2, 5).trim()),
    ).toEqual([...['STT', '1 |', '2 |', '3 |', '4 |']]);
    expect(text.match(/---/g)).toHaveLength(5);
  });

  test('a cell merged downwards holds for each row', async () => {
    const text = await textOf(
      pdf((doc) => {
        doc.fontSize(9).lineWidth(0.5);
        for (const y of [100, 130, 190]) doc.moveTo(85, y).lineTo(485, y).stroke();
        doc.moveTo(85, 160).lineTo(285, 160).stroke();
        for (const x of [85, 115, 285, 485]) doc.moveTo(x, 100).lineTo(x, 190).stroke();
        const put = (t: string, x: number, y: number) => doc.text(t, x + 4, y + 8, { lineBreak: false });
        put('TT', 85, 100);
        put('Nhiệm vụ', 115, 100);
        put('Chủ trì', 285, 100);
        put('1', 85, 130);
        put('Việc một', 115, 130);
        put('2', 85, 160);
        put('Việc hai', 115, 160);
        put('Sở Nội vụ', 285, 145);
      }),
    );
    expect(text.trim().split('\n')).toEqual([
      ...[
        '| TT | Nhiệm vụ | Chủ trì |',
        '| --- | --- | --- |',
        '| 1 | Việc một | Sở Nội vụ |',
        '| 2 | Việc hai | Sở Nội vụ |',
      ],
    ]);
  });

  test('a row cut by the page end is one row, names on lines of their own are names', async () => {
    const [x0, x1, x2, x3] = [85, 115, 285, 385];
    const text = await textOf(
      pdf((doc) => {
        doc.fontSize(9).lineWidth(0.5);
        const frame = (from: number, to: number, rules: number[]) => {
          for (const y of rules) doc.moveTo(x0, y).lineTo(x3, y).stroke();
          for (const x of [x0, x1, x2, x3]) doc.moveTo(x, from).lineTo(x, to).stroke();
        };
        const put = (t: string, x: number, y: number) => doc.text(t, x + 4, y, { lineBreak: false });
        frame(680, 784, [680, 700, 740]);
        put('TT', x0, 685);
        put('Nhiệm vụ', x1, 685);
        put('Chủ trì', x2, 685);
        put('1', x0, 710);
        put('Rà soát quy hoạch', x1, 710);
        put('Sở Tài chính', x2, 705);
        put('Văn phòng', x2, 716);
        put('UBND tỉnh', x2, 727);
        put('2', x0, 745);
        put('Xây dựng bộ chỉ số đánh giá', x1, 745);
        put('Sở Nông nghiệp', x2, 745);
        doc.addPage();
        doc.fontSize(9).lineWidth(0.5);
        frame(57, 120, [120]);
        put('chuyển đổi số cấp xã', x1, 65);
        put('và Môi trường', x2, 65);
      }),
    );
    expect(text.trim().split('\n').slice(2)).toEqual([
      '| 1 | Rà soát quy hoạch | Sở Tài chính; Văn phòng UBND tỉnh |',
      '| 2 | Xây dựng bộ chỉ số đánh giá chuyển đổi số cấp xã | Sở Nông nghiệp và Môi trường |',
    ]);
  });

  test('frames, underlines, shading and clips make no table', async () => {
    const text = await textOf(
      pdf((doc) => {
        doc.rect(0, 0, 595, 842).fill('#fafafa').fillColor('black');
        doc.rect(60, 60, 480, 700).clip();
        doc.rect(70, 90, 450, 200).stroke();
        doc.moveTo(100, 118).lineTo(200, 118).stroke();
        doc.text('1. Giao Sở Y tế báo cáo kết quả.', 85, 100, { lineBreak: false });
      }),
    );
    expect(text).toBe('1. Giao Sở Y tế báo cáo kết quả.\n');
  });
});
