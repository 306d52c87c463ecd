import { describe, expect, test } from '@jest/globals';
import {
  type FileChild,
  FootnoteReferenceRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import JSZip from 'jszip';
import { readDocument, textOfDocument } from '../../../notices/formats/index.ts';
import { readNotices } from '../../../notices/index.ts';
import { calendar, numbered, pack, sideBySide, table } from './support.ts';

async function textOf(children: FileChild[], footnotes = {}): Promise<string> {
  return textOfDocument(await pack(children, footnotes), 'tb.docx');
}

/** A Word file whose body is this XML, with parts of its own beside it. */
async function raw(body: string, parts: Record<string, string> = {}): Promise<Buffer> {
  const zip = new JSZip();
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`);
  for (const [name, xml] of Object.entries(parts)) zip.file(name, xml.replace('>', ` ${w}>`));
  return zip.generateAsync({ type: 'nodebuffer' });
}

describe('labels that Word counts', () => {
  test('levels begin afresh under each other, text between items does not', async () => {
    const text = await textOf([
      numbered('ĐÁNH GIÁ', 0),
      numbered('Một', 1),
      numbered('Hai', 1),
      numbered('A', 2),
      numbered('B', 2),
      numbered('gạch', 3),
      numbered('NHIỆM VỤ', 0),
      numbered('Ba', 1),
      new Paragraph('Đoạn không đánh số.'),
      numbered('Bốn', 1),
      numbered('C', 2),
      numbered('Nhỏ', 4),
    ]);
    expect(text.split('\n').filter(Boolean)).toEqual([
      ...['I. ĐÁNH GIÁ', '1. Một', '2. Hai', 'a) A', 'b) B', '- gạch'],
      ...['II. NHIỆM VỤ', '1. Ba', 'Đoạn không đánh số.', '2. Bốn', 'a) C', '2.1. Nhỏ'],
    ]);
  });

  test('lists by style, a start of its own, letters past z, Roman in Arabic digits, symbols of Word fonts', async () => {
    const level = (i: number, format: string, mark: string, more = '') =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${mark}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', 'Phần %1.')}${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="26"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const p = (style: string, text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const item = (lvl: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${lvl}"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [p('Muc', 'một'), p('Muc', 'hai'), p('MucCon', 'nhỏ'), item(0, 'chấm'), item(1, 'z'), item(1, 'aa')];
    const bytes = await raw(body.join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles });
    expect((await textOfDocument(bytes, 'a.docx')).trim().split('\n')).toEqual([
      ...['Phần I. một', 'Phần II. hai', '2.1. nhỏ', '• chấm', 'z) z', 'aa) aa'],
    ]);
  });
});

describe('what a page shows, and only that', () => {
  test('headers, footers and page numbers are left out; footnotes stand below their paragraph', async () => {
    const text = await textOf(
      [
        new Paragraph({
          children: [
            new TextRun('Giao Sở Y tế'),
            new FootnoteReferenceRun(1),
            new TextRun(' báo cáo trước 15/3/2025.'),
          ],
        }),
        new Paragraph('Đoạn sau.'),
      ],
      { 1: { children: [new Paragraph('Theo Công văn số 5/SYT ngày 01/02/2025.')] } },
    );
    expect(text).toBe('Giao Sở Y tế¹ báo cáo trước 15/3/2025.\n¹ Theo Công văn số 5/SYT ngày 01/02/2025.\nĐoạn sau.\n');
  });

  test('deleted, hidden and field code text is left out; inserted text stays; letters are plain', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">Trước </w:t></w:r><w:del><w:r><w:delText>ngày 1/3 </w:delText></w:r></w:del>
<w:ins><w:r><w:t>ngày 15/3/2025</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t> tái cơ\u00adcấu &amp; ﬁle</w:t></w:r><w:r><w:noBreakHyphen/><w:t>A</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>
<w:p><w:r><w:t>${'Hoà'.normalize('NFD')}</w:t><w:br/><w:t>dòng hai</w:t></w:r></w:p>`;
    expect(await textOfDocument(await raw(body), 'a.docx')).toBe(
      'Trước ngày 15/3/2025 tái cơcấu & file-A\n²\nHoà\ndòng hai\n',
    );
  });

  test('a text box is read once, before the paragraph it hangs on', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>';
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Số: 5</w:t></w:r></w:p>`;
    expect(await textOfDocument(await raw(body), 'a.docx')).toBe('HỎA TỐC\nSố: 5\n');
  });

  test('the same bytes give the same text', async () => {
    const bytes = await pack([
      numbered('Một', 1),
      table([
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ]),
    ]);
    expect(await textOfDocument(bytes, 'a.docx')).toBe(await textOfDocument(bytes, 'a.docx'));
  });
});

const NUMBERS = {
  'word/numbering.xml':
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
};
const t = (words: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const item = (runs: string, end = ''): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${end}</w:rPr></w:pPr>${runs}</w:p>`;
const sourceOf = async (body: string, parts = {}) => readDocument(await raw(body, { ...NUMBERS, ...parts }), 'a.docx');

describe('what was changed in a file is told from what holds', () => {
  test('a deleted or moved paragraph is not counted, a paragraph whose end is deleted goes on', async () => {
    const { text, remarks } = await sourceOf(
      [
        item(t('Sở Y tế báo cáo.')),
        item('<w:del><w:r><w:delText>Sở Nội vụ báo cáo.</w:delText></w:r></w:del>', '<w:del/>'),
        item(`<w:moveFrom>${t('Sở Xây dựng báo cáo.')}</w:moveFrom>`, '<w:moveFrom/>'),
        item(t('Sở Tư pháp '), '<w:del/>'),
        item(t('rà soát.')),
        item(`<w:moveTo>${t('Sở Xây dựng báo cáo.')}</w:moveTo>`, '<w:moveTo/>'),
      ].join(''),
    );
    expect(text).toBe('1. Sở Y tế báo cáo.\n2. Sở Tư pháp rà soát.\n3. Sở Xây dựng báo cáo.\n');
    expect(remarks).toEqual([expect.stringMatching(/đã chấp nhận hết.*“Sở Nội vụ báo cáo\.”.*1 chỗ chuyển đi/)]);
  });

  test('struck, hidden and white words are left out and said; the directive that lost some is doubted', async () => {
    const source = await sourceOf(
      [
        item(t('Giao Sở Y tế báo cáo trước ngày ') + t('30/4/2025', '<w:strike/>') + t(' 15/5/2025.')),
        item(t('Giao Sở Nội vụ báo cáo.', '<w:dstrike/>')),
        item(t('Giao Sở Tài chính báo cáo.') + t(' ghi nhớ', '<w:vanish/>') + t(' nháp', '<w:color w:val="FFFFFF"/>')),
        item(t('Giao Sở Xây dựng báo cáo.', '<w:strike w:val="0"/>')),
      ].join(''),
      { 'word/comments.xml': `<w:comments><w:comment><w:p>${t('hỏi lại')}</w:p></w:comment></w:comments>` },
    );
    expect(source.text.replace(/ {2}/g, ' ')).toBe(
      '1. Giao Sở Y tế báo cáo trước ngày 15/5/2025.\n\n3. Giao Sở Tài chính báo cáo.\n4. Giao Sở Xây dựng báo cáo.\n',
    );
    const said = source.remarks.join('\n');
    for (const words of ['30/4/2025', 'Giao Sở Nội vụ báo cáo.', 'ghi nhớ', 'nháp', 'hỏi lại'])
      expect(said).toContain(`“${words}”`);
    const [notice] = readNotices(source, { calendar });
    expect(notice?.directives.map((d) => [d.id, d.confidence < 0.75, d.deadlines[0]?.due ?? null])).toEqual([
      ['1', true, '2025-05-14'],
      ['3', true, null],
      ['4', false, null],
    ]);
    expect(notice?.warnings).toEqual(expect.arrayContaining([...source.remarks]));
  });

  test('a row that was deleted is said; a field nobody filled in is a day left open; an order in a note is shown', async () => {
    const cells = (...words: string[]) => words.map((w) => `<w:tc><w:p>${t(w)}</w:p></w:tc>`).join('');
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${t('Click or tap to enter a date.')}</w:sdtContent></w:sdt>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const source = await sourceOf(
      [
        `<w:p>${t('Số: 5/TB-VP')}</w:p><w:p>${t('Hải Sơn, ngày 03 tháng 3 năm 2025')}</w:p><w:p>${t('Chủ tịch UBND tỉnh kết luận như sau:')}</w:p>`,
        item(`${t('Giao Sở Y tế báo cáo trước ngày ')}${prompt}${t('.')}`),
        item(`${t('Giao Sở Nội vụ báo cáo trước ngày 30/4/2025')}${note}${t('.')}`),
        `<w:tbl><w:tr>${cells('Nhiệm vụ', 'Chủ trì', 'Hạn')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cells('Rà soát chợ', 'Sở Công Thương', '30/4/2025')}</w:tr></w:tbl>`,
      ].join(''),
      {
        'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2"><w:p>${t('Giao Sở Tư pháp theo dõi, báo cáo trước ngày 01/7/2025.')}</w:p></w:footnote></w:footnotes>`,
      },
    );
    expect(source.remarks.join()).toContain('“Rà soát chợ | Sở Công Thương | 30/4/2025”');
    const [notice] = readNotices(source, { calendar });
    expect(notice?.directives.map((d) => [d.id, d.deadlines[0]?.rule, d.deadlines[0]?.due])).toEqual([
      ['1', 'left-open', null],
      ['2', expect.any(String), '2025-04-29'],
    ]);
    expect(notice?.unread.map(({ text }) => text)).toEqual([expect.stringContaining('Giao Sở Tư pháp theo dõi')]);
  });

  test('page headers and footers, and boxes, stand beside the text', async () => {
    const { margins } = await sourceOf(`<w:p>${t('Số: 5')}</w:p>`, {
      'word/header1.xml': `<w:hdr><w:p>${t('MẬT')}</w:p></w:hdr>`,
      'word/footer2.xml': `<w:ftr><w:p>${t('Trang 1')}</w:p></w:ftr>`,
    });
    expect(margins).toEqual(['MẬT', 'Trang 1']);
  });
});

describe('fonts of before Unicode', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  test('TCVN3 and VNI are read run by run, by the name of the font', async () => {
    const { text, remarks } = await sourceOf(
      [
        item(t('Së Y tÕ chñ tr× x©y dùng ph\u00ad¬ng ¸n', font('.VnTime')) + t(' bảo đảm thuốc.')),
        item(t('ñy ban nh©n d©n tØnh', font('.VnTimeH'))),
        item(t('Sôû Taøi chính baùo caùo tröôùc ngaøy 15 thaùng 5', font('VNI-Times'))),
      ].join(''),
    );
    expect(text).toBe(
      '1. Sở Y tế chủ trì xây dựng phương án bảo đảm thuốc.\n2. ỦY BAN NHÂN DÂN TỈNH\n3. Sở Tài chính báo cáo trước ngày 15 tháng 5\n',
    );
    expect(remarks).toEqual([expect.stringContaining('phông chữ cũ')]);
  });

  test('Unicode pasted into an old font stays as it is', async () => {
    const { text, remarks } = await sourceOf(item(t('Công an tỉnh lập kế hoạch', font('.VnTime'))));
    expect([text, remarks]).toEqual(['1. Công an tỉnh lập kế hoạch\n', []]);
  });
});

describe('where paragraphs end', () => {
  test('is known: items without a full stop are items', async () => {
    const items = ['Sở Y tế rà soát vật tư', 'Sở Tài chính bố trí kinh phí', 'Sở Nội vụ trình đề án'];
    const long = ' trên địa bàn toàn tỉnh theo đúng quy định hiện hành, hoàn thành trong tháng 5/2025';
    const source = await sourceOf(items.map((words) => item(t(words + long))).join(''));
    const [notice] = readNotices(source, { calendar, issued: '2025-03-03' });
    expect(notice?.directives.map((d) => d.id)).toEqual(['1', '2', '3']);
  });

  test('but in a file made from pages each printed line is called a paragraph', async () => {
    const lines = Array.from({ length: 5 }, (_, n) => [
      `${n + 1}. Giao Sở Xây dựng rà soát các công trình đang thi công dở dang trên`,
      'địa bàn toàn tỉnh, tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày',
      '15/5/2025.',
    ]).flat();
    const source = await sourceOf(lines.map((words) => `<w:p>${t(words)}</w:p>`).join(''));
    expect(source.paragraphEnds).toBeNull();
    const [notice] = readNotices(source, { calendar, issued: '2025-03-03' });
    expect(notice?.directives.map((d) => d.deadlines[0]?.due)).toEqual(Array(5).fill('2025-05-14'));
  });
});

describe('tables', () => {
  test('rows between bars, paragraphs of a cell set apart, bars in words escaped, numbers counted', async () => {
    const stt = () => new TableCell({ children: [numbered('', 0, 'stt')] });
    const cell = (...lines: string[]) => new TableCell({ children: lines.map((t) => new Paragraph(t)) });
    const row = (...children: TableCell[]) => new TableRow({ children });
    const text = await textOf([
      new Paragraph('PHỤ LỤC'),
      new Table({
        rows: [
          row(cell('STT'), cell('Nhiệm vụ'), cell('Cơ quan', 'chủ trì')),
          row(stt(), cell('Rà soát A|B'), cell('Sở Nội vụ', 'Sở Tài chính')),
          row(stt(), cell('Việc hai', 'tiếp theo'), cell('Sở Y tế;', 'Công an tỉnh')),
        ],
      }),
    ]);
    expect(text).toBe(
      'PHỤ LỤC\n\n| STT | Nhiệm vụ | Cơ quan chủ trì |\n| --- | --- | --- |\n| 1 | Rà soát A\\|B | Sở Nội vụ; Sở Tài chính |\n| 2 | Việc hai tiếp theo | Sở Y tế; Công an tỉnh |\n',
    );
  });

  test('a cell merged downwards is repeated, one merged sideways leaves its columns', async () => {
    const cell = (t: string, more = {}) => new TableCell({ children: [new Paragraph(t)], ...more });
    const text = await textOf([
      new Table({
        rows: [
          new TableRow({ children: [cell('I. THỂ CHẾ', { columnSpan: 2 }), cell('x')] }),
          new TableRow({
            children: [cell('1'), cell('Việc'), cell('Sở A', { verticalMerge: VerticalMergeType.RESTART })],
          }),
          new TableRow({
            children: [cell('2'), cell('Việc khác'), cell('', { verticalMerge: VerticalMergeType.CONTINUE })],
          }),
        ],
      }),
    ]);
    expect(text.trim().split('\n')).toEqual([
      ...['| I. THỂ CHẾ |  | x |', '| --- | --- | --- |', '| 1 | Việc | Sở A |', '| 2 | Việc khác | Sở A |'],
    ]);
  });

  test('blocks side by side are read one after the other', async () => {
    const text = await textOf([sideBySide(['Nơi nhận:', '- Như trên;'], ['CHỦ TỊCH', 'Trần Văn B'])]);
    expect(text).toBe('Nơi nhận:\n- Như trên;\n\nCHỦ TỊCH\nTrần Văn B\n');
  });
});
