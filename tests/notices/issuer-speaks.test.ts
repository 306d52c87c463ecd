import { describe, expect, test } from '@jest/globals';
import { readNotices } from '../../notices/index.ts';
import { calendar } from './support.ts';

/* What the issuer of a document asks of others, what it says of itself, and what it only tells. */

function letter(body: string, head = 'UBND TỈNH HẢI SƠN\nSỞ CÔNG THƯƠNG') {
  const text = `${head}
Số: 412/SCT-CN

CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hải Sơn, ngày 03 tháng 3 năm 2026

Kính gửi: Công ty Cổ phần Gốm Cổ Loan

${body}

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC
Trần Văn Bình
`;
  const [notice] = readNotices(text, { calendar });
  if (!notice) throw new Error('not read');
  return {
    issuer: notice.issuer,
    told: notice.directives.map((d) => [d.lead.map((n) => n.name).join(', '), d.text.slice(0, 40)]),
    unread: notice.unread.map((u) => u.text),
  };
}

test.each([
  ['Sở Công Thương đề nghị Công ty chuẩn bị hồ sơ, bố trí người tiếp đoàn.', 'Công ty'],
  ['Sở Công Thương Hải Sơn đề nghị UBND xã Cổ Lập cử người tham gia đoàn.', 'UBND xã Cổ Lập'],
  ['Đề nghị Quý Công ty bổ sung hồ sơ còn thiếu.', 'Công ty'],
  ['Sở Công Thương chỉ đạo các phòng Kinh tế rà soát, tổng hợp gửi về Sở.', 'các phòng Kinh tế'],
  [
    'Sở Công Thương đề nghị các sở, ban, ngành tỉnh; UBND các xã, phường nghiên cứu, triển khai các quy định mới.',
    'các sở, ban, ngành tỉnh, UBND các xã, phường',
  ],
])('%s', (sentence, lead) => {
  const { told } = letter(`Thực hiện kế hoạch năm, đoàn sẽ làm việc tại cơ sở.\n\n${sentence}`);
  expect(told.map(([who]) => who)).toEqual([lead]);
});

test('what follows the address at once is no part of it', () => {
  expect(letter('Sở Công Thương đề nghị Quý Công ty báo cáo trước ngày 30/6/2026.').told.map(([who]) => who)).toEqual([
    'Công ty',
  ]);
});

test('in a plan of another body to ask is a task of who asks', () => {
  const body = `1. Sở Y tế rà soát các trạm y tế.\n2. Sở Công Thương đề nghị Bộ Công Thương hỗ trợ kinh phí, báo cáo UBND tỉnh trước ngày 30/4/2026.`;
  expect(letter(body, 'ỦY BAN NHÂN DÂN\nTỈNH HẢI SƠN').told.map(([lead]) => lead)).toEqual([
    'Sở Y tế',
    'Sở Công Thương',
  ]);
});

test('the time and place of what the issuer holds are no tasks', () => {
  const body = `Sở Công Thương thông báo thời gian, nội dung kiểm tra như sau:
1. Thời gian: Bắt đầu từ 13 giờ 30 ngày 29/4/2026.
2. Địa điểm: Hội trường tầng 3.
3. Nội dung: Theo Điều 9 của quy định.

Để có cơ sở thẩm định, Sở Công Thương tổ chức kiểm tra thực tế tại nhà máy.`;
  expect(letter(body)).toEqual({ issuer: 'SỞ CÔNG THƯƠNG', told: [], unread: [] });
});

test('the time an article sets is no field of what stands above it', () => {
  const body = `Điều 1. Giao Công ty lập phương án như sau:
(Chi tiết theo phụ lục)
Điều 2. Thời hạn áp dụng: Từ ngày ký đến hết ngày 28 tháng 02 năm 2027.`;
  expect(letter(body).told.some(([, text]) => text?.startsWith('(Chi tiết'))).toBe(false);
});

describe('a last paragraph under the chancery’s heading', () => {
  const body = `1. Sở Y tế rà soát các trạm y tế trước ngày 30/4/2026.
2. Văn phòng UBND tỉnh:
a) Theo dõi, đôn đốc các cơ quan thực hiện Kết luận này.
Phát triển y tế cơ sở là nhiệm vụ quan trọng. Ủy ban nhân dân tỉnh yêu cầu lãnh đạo các sở, ngành và UBND các xã, phường chủ động thực hiện, kịp thời báo cáo vướng mắc.`;

  test('is told to whom the committee names, and why it matters is no task', () => {
    const { told } = letter(body, 'UBND TỈNH HẢI SƠN\nVĂN PHÒNG');
    expect(told.at(-1)).toEqual([
      'lãnh đạo các sở, ngành, UBND các xã, phường',
      'Ủy ban nhân dân tỉnh yêu cầu lãnh đạo cá',
    ]);
    expect(told).toHaveLength(3);
  });
});

test('what others asked, the ground of a plan and a title are not called unread', () => {
  const body = `Về việc ủy quyền cho Giám đốc Sở Công Thương cấp giấy phép trên địa bàn tỉnh

Căn cứ Quyết định số 88/QĐ-UBND ngày 06/01/2026 của UBND tỉnh về việc ủy quyền cho Giám đốc Sở Công Thương thực hiện một số nhiệm vụ trên địa bàn tỉnh.

Sở Công Thương nhận được Văn bản số 10/GCL ngày 05/02/2026 của Công ty về việc đề nghị Sở Công Thương kiểm tra, cấp giấy chứng nhận.

Chi cục Đăng kiểm Hải Sơn đã có Văn bản số 787/CCĐK ngày 29/01/2026 đề nghị Cục Đăng kiểm hướng dẫn.

Ngày 20/02/2026, Bộ trưởng Bộ Xây dựng ban hành Quyết định số 74/QĐ-BXD về các giải pháp an toàn cho nhà xưởng.

Sở Công Thương đề nghị Công ty bổ sung hồ sơ trước ngày 20/3/2026.`;
  expect(letter(body)).toMatchObject({ told: [['Công ty', expect.any(String)]], unread: [] });
});

test('who follows what inspectors found supervises nobody here; who follows this document does', () => {
  const text = (task: string) => `Hải Sơn, ngày 03 tháng 3 năm 2026\n\n1. Thanh tra tỉnh ${task}`;
  const supervisors = (task: string) =>
    readNotices(text(task), { calendar }).flatMap((n) => n.directives.flatMap((d) => d.supervisor.map((s) => s.name)));
  expect(supervisors('theo dõi, đôn đốc việc thực hiện các kết luận thanh tra đã ban hành.')).toEqual([]);
  expect(supervisors('theo dõi, đôn đốc việc thực hiện Thông báo này.')).toEqual(['Thanh tra tỉnh']);
});

test('a task that says itself with whom is done with them and with those of the fields below its list', () => {
  const text = `Hải Sơn, ngày 03 tháng 3 năm 2026

1. Phát triển công nghiệp
a) Xây dựng danh mục dự án ưu tiên.
b) Phối hợp với Sở Tài chính rà soát các dự án chậm tiến độ.
Đơn vị chủ trì: Phòng Quản lý Công nghiệp
Đơn vị phối hợp: Văn phòng Sở`;
  const read = readNotices(text, { calendar }).flatMap((n) => n.directives);
  expect(read.map((d) => d.cooperating.map((n) => n.name).sort())).toEqual([
    ['Văn phòng Sở'],
    ['Sở Tài chính', 'Văn phòng Sở'],
  ]);
});
