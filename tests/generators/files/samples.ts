import { Paragraph, TextRun } from 'docx';
import writeExcel from 'write-excel-file/node';
import { asDocx, asPdf, asText, drawTable, NOTICE, PAGE, pack, pdf, table } from '../../notices/formats/support.ts';
import { oldWord } from './old-word.ts';

export type FileForm = 'docx' | 'pdf' | 'doc' | 'rtf' | 'xlsx';

/** A file as an office has it, to be spoilt. */
export interface SampleFile {
  readonly form: FileForm;
  readonly bytes: Buffer;
}

const HEAD = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'];
const ROWS = [
  ['1', 'Rà soát quy hoạch sử dụng đất', 'Sở Tài chính', 'Sở Y tế; Sở Xây dựng', '15/3/2025'],
  ['2', 'Sắp xếp các trạm y tế', 'Sở Y tế', '', 'Quý II/2025'],
];

/** One file and more of every form, with what its form has: lists, tables, notes, tracked changes, fields, pages. */
export async function sampleFiles(): Promise<SampleFile[]> {
  const docx = [
    await asDocx(NOTICE),
    await asDocx(NOTICE, { automatic: true, after: [table([HEAD, ...ROWS])] }),
    await pack(
      [
        ...NOTICE.body.map((t) => new Paragraph({ children: [new TextRun({ text: t, strike: t.startsWith('4') })] })),
        table([HEAD, ...ROWS, ...ROWS]),
      ],
      { 1: { children: [new Paragraph('Ghi chú dưới trang.')] } },
    ),
  ];
  const drawn = (compress: boolean): Promise<Buffer> =>
    pdf(
      (d) => {
        for (const line of [...NOTICE.left, ...NOTICE.right, ...NOTICE.body]) d.text(line);
        d.addPage();
        drawTable(d, [HEAD, ...ROWS], [30, 150, 90, 110, 80], PAGE.top);
      },
      { compress },
    );
  const pdfs = [await asPdf(NOTICE), await drawn(false), await drawn(true)];
  const sheet = await writeExcel([HEAD, ...ROWS].map((row) => row.map((value) => ({ value })))).toBuffer();
  const lines = asText(NOTICE).split('\n');
  return [
    ...docx.map((bytes) => ({ form: 'docx' as const, bytes })),
    ...pdfs.map((bytes) => ({ form: 'pdf' as const, bytes })),
    { form: 'doc', bytes: oldWord([...lines, ...ROWS.flatMap((r) => r.map((c) => `${c}\u0007`))]) },
    { form: 'rtf', bytes: richText(lines) },
    { form: 'xlsx', bytes: Buffer.from(sheet) },
  ];
}

function richText(lines: readonly string[]): Buffer {
  const letters = (words: string): string =>
    words.replace(
      /[^\x20-\x7e]/gu,
      (c) => `\\u${c.charCodeAt(0) > 0x7fff ? c.charCodeAt(0) - 0x10000 : c.charCodeAt(0)}?`,
    );
  const row = (cells: readonly string[]): string =>
    `\\trowd\\intbl ${cells.map((c) => `${letters(c)}\\cell `).join('')}\\row `;
  const body = lines.map((l) => `{\\pard ${letters(l)}\\par}`).join('\n');
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0 Times New Roman;}{\\f1\\fnil .VnTime;}}{\\header ${letters('Trang')}\\par}` +
      `${body}${row(HEAD)}${ROWS.map(row).join('')}{\\f1 S\\'eb Y t\\'d5}{\\strike 30/4/2025}{\\*\\shppict{\\pict\\pngblip 89504e47}}\\par}`,
    'latin1',
  );
}
