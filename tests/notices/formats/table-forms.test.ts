import { describe, expect, test } from '@jest/globals';
import { Paragraph } from 'docx';
import fc from 'fast-check';
import { textOfDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { asDocx, asPdf, asText, calendar, drawTable, NOTICE, PAGE, table } from './support.ts';

const HEADS = [
  ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'],
  ['TT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Đơn vị phối hợp', 'Thời gian hoàn thành', 'Kết quả/Sản phẩm'],
  ['Số TT', 'Nhiệm vụ, giải pháp', 'Chủ trì', 'Phối hợp', 'Tiến độ', 'Dự kiến sản phẩm'],
] as const;
const WIDTHS = [30, 140, 90, 90, 70, 70];
const AGENCIES = ['Sở Xây dựng', 'Công an tỉnh', 'Sở Nông nghiệp và Môi trường', 'UBND huyện An Bình', 'Sở Y tế'];
const TIMES: Record<string, string> = {
  'Quý II/2025': '2025-06-30',
  'Trước ngày 15/5/2025': '2025-05-14',
  'Tháng 10/2025': '2025-10-31',
  '30/11/2025': '2025-11-30',
  'Năm 2025': '2025-12-31',
};

const row = fc.record({
  task: fc.constantFrom(
    'Rà soát danh mục công trình xuống cấp',
    'Xây dựng kế hoạch phòng cháy, chữa cháy rừng mùa khô',
    'Tổ chức tập huấn nghiệp vụ cho cán bộ cấp xã',
  ),
  lead: fc.uniqueArray(fc.constantFrom(...AGENCIES.slice(0, 3)), { minLength: 1, maxLength: 2 }),
  cooperating: fc.uniqueArray(fc.constantFrom(...AGENCIES.slice(3)), { maxLength: 2 }),
  time: fc.constantFrom(...Object.keys(TIMES)),
});
const plan = fc.record({ head: fc.constantFrom(...HEADS), rows: fc.array(row, { minLength: 1, maxLength: 5 }) });

describe('one appendix as bars in a text, as a Word table and as a ruled table of a PDF', () => {
  test('gives the directives it was written from, in each form', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ head, rows }) => {
        const cells = rows.map((r, k) => [
          String(k + 1),
          r.task,
          r.lead.join('; '),
          r.cooperating.join('; '),
          r.time,
          '',
        ]);
        const expected = rows.map((r, k) => [`PL.${k + 1}`, r.lead, r.cooperating, [TIMES[r.time]], r.task]);
        const bars = [head, ...cells].map((r) => `| ${r.join(' | ')} |`).join('\n');
        const texts = [
          `${asText(NOTICE)}\nPHỤ LỤC\n\n${bars}\n`,
          await textOfDocument(
            await asDocx(NOTICE, { after: [new Paragraph('PHỤ LỤC'), table([head, ...cells])] }),
            'a.docx',
          ),
          await textOfDocument(
            await asPdf(NOTICE, (doc) => {
              doc.addPage();
              doc.fontSize(12).text('PHỤ LỤC', PAGE.left, 80, { lineBreak: false });
              drawTable(doc, [head, ...cells], WIDTHS, 110);
            }),
            'a.pdf',
          ),
        ];
        for (const text of texts) {
          const found = readNotices(text, { calendar }).flatMap((n) => n.directives);
          const ofTable = found.filter((d) => d.id.startsWith('PL'));
          expect(
            ofTable.map((d) => [
              d.id,
              d.lead.map((n) => n.name),
              d.cooperating.map((n) => n.name),
              d.deadlines.map((x) => x.due),
              d.text.slice(0, d.text.indexOf(' |')),
            ]),
          ).toEqual(expected);
          expect(found).toHaveLength(5 + rows.length);
          for (const d of found) expect(text.slice(...d.span)).toBe(d.text);
        }
      }),
      { numRuns: 10 },
    );
  });
});
