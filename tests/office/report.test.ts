import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { reportDocx } from '../../office/report/document.ts';
import { firstRowsOf } from '../../office/report/first-rows.ts';
import { GROUPINGS, reportDocument } from '../../office/report/tables.ts';
import { reportWorkbook } from '../../office/report/workbook.ts';
import { CELLS, type ReportRow, reportOf } from '../../register/index.ts';

const AS_OF = Date.UTC(2025, 3, 1, 5);

const row = fc
  .record({
    cell: fc.option(fc.constantFrom(...CELLS), { nil: null }),
    lead: fc.array(fc.record({ name: fc.constantFrom('Sở Y tế', 'Sở Tài chính', 'Công an tỉnh') }), { maxLength: 2 }),
    issuer: fc.option(fc.constantFrom('Văn phòng UBND tỉnh', 'Tỉnh ủy'), { nil: null }),
    due: fc.option(fc.constantFrom('2025-01-31', '2025-02-28', '2025-12-31'), { nil: null }),
    daysLate: fc.integer({ min: 1, max: 200 }),
  })
  .map(
    (given): ReportRow => ({
      ...{ directiveId: 'a/1', noticeId: 'a', notice: '31/TB-VP', code: '1', status: 'assigned' },
      ...{ ...given, withDeadline: given.due !== null, awaitingApproval: false },
      daysLate: given.cell === 'openOverdue' ? given.daysLate : 0,
    }),
  );

test('every table of parts adds up to the whole, whatever the rows', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const report = reportOf(AS_OF, rows);
      const { tables } = reportDocument(report);
      const groups = tables.slice(1, 1 + GROUPINGS.length);
      for (const { rows: lines } of report.total === 0 ? [] : groups) {
        const sum = lines.at(-1) ?? [];
        for (let column = 1; column <= CELLS.length + 2; column++) {
          const parts = lines.slice(0, -1).reduce((total, line) => total + Number(line[column]), 0);
          expect(parts).toBe(Number(sum[column]));
        }
        expect(sum[CELLS.length + 2]).toBe(report.total);
      }
    }),
    { numRuns: 100 },
  );
});

test('late ones are named, the longest first, and counted past 30 and 120 days', () => {
  const [one] = fc.sample(row, 1);
  if (!one) throw new Error('no row');
  const rows = [10, 150, 40].map((daysLate): ReportRow => ({ ...one, cell: 'openOverdue', daysLate }));
  const late = reportDocument(reportOf(AS_OF, rows), []).tables.at(-1);
  expect(late?.title).toBe('Đang quá hạn: 3, trong đó quá 30 ngày: 2, quá 120 ngày: 1');
  expect(late?.rows.map((line) => line.at(-1))).toEqual([150, 40, 10]);
});

test('months stand in their order as people write them; capitals of a letterhead make no issuer of their own', () => {
  const [one] = fc.sample(row, 1);
  if (!one) throw new Error('no row');
  const given: [string | null, string][] = [
    ['2026-01-15', 'VĂN PHÒNG UBND TỈNH HẢI SƠN'],
    ['2025-12-31', 'Văn phòng UBND tỉnh Hải Sơn'],
    [null, 'Tỉnh ủy'],
  ];
  const rows = given.map(([due, issuer]): ReportRow => ({ ...one, cell: 'openInTime', due, issuer }));
  const [, , issuers, months] = reportDocument(reportOf(AS_OF, rows)).tables;
  expect(months?.rows.map(([name]) => name)).toEqual(['12/2025', '01/2026', '(không hạn)', 'Cộng']);
  expect(issuers?.rows.map((line) => [line[0], line.at(-2)])).toEqual([
    ['Văn phòng UBND tỉnh Hải Sơn', 2],
    ['Tỉnh ủy', 1],
    ['Cộng', 3],
  ]);
});

test('a list that is too long for a .docx or a page says how many it has in all, and where they are', async () => {
  const [one] = fc.sample(row, { numRuns: 1, seed: 5 });
  if (!one) throw new Error('no row');
  const rows = Array.from({ length: 1_200 }, (_, i): ReportRow => {
    return { ...one, directiveId: `n-${i}`, cell: 'openOverdue', due: '2025-03-03', daysLate: 1_200 - i };
  });
  const document = reportDocument(reportOf(AS_OF, rows));
  const whole = document.tables.at(-1);
  expect(whole?.rows).toHaveLength(1_200);
  const zip = await JSZip.loadAsync(await reportDocx(document));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  expect(xml).toContain('1000 dòng đầu trong 1200; tệp .xlsx tải về có đủ');
  const others = document.tables.slice(0, -1).reduce((sum, { rows }) => sum + rows.length + 1, 0);
  expect(xml.match(/<w:tr>/g)).toHaveLength(others + 1 + 1_000);
  for (const table of document.tables.slice(0, -1)) expect(firstRowsOf(table, 1)).toBe(table);
});

test('an .xlsx and a .docx hold the same figures', async () => {
  const rows = fc.sample(row, { numRuns: 20, seed: 4 });
  const document = reportDocument(reportOf(AS_OF, rows));
  const sheets = await readExcel(await reportWorkbook(document));
  expect(sheets).toHaveLength(document.tables.length);
  const [whole] = sheets;
  expect(whole?.data.flat()).toEqual(expect.arrayContaining([...(document.tables[0]?.rows.at(-1) ?? [])]));
  const zip = await JSZip.loadAsync(await reportDocx(document));
  const words = (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, ' ') ?? '';
  for (const table of document.tables) expect(words).toContain(table.title);
});
