import type { ReportDocument } from './tables.ts';

/** The report as the bytes of an .xlsx: a sheet a table, numbers as numbers. */
export async function reportWorkbook(report: ReportDocument): Promise<Buffer> {
  const { default: writeExcel } = await import('write-excel-file/node');
  const bold = { fontWeight: 'bold' as const };
  const sheets = report.tables.map((table) => ({
    sheet: table.title.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31),
    data: [
      [{ value: `${report.title}: ${table.title}`, ...bold }],
      [{ value: report.asOf }],
      [],
      table.head.map((value) => ({ value, ...bold, wrap: true })),
      ...table.rows.map((row) => row.map((value) => ({ value, wrap: typeof value === 'string' }))),
      ...(table === report.tables[0] ? [[], ...report.notes.map((value) => [{ value }])] : []),
    ],
    columns: table.head.map((_, i) => ({ width: i === 0 ? 34 : 16 })),
  }));
  return writeExcel(sheets as never).toBuffer();
}
