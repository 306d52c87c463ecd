import { describe, expect, test } from '@jest/globals';
import { readLines } from '../../../notices/structure/lines.ts';
import { findTables, readAssignmentTable, type TableDirective } from '../../../notices/tables/index.ts';
import { clean } from '../../../notices/text/clean.ts';
import { growth } from '../../support/growth.ts';
import { calendar } from './support.ts';

const context = { anchor: '2025-02-24', calendar } as const;

function rowsOf(text: string): TableDirective[] {
  return findTables(text, readLines(text)).flatMap((t) => readAssignmentTable(text, t, context));
}

/** Label, task, lead, cooperating, dates. */
function inShort(text: string) {
  return rowsOf(text).map((d) => [
    [d.section, d.label].filter(Boolean).join('/'),
    clean(text, [d.task]).text,
    d.lead.map((n) => n.name),
    d.cooperating.map((n) => n.name),
    d.deadlines.map((x) => x.due),
  ]);
}

const PIPES = `| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Kết quả/Sản phẩm |
|:---:|---|---|---|---|---|
| I | HOÀN THIỆN THỂ CHẾ | | | | |
| 1 | Rà soát quy chế làm việc | Sở Tư pháp | Các sở, ban, ngành; UBND các huyện, thành phố | Quý II/2025 | Báo cáo |
| 2 | Xây dựng bộ chỉ số | Sở Nội vụ, Sở Tài chính | -nt- | Trước ngày 30/6/2025 | Quyết định của UBND tỉnh |
| II | CHUYỂN ĐỔI SỐ | | | | |
| 1 | Lập kho dữ liệu dùng chung | Sở Khoa học và Công nghệ (chủ trì), Công an tỉnh | | 2025 | |
| 2 | Tập huấn cán bộ cấp xã | | | Tháng 9 | 02 lớp |
`;

describe('tables between bars', () => {
  test('one directive a row, its section in its path, ditto and merged cells filled from above', () => {
    const both = ['Các sở, ban, ngành', 'UBND các huyện, thành phố'];
    expect(inShort(PIPES)).toEqual([
      ['I/1', 'Rà soát quy chế làm việc', ['Sở Tư pháp'], both, ['2025-06-30']],
      ['I/2', 'Xây dựng bộ chỉ số', ['Sở Nội vụ', 'Sở Tài chính'], both, ['2025-06-29']],
      ['II/1', 'Lập kho dữ liệu dùng chung', ['Sở Khoa học và Công nghệ'], ['Công an tỉnh'], ['2025-12-31']],
      ['II/2', 'Tập huấn cán bộ cấp xã', ['Sở Khoa học và Công nghệ'], [], ['2025-09-30']],
    ]);
    const rows = rowsOf(PIPES);
    expect(rows.map((d) => d.leadBy)).toEqual(['cell', 'cell', 'cell', 'above']);
    expect(rows.map((d) => d.product && PIPES.slice(...d.product))).toEqual([
      'Báo cáo',
      'Quyết định của UBND tỉnh',
      null,
      '02 lớp',
    ]);
  });

  test('every span points at its words', () => {
    for (const d of rowsOf(PIPES)) {
      for (const n of [...d.lead, ...d.cooperating]) expect(PIPES.slice(...(n.span ?? [0, 0]))).toBe(n.name);
      for (const x of d.deadlines) expect(PIPES.slice(...x.span)).toBe(x.phrase);
    }
  });

  test('a head of two rows, numbers of columns, the head repeated on the next page', () => {
    const head = `| TT | Nội dung công việc | Phân công thực hiện | | Thời hạn |
| | | Chủ trì | Phối hợp | |`;
    const text = `${head}
|---|---|---|---|---|
| (1) | (2) | (3) | (4) | (5) |
| 1 | Kiểm kê đất đai | Sở Nông nghiệp và Môi trường | UBND huyện An Bình | 15/4/2025 |
| TT | Nội dung công việc | Chủ trì | Phối hợp | Thời hạn |
| 2 | Nghiệm thu hồ chứa | Sở Xây dựng | | Tháng 3-5/2025 |`;
    expect(inShort(text)).toEqual([
      ['1', 'Kiểm kê đất đai', ['Sở Nông nghiệp và Môi trường'], ['UBND huyện An Bình'], ['2025-04-15']],
      ['2', 'Nghiệm thu hồ chứa', ['Sở Xây dựng'], [], ['2025-05-31']],
    ]);
  });

  test('a grid whose cells run over lines', () => {
    const text = `+----+------------------+---------------+-----------+
| TT | Nhiệm vụ         | Chủ trì       | Thời hạn  |
+====+==================+===============+===========+
| 1  | Sắp xếp các trạm | Sở Nông nghiệp| 30/4/2025 |
|    | bơm nước         | và Môi trường |           |
+----+------------------+---------------+-----------+
| 2  | Sửa đường        | Sở Xây dựng   | quý III   |
+----+------------------+---------------+-----------+`;
    const rows = rowsOf(text);
    expect(rows.map((d) => d.lead.map((n) => n.name))).toEqual([['Sở Nông nghiệp và Môi trường'], ['Sở Xây dựng']]);
    expect(rows.map((d) => d.deadlines[0]?.due)).toEqual(['2025-04-30', '2025-09-30']);
  });

  test('sections named by an agency give their rows the lead', () => {
    const text = `| TT | Nhiệm vụ | Thời hạn |
|---|---|---|
| 1 | Sở Nội vụ | |
| 1.1 | Báo cáo biên chế | 30/3/2025 |
| 2 | Sở Y tế | |
| 2.1 | Báo cáo tiêm chủng | Tháng 6/2025 |`;
    expect(rowsOf(text).map((d) => [d.label, d.lead[0]?.name, d.leadBy])).toEqual([
      ['1.1', 'Sở Nội vụ', 'section'],
      ['2.1', 'Sở Y tế', 'section'],
    ]);
  });

  test.each<[string, string]>([
    [
      'figures',
      '| TT | Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện |\n|---|---|---|---|---|\n| 1 | Thu | tỷ đồng | 9 | 8 |',
    ],
    [
      'what was done',
      '| TT | Nhiệm vụ | Chủ trì | Thời hạn | Kết quả thực hiện |\n|---|---|---|---|---|\n| 1 | Báo cáo A | Sở Y tế | 30/1/2025 | Đã xong |',
    ],
    ['a list without dates', '| TT | Nội dung | Tiến độ |\n|---|---|---|\n| 1 | Cầu số 2 | đạt 80% |'],
  ])('a table of %s assigns nothing', (_, text) => {
    expect(findTables(text, readLines(text))).toHaveLength(1);
    expect(rowsOf(text)).toEqual([]);
  });
});

describe('columns apart by blanks or tabs', () => {
  test('by blanks, cells over several lines', () => {
    const text = `STT   Nội dung công việc                 Đơn vị thực hiện     Thời gian hoàn thành   Sản phẩm
1     Lập danh mục dự án kêu gọi đầu     Sở Tài chính         31/3/2025              Danh mục
      tư trên địa bàn tỉnh
2     Kiểm tra an toàn hồ chứa trước     Sở Nông nghiệp       Trước 15/5             Báo cáo
      mùa mưa bão                        và Môi trường`;
    const rows = rowsOf(text);
    expect(rows.map((d) => d.lead.map((n) => n.name))).toEqual([['Sở Tài chính'], ['Sở Nông nghiệp và Môi trường']]);
    expect(rows.map((d) => d.deadlines[0]?.due)).toEqual(['2025-03-31', '2025-05-14']);
  });

  test('by tabs, with empty cells', () => {
    const text = `TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn
1\tSửa cầu treo\tSở Xây dựng\t\t10/2025
2\tCấp nước\tSở Nông nghiệp và Môi trường\tUBND huyện An Bình\tHằng quý`;
    expect(inShort(text)).toEqual([
      ['1', 'Sửa cầu treo', ['Sở Xây dựng'], [], ['2025-10-31']],
      ['2', 'Cấp nước', ['Sở Nông nghiệp và Môi trường'], ['UBND huyện An Bình'], ['2025-03-31']],
    ]);
  });

  test('running text after the table is no row of it', () => {
    const text = `STT   Nhiệm vụ              Chủ trì         Thời hạn
1     Sửa cầu treo          Sở Xây dựng     10/2025
Các cơ quan, đơn vị chủ động triển khai nhiệm vụ được giao theo quy định hiện hành của pháp luật.`;
    expect(findTables(text, readLines(text))[0]?.rows).toHaveLength(2);
  });
});

describe('a cell of agencies', () => {
  const lead = (cell: string) =>
    inShort(
      `| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Làm đường | ${cell} | 1/6/2025 |`,
    )[0]?.slice(2, 4);
  test.each<[string, string[], string[]]>([
    ['Sở Xây dựng', ['Sở Xây dựng'], []],
    ['Sở Xây dựng; Sở Tài chính', ['Sở Xây dựng', 'Sở Tài chính'], []],
    ['- Sở Xây dựng - Công an tỉnh', ['Sở Xây dựng', 'Công an tỉnh'], []],
    ['Sở Xây dựng chủ trì; Sở Tài chính, Công an tỉnh phối hợp', ['Sở Xây dựng'], ['Sở Tài chính', 'Công an tỉnh']],
    ['Sở Xây dựng (chủ trì), Sở Tài chính (phối hợp)', ['Sở Xây dựng'], ['Sở Tài chính']],
    ['Sở Xây dựng phối hợp với Sở Tài chính', ['Sở Xây dựng'], ['Sở Tài chính']],
    ['Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính', ['Sở Xây dựng'], ['Sở Tài chính']],
    ['Phòng TCHC', ['Phòng TCHC'], []],
    ['các sở, ban, ngành', ['các sở, ban, ngành'], []],
  ])('%s', (cell, leads, cooperating) => {
    expect(lead(cell)).toEqual([leads, cooperating]);
  });
});

describe('a cell of deadlines', () => {
  const due = (cell: string) =>
    rowsOf(
      `| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Làm đường | Sở Xây dựng | ${cell} |`,
    )[0]?.deadlines.map((d) => d.due ?? d.kind);
  test.each<[string, (string | null)[]]>([
    ['Quý II/2025', ['2025-06-30']],
    ['Tháng 6', ['2025-06-30']],
    ['6/2025', ['2025-06-30']],
    ['2025', ['2025-12-31']],
    ['2025 - 2026', ['2026-12-31']],
    ['31.12.2025', ['2025-12-31']],
    ['Trước 30/6', ['2025-06-29']],
    ['Tháng 3; tháng 6/2025', ['2025-03-31', '2025-06-30']],
    ['Thường xuyên', ['recurring']],
    ['Sau khi có hướng dẫn của Bộ', ['event']],
    ['Theo kế hoạch riêng', []],
  ])('%s', (cell, dues) => {
    expect(due(cell)).toEqual(dues);
  });
});

test('time is linear on hostile heads and bars', async () => {
  const families: ((n: number) => string)[] = [
    (n) => 'nhiệm vụ  chủ trì  thời hạn\n'.repeat(n),
    (n) => '| a | b\n\n'.repeat(n),
    (n) => `| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n${'| | và | và | |\n'.repeat(n)}`,
    (n) => `| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n${'| 1 | a | " | " |\n'.repeat(n)}`,
    (n) => `${'a  '.repeat(n)}\n`.repeat(3),
    (n) => `TT\tNhiệm vụ\tChủ trì\tThời hạn\n${'\t \t'.repeat(n)}`,
  ];
  const reading = (text: string) => () => rowsOf(text);
  // Four times the text; quadratic would be sixteen times the time.
  for (const family of families)
    expect(await growth(reading(family(4000)), reading(family(16_000)), 9)).toBeLessThan(9);
});
