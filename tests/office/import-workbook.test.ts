import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { readTableFile } from '../../office/import/table.ts';
import { ImportDesk } from './import-support.ts';

interface Sheet {
  readonly name: string;
  /** Each cell as its XML without the reference: `text('…')`, `day(46000)`, or '' for none. */
  readonly rows: readonly (readonly string[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  /** Columns from 1, both ends: as Excel writes a stretch of them. */
  readonly hiddenColumns?: readonly (readonly [number, number])[];
  readonly hidden?: boolean;
  /** The workbook counts its days from 1904. */
  readonly since1904?: boolean;
}

const text = (t: string) => ` t="inlineStr"><is><t>${t.replaceAll('&', '&amp;')}</t></is></c>`;
const formula = (f: string) => `><f>${f}</f><v></v></c>`;
const failed = (mark: string) => ` t="e"><f>VLOOKUP(A1,B:C,2,0)</f><v>${mark}</v></c>`;

/** A workbook (.xlsx) as small as one can be. */
async function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const zip = new JSZip();
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets
      .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`)
      .join('')}</Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}">${sheets[0]?.since1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map(
        (s, i) => `<sheet name="${s.name}" sheetId="${i + 1}"${s.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packed}/relationships">${sheets
      .map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  );
  sheets.forEach((s, i) => {
    const rows = s.rows.map((cells, r) => {
      const written = cells.map((c, k) => (c === '' ? '' : `<c r="${String.fromCharCode(65 + k)}${r + 1}"${c}`));
      return `<row r="${r + 1}"${s.hiddenRows?.includes(r + 1) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
    });
    const merges = (s.merges ?? []).map((m) => `<mergeCell ref="${m}"/>`).join('');
    const columns = (s.hiddenColumns ?? [])
      .map(([min, max]) => `<col min="${min}" max="${max}" width="0" hidden="1"/>`)
      .join('');
    zip.file(
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet xmlns="${main}">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`,
    );
  });
  return zip.generateAsync({ type: 'uint8array' });
}

const HEAD = ['Số/ký hiệu', 'Ngày ban hành', 'Nội dung', 'Chủ trì', 'Hạn', 'Trạng thái'].map(text);
const row = (task: string, due: string, more: { document?: string; status?: string } = {}) => [
  more.document === '' ? '' : text('7/TB-VP'),
  more.document === '' ? '' : text('03/03/2025'),
  text(task),
  text('Sở Y tế'),
  due,
  text(more.status ?? 'Chưa thực hiện'),
];

let desk: ImportDesk;
beforeAll(async () => {
  desk = await ImportDesk.open();
});
afterAll(() => desk.close());

let files = 0;
const plan = async (...sheets: readonly Sheet[]) =>
  desk.plan(await desk.file(`so-${files++}.xlsx`, await workbook(...sheets)));

test('a cell joined downwards holds for each of its rows', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [
      HEAD,
      row('Kiểm kê hồ chứa', text('30/09/2025')),
      row('Sửa cống xả', '', { document: '' }),
      row('Nạo vét kênh', '', { document: '' }),
      row('Trồng rừng phòng hộ', ''),
    ],
    merges: ['E2:E4', 'A2:A4', 'B2:B4'],
  });
  expect(read.faults).toEqual([]);
  expect(read.works.map((w) => [w.row.number, w.row.due])).toEqual([
    ['7/TB-VP', '2025-09-30'],
    ['7/TB-VP', '2025-09-30'],
    ['7/TB-VP', '2025-09-30'],
    ['7/TB-VP', null],
  ]);
});

test('a formula without a value and one that failed are faults of their row, never “no deadline”', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [
      HEAD,
      row('Lập danh mục', formula('B2+30')),
      row('Rà soát', failed('#N/A')),
      row('Báo cáo', text('#REF!')),
      row('Tổng hợp', text('30/09/2025')),
    ],
  });
  expect(read.works.map((w) => w.row.text)).toEqual(['Tổng hợp']);
  expect(read.faults).toHaveLength(3);
  expect(read.faults[0]).toMatch(/^dòng 2, cột “Hạn”: công thức “=B2\+30” chưa có giá trị/);
  expect(read.faults[1]).toMatch(/^dòng 3, cột “Hạn”: công thức cho ra #N\/A/);
  expect(read.faults[2]).toMatch(/^dòng 4, cột “Hạn”: công thức cho ra #REF!/);
});

test('a cell joined sideways with another column says nothing for its own: a fault, never “no deadline”', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [HEAD, row('Kiểm kê hồ chứa', ''), row('Sửa cống xả', text('30/09/2025')), [text('I. Thủy lợi')]],
    // A heading between rows is one cell across all columns.
    merges: ['D2:E2', 'A4:F4'],
  });
  expect(read.works.map((w) => w.row.text)).toEqual(['Sửa cống xả']);
  expect(read.faults).toEqual(['dòng 2, cột “Hạn”: ô này gộp với ô của cột “Chủ trì”; bỏ gộp rồi ghi riêng từng cột']);
});

test('what only looks filled in is asked about: signs of a column too narrow, ticks', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [
      HEAD,
      row('Kiểm kê hồ chứa', text('########')),
      row('Sửa cống xả', text('30/09/2025'), { status: '✓' }),
      row('Nạo vét kênh', text('…'), { status: '…' }),
      row('Trồng rừng', text("'30/09/2025")),
    ],
  });
  expect(read.works.map((w) => [w.row.text, w.row.due])).toEqual([
    ['Nạo vét kênh', null],
    ['Trồng rừng', '2025-09-30'],
  ]);
  expect(read.faults).toEqual([
    expect.stringMatching(/^dòng 2, cột “Hạn”: “########” là ô bị che/),
    expect.stringMatching(/^dòng 3, cột “Trạng thái”: “✓” không rõ/),
  ]);
});

test('plain numbers are days by the count the workbook says', async () => {
  // 45930 from 1899-12-30 and 44468 from 1904-01-01 are both 30/09/2025.
  const number = (n: number) => `><v>${n}</v></c>`;
  const due = async (n: number, since1904: boolean) =>
    (await plan({ name: 'Việc', since1904, rows: [HEAD, row('Kiểm kê hồ chứa', number(n))] })).works[0]?.row.due;
  expect(await due(45930, false)).toBe('2025-09-30');
  expect(await due(44468, true)).toBe('2025-09-30');
});

describe('sheets', () => {
  const cover: Sheet = { name: 'Bìa', rows: [[text('SỔ THEO DÕI NHIỆM VỤ NĂM 2025')]] };
  const list = (name: string, task: string, more: Partial<Sheet> = {}): Sheet => ({
    name,
    rows: [HEAD, row(task, text('30/09/2025'))],
    ...more,
  });

  test('a cover sheet is passed over and the sheet that is read is named', async () => {
    const read = await plan(cover, list('Quý I', 'Việc quý một'));
    expect(read.works.map((w) => w.row.text)).toEqual(['Việc quý một']);
    expect(read.notes).toEqual([expect.stringMatching(/“Quý I”/)]);
  });

  test('another sheet with tasks is said, and read when it is asked for by name or number', async () => {
    const bytes = await workbook(list('Tháng 3', 'Việc tháng ba'), list('Tháng 4', 'Việc tháng tư'));
    const path = await desk.file('hai-trang.xlsx', bytes);
    const read = await desk.plan(path);
    expect(read.works.map((w) => w.row.text)).toEqual(['Việc tháng ba']);
    expect(read.notes[0]).toMatch(/Trang tính khác .*“Tháng 4”.*--sheet/);
    for (const sheet of ['tháng 4', '2']) {
      const { rows } = await readTableFile(path, sheet);
      expect(rows[1]?.cells[2]).toBe('Việc tháng tư');
    }
    await expect(readTableFile(path, 'Tháng 5')).rejects.toThrow(
      /không có trang tính “Tháng 5”; các trang: “Tháng 3”, “Tháng 4”/,
    );
  });

  test('a hidden sheet is never chosen before one that is seen', async () => {
    const read = await plan(list('Nháp', 'Bản nháp', { hidden: true }), list('Chính thức', 'Bản chính'));
    expect(read.works.map((w) => w.row.text)).toEqual(['Bản chính']);
    expect(read.notes.join(' ')).toMatch(/trang đầu đang ẩn.*“Nháp \(đang ẩn\)”/);
  });

  test('where none holds tasks, the refusal names the sheets', async () => {
    await expect(plan(cover, { name: 'Số liệu', rows: [[text('Thu'), text('Chi')]] })).rejects.toThrow(
      /thiếu cột .*“Bìa”, “Số liệu”/,
    );
  });
});

test('rows that are hidden are read, and said', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [HEAD, row('Việc thấy', text('30/09/2025')), row('Việc ẩn', text('30/09/2025'))],
    hiddenRows: [3],
  });
  expect(read.works).toHaveLength(2);
  expect(read.notes).toEqual([expect.stringMatching(/^1 dòng đang ẩn .*dòng 3/)]);
});

test('columns that are hidden are read, and said where anything stands in them', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [HEAD, row('Việc', text('30/09/2025'))],
    hiddenColumns: [
      [5, 5],
      [7, 16384],
    ],
  });
  expect(read.works[0]?.row.due).toBe('2025-09-30');
  expect(read.notes).toEqual([expect.stringMatching(/^1 cột đang ẩn .*cột E;/)]);
});

test('a head of two rows, what spans several columns above what heads each', async () => {
  const read = await plan({
    name: 'Việc',
    rows: [
      [text('Văn bản giao việc'), '', text('Nội dung'), text('Đơn vị chủ trì'), text('Thời hạn'), '', text('Kết quả')],
      [text('Số, ký hiệu'), text('Ngày ban hành'), '', '', text('Được giao'), text('Thực tế hoàn thành'), ''],
      [...row('Lập quy hoạch chợ', text('30/04/2025')).slice(0, 5), text('28/04/2025'), text('Hoàn thành')],
    ],
    merges: ['A1:B1', 'E1:F1', 'C1:C2', 'D1:D2', 'G1:G2'],
  });
  expect(read.faults).toEqual([]);
  const [work] = read.works;
  expect([work?.row.due, work?.row.closed, work?.row.status]).toEqual(['2025-04-30', '2025-04-28', 'approved']);
});

test('one cell far out is refused in a line before it fills the memory', async () => {
  const zip = await JSZip.loadAsync(await workbook({ name: 'Việc', rows: [HEAD] }));
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = (await zip.file(name)?.async('string')) ?? '';
  zip.file(name, sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'));
  const path = await desk.file('xa.xlsx', await zip.generateAsync({ type: 'uint8array' }));
  await expect(readTableFile(path)).rejects.toThrow(/trải tới dòng 1048576/);
});
