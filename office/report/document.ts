import { firstRowsOf, MOST_IN_WORD } from './first-rows.ts';
import type { ReportDocument, ReportTable } from './tables.ts';

const FONT = 'Times New Roman';
/** Half points. */
const SIZE = { title: 28, text: 26, cell: 24 } as const;

/** The report as the bytes of a .docx, long lists shortened, in the type and size of office documents (Nghị định 30/2020/NĐ-CP). */
export async function reportDocx(report: ReportDocument): Promise<Buffer> {
  const {
    AlignmentType,
    Document,
    Packer,
    PageOrientation,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx');
  const text = (words: string, size: number, bold = false) => new TextRun({ text: words, font: FONT, size, bold });
  const cell = (value: string | number, bold: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: typeof value === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [text(String(value), SIZE.cell, bold)],
        }),
      ],
    });
  const tableOf = ({ head, rows }: ReportTable) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((value) => cell(value, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((value) => cell(value, false)) })),
      ],
    });
  const heading = (words: string, size: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 120 },
      children: [text(words, size, true)],
    });
  const document = new Document({
    title: report.title,
    styles: { default: { document: { run: { font: FONT, size: SIZE.text, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          heading(report.title.toLocaleUpperCase('vi'), SIZE.title),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [text(report.asOf, SIZE.text)] }),
          ...report.tables
            .map((table) => firstRowsOf(table, MOST_IN_WORD))
            .flatMap((table) => [heading(table.title, SIZE.text), tableOf(table)]),
          ...report.notes.map((note) => new Paragraph({ spacing: { before: 120 }, children: [text(note, SIZE.text)] })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
