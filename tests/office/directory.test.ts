import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import writeExcel from 'write-excel-file/node';
import { DirectoryImport } from '../../office/directory/import-file.ts';
import { skeletonOf } from '../../office/directory/skeleton.ts';
import { directoryFromFile } from '../../office/directory/workbook.ts';
import { EMPTY_DIRECTORY, slugOf } from '../../register/index.ts';
import { DATABASES, openFresh } from '../register/support.ts';
import { sketchNotice } from '../support/notice.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Cell = string | number | Date;

async function sheet(name: string, rows: readonly (readonly Cell[])[]): Promise<string> {
  const path = join(folder, name);
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, ...formatOf(value) })));
  await writeFile(path, await writeExcel([{ sheet: 'Danh bạ', data }] as never).toBuffer());
  return path;
}

const formatOf = (value: Cell) => (value instanceof Date ? { type: Date, format: 'dd/mm/yyyy' } : {});

describe('a directory in a sheet', () => {
  const head = ['Tên đơn vị', 'Tên khác', 'Họ và tên', 'Thư điện tử', 'Điện thoại', 'Vai trò', 'Chức vụ', 'Từ ngày'];

  test('has headings, roles, days and numbers as an office writes them', async () => {
    const path = await sheet('danh-ba.xlsx', [
      head,
      ['Sở Y tế', 'SYT', 'Phạm Văn Ba', 'ba@syt.example', 912345678, 'Đầu mối', 'Chuyên viên', ''],
      [
        'Sở Y tế',
        '',
        'Lê Thị Tư',
        'tu@syt.example',
        '0912345679',
        'Người đứng đầu',
        'Giám đốc',
        new Date('2025-03-01'),
      ],
    ]);
    expect(await directoryFromFile(path)).toMatchObject({
      agencies: [{ id: 'so-y-te', name: 'Sở Y tế', aliases: ['SYT'] }],
      people: [
        { name: 'Phạm Văn Ba', phone: '84912345678' },
        { name: 'Lê Thị Tư', phone: '84912345679' },
      ],
      positions: [
        { agency: 'so-y-te', function: 'contact', title: 'Chuyên viên' },
        { agency: 'so-y-te', function: 'head', from: '2025-03-01' },
      ],
    });
  });

  test('that is wrong is told by its row, or by its column', async () => {
    const wrong = await sheet('sai.xlsx', [head, ['Sở Y tế', '', 'Ba', 'không-phải-thư', '', 'Đầu mối', '', '']]);
    await expect(directoryFromFile(wrong)).rejects.toThrow(/sai\.xlsx:2: .*email/);
    const odd = await sheet('la.xlsx', [
      ['Tên đơn vị', 'Màu'],
      ['Sở Y tế', 'xanh'],
    ]);
    await expect(directoryFromFile(odd)).rejects.toThrow(/không biết cột “Màu”/);
    const row = (role: string, mail = 'ba@syt.example') => ['Sở Y tế', '', 'Ba', mail, '', role, '', ''];
    const boss = await sheet('vai.xlsx', [head, row('Giám đốc')]);
    await expect(directoryFromFile(boss)).rejects.toThrow(/vai\.xlsx:2: không biết vai trò “Giám đốc”/);
    const blank = await sheet('cach.xlsx', [head, row('Đầu mối', 'ba @syt.example')]);
    await expect(directoryFromFile(blank)).rejects.toThrow(/cach\.xlsx:2: .*“ba @syt\.example”/);
    const nameless = await sheet('thieu.xlsx', [head, row('Đầu mối'), ['', ...row('Đầu mối').slice(1)]]);
    await expect(directoryFromFile(nameless)).rejects.toThrow(/thieu\.xlsx:3: thiếu tên đơn vị/);
  });

  test('is looked at before it is taken, and what of the file was not read is said there too', async () => {
    const one = (name: string) =>
      [
        ['Tên đơn vị', 'Họ và tên', 'Vai trò'],
        [name, 'Phạm Văn Ba', 'Đầu mối'],
      ].map((row) => row.map((value) => ({ value })));
    const sheets = [
      { sheet: 'Các sở', data: one('Sở Y tế') },
      { sheet: 'Các xã', data: one('UBND xã An Bình') },
    ];
    const bytes = await writeExcel(sheets as never).toBuffer();
    const [sqlite] = DATABASES;
    if (!sqlite) throw new Error('no database');
    const opened = await openFresh(sqlite);
    try {
      const { notes, loaded } = await new DirectoryImport(opened.register, folder).look(
        { name: 'hai-bang.xlsx', bytes },
        '2026-03-02',
      );
      expect(loaded.agencies).toHaveLength(1);
      expect(notes).toEqual([expect.stringContaining('“Các xã”')]);
      expect(notes.join()).not.toContain(tmpdir());
    } finally {
      await opened.close();
    }
  });

  test('has a title above it, two rows of headings, numbers and notes beside it', async () => {
    const path = await sheet('phu-luc.xlsx', [
      ['DANH BẠ CÁC ĐƠN VỊ NĂM 2026', '', '', '', ''],
      ['STT', 'Đơn vị', 'Người nhận', '', 'Ghi chú'],
      ['STT', 'Tên đơn vị', 'Họ tên', 'Vai trò', 'Ghi chú'],
      [1, 'Sở Y tế', 'Phạm Văn Ba', 'Đầu mối', 'mới'],
    ]);
    expect(await directoryFromFile(path)).toMatchObject({
      agencies: [{ id: 'so-y-te' }],
      positions: [{ agency: 'so-y-te', function: 'contact' }],
    });
  });

  test('on one of several sheets is found, and a second list is said', async () => {
    const path = join(folder, 'nhieu-trang.xlsx');
    const rows = (name: string) => [head.slice(0, 1), [name]].map((row, i) => [...row, ['Loại', 'so'][i]]);
    const page = (name: string, data: readonly (readonly unknown[])[]) => ({
      ...{ sheet: name, data: data.map((row) => row.map((value) => ({ value }))) },
    });
    const book = [page('Bìa', [['Danh bạ']]), page('Sở', rows('Sở Y tế')), page('Xã', rows('UBND xã An'))];
    await writeFile(path, await writeExcel(book as never).toBuffer());
    const said: string[] = [];
    expect((await directoryFromFile(path, (words) => said.push(words))).agencies).toMatchObject([{ name: 'Sở Y tế' }]);
    expect(said.join()).toContain('Chỉ đọc trang tính “Sở”; trang khác cũng có danh bạ, chưa nạp: “Xã”');
  });
});

describe('the skeleton of a notice', () => {
  const notice = sketchNotice('12/TB-VP', '2025-02-24', [
    { id: '1', lead: 'Sở Y tế', due: '2025-03-31' },
    { id: '2', lead: 'Sở Y tế', due: '2025-04-30' },
    { id: '3', lead: 'UBND phường Bến Đình', due: null },
  ]);

  test('has each agency once, and is a directory once somebody is filled in', async () => {
    const { text, agencies } = skeletonOf([notice], EMPTY_DIRECTORY);
    expect(agencies).toBe(2);
    const path = join(folder, 'khung.yaml');
    await writeFile(path, text.replace(/^ {2}# (?!Sở|UBND)/gm, '  ').replace(/ten@/g, 'ba@'));
    const directory = await directoryFromFile(path);
    expect(directory.agencies.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'so-y-te Sở Y tế',
      'ubnd-phuong-ben-dinh UBND phường Bến Đình',
    ]);
    expect(skeletonOf([notice], directory).agencies).toBe(0);
  });

  test('ids are letters, digits and hyphens', () => {
    expect(slugOf('Đài PT-TH tỉnh (cơ sở 2)')).toBe('dai-pt-th-tinh-co-so-2');
  });
});
