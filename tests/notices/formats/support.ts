import { createRequire } from 'node:module';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import PDFDocument from 'pdfkit';
import { civilServants } from '../../../dsl/time/civil-servants.ts';

export const calendar = civilServants;

const require = createRequire(import.meta.url);
const SERIF = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf');

/** A notice in parts, written in the three forms. */
export interface Parts {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly body: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
}

export const NOTICE: Parts = {
  left: ['ỦY BAN NHÂN DÂN', 'TỈNH HẢI SƠN', 'Số: 12/TB-UBND'],
  right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Hải Sơn, ngày 24 tháng 02 năm 2025'],
  body: [
    'THÔNG BÁO',
    'Kết luận của Chủ tịch UBND tỉnh về công tác quy hoạch',
    'Ngày 20/02/2025, Chủ tịch UBND tỉnh chủ trì cuộc họp với các sở, ngành về công tác quy hoạch. Sau khi nghe Sở Xây dựng báo cáo, ý kiến của các đại biểu, Chủ tịch UBND tỉnh kết luận như sau:',
    'I. ĐÁNH GIÁ CHUNG',
    'Thời gian qua các cơ quan, đơn vị đã tích cực triển khai nhiệm vụ được giao; tiến độ lập quy hoạch cơ bản bảo đảm yêu cầu đề ra.',
    'II. NHIỆM VỤ TRONG THỜI GIAN TỚI',
    '1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính, Sở Xây dựng rà soát toàn bộ quy hoạch sử dụng đất trên địa bàn tỉnh, báo cáo UBND tỉnh trước ngày 15/3/2025.',
    '2. Giao UBND huyện An Bình hoàn thành giải phóng mặt bằng đoạn tuyến qua địa bàn huyện, bàn giao cho chủ đầu tư trong quý II/2025.',
    '3. Ban Quản lý dự án đầu tư xây dựng tỉnh:',
    'a) Hoàn thiện hồ sơ thiết kế kỹ thuật, trình thẩm định trong tháng 4/2025;',
    'b) Báo cáo khó khăn, vướng mắc với UBND tỉnh trước ngày 10/3/2025 để xem xét, giải quyết.',
    '4. Giao Sở Y tế hoàn thành việc sắp xếp các trạm y tế, chậm nhất ngày 30/5/2025.',
  ],
  recipients: ['Nơi nhận:', '- Như trên;', '- Chủ tịch, các PCT;', '- Lưu: VT.'],
  signature: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Văn An'],
};

export function asText(p: Parts): string {
  return [...p.left, '', ...p.right, '', ...p.body, '', ...p.recipients, '', ...p.signature, ''].join('\n');
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

export const NUMBERING = {
  config: [
    {
      reference: 'muc',
      levels: [
        { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START },
        { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.START },
        { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)', alignment: AlignmentType.START },
        { level: 3, format: LevelFormat.BULLET, text: '-', alignment: AlignmentType.START },
        { level: 4, format: LevelFormat.DECIMAL, text: '%2.%5.', alignment: AlignmentType.START },
      ],
    },
    {
      reference: 'stt',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.START }],
    },
  ],
};

/** Two blocks side by side in a table without lines, as letterheads are made. */
export function sideBySide(left: readonly string[], right: readonly string[]): Table {
  const cell = (lines: readonly string[]): TableCell =>
    new TableCell({ borders: NO_BORDERS, children: lines.map((t) => new Paragraph(t)) });
  return new Table({ borders: NO_BORDERS, rows: [new TableRow({ children: [cell(left), cell(right)] })] });
}

/** A table with a row of cells for each row of texts; a cell may hold several paragraphs. */
export function table(rows: readonly (readonly (string | readonly string[])[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells, r) =>
        new TableRow({
          tableHeader: r === 0,
          children: cells.map(
            (cell) => new TableCell({ children: [cell].flat().map((t) => new Paragraph({ text: String(t) })) }),
          ),
        }),
    ),
  });
}

/** A paragraph whose label Word counts. */
export function numbered(text: string, level: number, reference = 'muc'): Paragraph {
  return new Paragraph({ text, numbering: { reference, level } });
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^[IVX]+\. /, 0],
  [/^\d+\. /, 1],
  [/^[a-z]\) /, 2],
];

/** The paragraph with its typed label made an automatic one. */
export function withAutomaticLabel(text: string): Paragraph {
  for (const [pattern, level] of LEVELS) if (pattern.test(text)) return numbered(text.replace(pattern, ''), level);
  return new Paragraph(text);
}

export async function asDocx(p: Parts, options: { automatic?: boolean; after?: FileChild[] } = {}): Promise<Buffer> {
  const body = p.body.map((t) => (options.automatic ? withAutomaticLabel(t) : new Paragraph(t)));
  return pack([
    sideBySide(p.left, p.right),
    new Paragraph(''),
    ...body,
    sideBySide(p.recipients, p.signature),
    ...(options.after ?? []),
  ]);
}

export async function pack(
  children: FileChild[],
  footnotes: Record<string, { children: Paragraph[] }> = {},
): Promise<Buffer> {
  const page = new Paragraph({ children: [new TextRun({ children: ['Trang ', PageNumber.CURRENT] })] });
  return Packer.toBuffer(
    new Document({
      numbering: NUMBERING,
      footnotes,
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Văn bản được ký số bởi UBND tỉnh')] }) },
          footers: { default: new Footer({ children: [page] }) },
          children,
        },
      ],
    }),
  );
}

type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF of A4 pages drawn by `draw`, its text in Unicode letters. */
export async function pdf(draw: (doc: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margins: { top: 57, bottom: 57, left: 85, right: 57 }, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.font(SERIF, 12);
  draw(doc);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

export const PAGE = { left: 85, right: 538, top: 57, bottom: 785 };

/** Two blocks of centred lines side by side, drawn row by row as office programs do; returns where they end. */
export function drawBlocks(doc: Pdf, left: readonly string[], right: readonly string[], y: number): number {
  doc.fontSize(9.5);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const at = y + i * 16;
    if (left[i]) doc.text(left[i] ?? '', 70, at, { width: 170, align: 'center', lineBreak: false });
    // Letters of another size stand on another base line.
    if (right[i]) doc.text(right[i] ?? '', 280, at + 2, { width: 270, align: 'center', lineBreak: false });
  }
  return y + Math.max(left.length, right.length) * 16;
}

/** A ruled table; a row is as high as its highest cell. Returns where it ends. */
export function drawTable(
  doc: Pdf,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  y: number,
): number {
  doc.fontSize(9);
  let at = y;
  for (const row of rows) {
    const height = Math.max(...row.map((t, c) => doc.heightOfString(t || ' ', { width: (widths[c] ?? 50) - 8 }))) + 8;
    let x = PAGE.left - 20;
    row.forEach((text, c) => {
      const width = widths[c] ?? 50;
      doc.rect(x, at, width, height).lineWidth(0.5).stroke();
      doc.text(text, x + 4, at + 4, { width: width - 8 });
      x += width;
    });
    at += height;
  }
  return at;
}

export async function asPdf(p: Parts, after?: (doc: Pdf) => void): Promise<Buffer> {
  return pdf((doc) => {
    const from = drawBlocks(doc, p.left, p.right, PAGE.top);
    doc.fontSize(12);
    doc.x = PAGE.left;
    doc.y = from + 20;
    doc.on('pageAdded', () => {
      const { x } = doc;
      doc.fontSize(10).text('- 2 -', PAGE.left, 30, { align: 'center', lineBreak: false });
      doc.x = x;
      doc.y = PAGE.top;
      doc.fontSize(12);
    });
    for (const text of p.body) {
      const centred = text === text.toUpperCase() && !/^[IVX]+\./.test(text);
      doc.text(text, PAGE.left, doc.y, {
        width: PAGE.right - PAGE.left,
        align: centred ? 'center' : 'justify',
        indent: centred ? 0 : 28,
        paragraphGap: 6,
      });
    }
    drawBlocks(doc, p.recipients, p.signature, doc.y + 20);
    if (after) after(doc);
  });
}
