import { describe, expect, test } from '@jest/globals';
import { growth } from '../support/growth.ts';
import { directives, inShort } from './support.ts';

/** A table as a web page is copied: each cell on lines of its own, a bar between two, two bars between rows. */
function listed(...rows: readonly string[][]): string {
  return rows.map((cells) => `|\n${cells.map((c) => (c === '' ? '|\n' : `${c}\n|\n`)).join('')}`).join('');
}

const HEAD = ['**TT**', '**Nhiệm vụ**', '**Chủ trì**', '**Phối hợp**', '**Thời gian hoàn\nthành**', '**Sản phẩm**'];

const short = (table: string) => directives(table).map(inShort);

describe('a table with one cell a line', () => {
  test('rows, an empty cell, a section across the table', () => {
    expect(
      short(
        listed(
          HEAD,
          ['**I**', '**HOÀN THIỆN THỂ CHẾ**'],
          ['1', 'Rà soát quy định về\nbến thủy', 'Sở Xây dựng', 'Sở Tư pháp; Công an tỉnh', 'Quý II/2025', 'Báo cáo'],
          ['2', 'Lập danh mục hồ chứa', 'Sở Nông nghiệp và\nMôi trường', '', 'Năm 2025', ''],
          ['**II**', '**HẠ TẦNG**'],
          ['1', 'Sửa chữa cầu treo', 'UBND các xã, phường', 'Sở Xây dựng', 'Thường xuyên', ''],
        ),
      ),
    ).toEqual([
      ['B1.I.1', ['Sở Xây dựng'], ['Sở Tư pháp', 'Công an tỉnh'], ['2025-06-30']],
      ['B1.I.2', ['Sở Nông nghiệp và Môi trường'], [], ['2025-12-31']],
      ['B1.II.1', ['UBND các xã, phường'], ['Sở Xây dựng'], [null]],
    ]);
  });

  test('a cell merged downwards is said once and holds for the rows beside it', () => {
    const [first, second] = directives(
      listed(
        HEAD,
        ['1', 'Xây dựng kho dữ liệu đất đai', 'Sở Tài chính', 'Sở Nội vụ', 'Quý III/2025', 'Kho dữ liệu'],
        ['Sao lưu dữ liệu hằng đêm tại cơ sở dự phòng', 'Sở Khoa học và Công nghệ'],
        ['2', 'Đào tạo cán bộ vận hành', 'Sở Nội vụ', 'Sở Tài chính', 'Quý IV/2025', 'Lớp học'],
      ),
    );
    expect(inShort(first as never)[3]).toEqual(['2025-09-30']);
    expect(second?.lead[0]?.name).toBe('Sở Khoa học và Công nghệ');
    expect(second?.cooperating.map((n) => n.name)).toEqual(['Sở Nội vụ']);
    expect(second?.deadlines[0]?.due).toBe('2025-09-30');
    expect(second?.text.startsWith('Sao lưu dữ liệu')).toBe(true);
    expect(second?.text).not.toContain('Kho dữ liệu');
  });

  test('two tasks in a cell, their agencies line for line beside them', () => {
    expect(
      short(
        listed(HEAD, [
          '1',
          'Bố trí người trực cổng dữ liệu.\nBố trí máy chủ dự phòng.',
          'Sở Nội vụ\nSở Tài chính',
          'Sở Tài chính\nSở Nội vụ',
          'Năm 2026',
          '',
        ]),
      ).map(([, ...rest]) => rest),
    ).toEqual([
      [['Sở Nội vụ'], ['Sở Tài chính'], ['2026-12-31']],
      [['Sở Tài chính'], ['Sở Nội vụ'], ['2026-12-31']],
    ]);
  });

  test('a head of two rows, whichever of its cells spans the second', () => {
    expect(
      short(
        listed(
          ['STT', 'Nội dung', 'Trách nhiệm thực hiện', 'Thời hạn'],
          ['Cơ quan chủ trì', 'Cơ quan phối hợp'],
          ['1', 'Kiểm kê rừng phòng hộ', 'Chi cục Kiểm lâm', 'UBND các xã', '30/6/2025'],
        ),
      ),
    ).toEqual([['B1.1', ['Chi cục Kiểm lâm'], ['UBND các xã'], ['2025-06-30']]]);
  });

  test('signatures and recipients between bars are no table, and what stands below one is none of it', () => {
    const table = listed(HEAD, ['1', 'Kiểm tra hồ đập', 'Sở Xây dựng', '', '30/4/2025', 'Báo cáo']);
    const read = short(`${listed(['Nơi nhận:\n- Như trên;', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'])}
PHỤ LỤC
${table}

Ghi chú: số liệu tính đến ngày 01/02/2025.
`);
    expect(read).toEqual([['PL.1', ['Sở Xây dựng'], [], ['2025-04-30']]]);
  });

  test('who follows the work is read from a column of its own, as is the product', () => {
    const [d] = directives(
      listed(
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn', 'Sản phẩm', 'Theo dõi, đôn đốc'],
        ['1', 'Lập bản đồ ngập lụt', 'Sở Nông nghiệp và Môi trường', '30/9/2025', 'Bản đồ số', 'Văn phòng UBND tỉnh'],
      ),
    );
    expect(d?.supervisor.map((n) => n.name)).toEqual(['Văn phòng UBND tỉnh']);
    expect(d?.product).toBe('Bản đồ số');
  });

  test('a list of bars costs time in proportion to its length', async () => {
    const families: ((n: number) => string)[] = [
      (n) => '|\n'.repeat(n),
      (n) => '|\nTT\n|\nNhiệm vụ\n|\nChủ trì\n|\nThời hạn\n|\n'.repeat(n / 8),
      (n) => listed(HEAD, ...Array.from({ length: n / 12 }, () => ['1', 'Việc', '', '', '', ''])),
      (n) => `|\n${'TT\n|\n'.repeat(n)}`,
    ];
    const reading = (text: string) => () => directives(text);
    // Four times the length; quadratic work would be sixteenfold.
    for (const family of families)
      expect(await growth(reading(family(2000)), reading(family(8000)), 9)).toBeLessThan(9);
  });
});

describe('the names of a cell', () => {
  const lead = (cell: string) =>
    directives(
      `| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Làm đường | ${cell} | 1/6/2025 |`,
    ).map((d) => d.lead.map((n) => n.name));
  test.each<[string, string[]]>([
    ['Các tổ chức hoạt động thủy sản ven bờ', ['Các tổ chức hoạt động thủy sản ven bờ']],
    [
      'Trung tâm Hỗ trợ đầu tư, thương mại và du lịch tỉnh; Sở Y tế',
      ['Trung tâm Hỗ trợ đầu tư, thương mại và du lịch tỉnh', 'Sở Y tế'],
    ],
    ['Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã', ['Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã']],
    ['Theo phân công tại Quyết định số 12/QĐ-UBND', []],
  ])('%s', (cell, names) => {
    expect(lead(cell)).toEqual([names]);
  });
});
