import { describe, expect, test } from '@jest/globals';
import { splitDocuments } from '../../notices/structure/documents.ts';
import { readLines } from '../../notices/structure/lines.ts';
import { readParagraphs } from '../../notices/structure/paragraphs.ts';
import { notice, read } from './support.ts';

const paragraphs = (text: string) => readParagraphs(readLines(text));
const texts = (text: string) => paragraphs(text).map((p) => p.clean.text);

describe('paragraphs', () => {
  test('wrapped lines, a page number and blank lines in between', () => {
    const wrapped = `1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Văn phòng UBND tỉnh rà soát
biên chế của các đơn vị sự nghiệp, đề xuất phương án sắp xếp phù hợp với yêu

- 2 -

cầu nhiệm vụ và khả năng cân đối ngân sách, báo cáo UBND tỉnh xem xét, quyết
định trong tháng 3/2025.
2. Sở Tài chính bố trí kinh phí từ nguồn sự nghiệp năm 2025 để các đơn vị kịp
thời thực hiện.`;
    expect(texts(wrapped)).toEqual([
      '1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Văn phòng UBND tỉnh rà soát biên chế của các đơn vị sự nghiệp, đề xuất phương án sắp xếp phù hợp với yêu cầu nhiệm vụ và khả năng cân đối ngân sách, báo cáo UBND tỉnh xem xét, quyết định trong tháng 3/2025.',
      '2. Sở Tài chính bố trí kinh phí từ nguồn sự nghiệp năm 2025 để các đơn vị kịp thời thực hiện.',
    ]);
  });

  test("the Gazette's page head and the words of a signature's picture stand in no sentence", () => {
    const printed = `1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Văn phòng UBND tỉnh rà soát
biên chế của các đơn vị sự nghiệp, đề xuất phương án sắp xếp phù hợp với yêu
Ký bởi: CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Cơ quan: VĂN PHÒNG CHÍNH PHỦ
Ngày ký: 2025-03-02 08:06:58 +07:00

CÔNG BÁO/Số 302/Ngày 02-03-2025
71

cầu nhiệm vụ và khả năng cân đối ngân sách; theo dõi việc thực hiện;
phối hợp với Sở Tài chính bố trí kinh phí của các đơn vị trong năm 2025 và kịp
thời báo cáo.`;
    expect(texts(printed)).toEqual([
      '1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Văn phòng UBND tỉnh rà soát biên chế của các đơn vị sự nghiệp, đề xuất phương án sắp xếp phù hợp với yêu cầu nhiệm vụ và khả năng cân đối ngân sách; theo dõi việc thực hiện; phối hợp với Sở Tài chính bố trí kinh phí của các đơn vị trong năm 2025 và kịp thời báo cáo.',
    ]);
  });

  test('a footnote in the middle of a sentence is set aside', () => {
    const broken = `- Các huyện chưa hoàn thành¹ khẩn trương số hóa dữ liệu hộ tịch, đưa vào khai thác

¹ An Bình, Cẩm Hải

trước ngày 15/4/2025.`;
    const found = paragraphs(broken);
    expect(found.filter((p) => !p.footnote).map((p) => p.clean.text)).toEqual([
      '- Các huyện chưa hoàn thành¹ khẩn trương số hóa dữ liệu hộ tịch, đưa vào khai thác trước ngày 15/4/2025.',
    ]);
    expect(found.filter((p) => p.footnote).map((p) => p.clean.text)).toEqual(['¹ An Bình, Cẩm Hải']);
  });

  test('labels of every kind', () => {
    const labels = (text: string) => paragraphs(text).map((p) => [p.label?.kind, p.label?.value]);
    expect(
      labels(
        'IV. Nhiệm vụ\n3. Việc\n3.1. Việc con\na) Ý\nđ) Ý khác\n(2) Nhóm\n- Gạch\n+ Cộng\nThứ ba, việc\nHai là, việc\n**5.** Đậm',
      ),
    ).toEqual([
      ['roman', 'IV'],
      ['arabic', '3'],
      ['decimal', '3.1'],
      ['letter', 'a'],
      ['letter', 'đ'],
      ['bracket', '2'],
      ['dash', ''],
      ['plus', ''],
      ['ordinal', '3'],
      ['ordinal', '2'],
      ['arabic', '5'],
    ]);
  });
});

describe('documents', () => {
  test('two in one file, each with its own number, date and ids', () => {
    const second = notice('1. Sở Y tế báo cáo trong tháng 3/2025.')
      .replace('12/TB-UBND', '34/TB-UBND')
      .replace('24 tháng 02', '27 tháng 02');
    const text = `${notice('1. Sở Nội vụ trình đề án.')}\n\n${second}`;
    expect(splitDocuments(readLines(text))).toHaveLength(2);
    const found = read(text);
    expect(found.map((n) => [n.number, n.issued, n.signer])).toEqual([
      ['12/TB-UBND', '2025-02-24', 'Nguyễn Văn An'],
      ['34/TB-UBND', '2025-02-27', 'Nguyễn Văn An'],
    ]);
    expect(found.flatMap((n) => n.directives).map((d) => d.id)).toEqual(['vb1.1', 'vb2.1']);
  });

  test("neither a form in an annex nor the country's name in a sentence begins a document", () => {
    const form =
      '\n\nMẫu số 01\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n…, ngày … tháng … năm …\n\nĐƠN ĐỀ NGHỊ\n';
    const treaty =
      '1. Sở Ngoại vụ rà soát thỏa thuận với các đối tác của nước\nCộng hòa xã hội chủ nghĩa Việt Nam và báo cáo UBND tỉnh trước khi ký kết.\n\n2. Sở Y tế trình đề án.';
    const found = read(notice(treaty) + form);
    expect(found.map((n) => n.number)).toEqual(['12/TB-UBND']);
    expect(found.flatMap((n) => n.directives).map((d) => d.id)).toEqual(['1', '2']);
  });

  test('the signer under a title that stands in the right column beside the recipients', () => {
    const beside = notice('1. Sở Nội vụ trình đề án.').replace(
      /Nơi nhận:[\s\S]*$/u,
      'Nơi nhận:                         CHÁNH VĂN PHÒNG\n- Như trên;\n- Lưu: VT.                          Trần Thị Bình\n',
    );
    expect(read(beside).map((n) => n.signer)).toEqual(['Trần Thị Bình']);
  });

  test('the meeting day anchors a text without a header', () => {
    const [found] = read(
      'Chiều ngày 10/3/2025, đồng chí Chủ tịch UBND huyện chủ trì họp giao ban và kết luận:\n1. Phòng Nội vụ trình kế hoạch trước ngày 20/3.',
    );
    expect(found).toMatchObject({ number: null, issued: null, anchor: '2025-03-10' });
    expect(found?.directives[0]?.deadlines[0]?.due).toBe('2025-03-19');
  });

  test('a draft with only its month', () => {
    const [found] = read(
      'UBND TỈNH HẢI SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: /UBND-NC\nHải Sơn, ngày tháng 3 năm 2025\nKính gửi: Sở Tài chính\nGiao Sở Tài chính lập dự toán.',
    );
    expect(found).toMatchObject({ number: null, issued: null, anchor: '2025-03-01' });
  });

  test('--issued wins over what is written', () => {
    expect(read(notice('1. Sở Y tế báo cáo.'))[0]?.anchor).toBe('2025-02-24');
  });
});
