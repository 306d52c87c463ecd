import { describe, expect, test } from '@jest/globals';
import { directives, inShort, read } from './support.ts';

/* Forms that whole documents showed when nobody had looked at them: each in words of our own. */

const HEAD = 'Hải Sơn, ngày 02 tháng 3 năm 2026\n\n';
const short = (text: string) => directives(HEAD + text).map(inShort);
const leads = (text: string) => directives(HEAD + text).map((d) => d.lead.map((n) => n.name));

describe('a table', () => {
  const TABLE = '| TT | Nhiệm vụ | Chủ trì | Phối hợp | Kết quả | Thời gian hoàn thành |\n|---|---|---|---|---|---|\n';

  test('a second result of a task, merged downwards, is a directive of its own with its own agency and day', () => {
    expect(
      short(
        `${TABLE}| 1 | Mở dữ liệu quy hoạch | Sở Xây dựng | Sở Tư pháp | Báo cáo | Tháng 5/2026 |
|  |  | Sở Tài chính | Sở Tư pháp | Báo cáo kết quả mở dữ liệu | Tháng 11/2026 |
| 2 | Đào tạo cán bộ | Sở Nội vụ |  | Lớp học | Quý IV/2026 |
`,
      ).map(([, ...rest]) => rest),
    ).toEqual([
      [['Sở Xây dựng'], ['Sở Tư pháp'], ['2026-05-31']],
      [['Sở Tài chính'], ['Sở Tư pháp'], ['2026-11-30']],
      [['Sở Nội vụ'], [], ['2026-12-31']],
    ]);
  });

  test('it goes on behind a footnote: what belongs to the row above, and a second result of it', () => {
    expect(
      short(
        `${TABLE}| 1 | Mở dữ liệu quy hoạch | Sở Xây dựng | Sở Tư pháp | Báo cáo về danh mục¹ | Tháng 5/2026 |

¹ Chương trình số 7 ngày 12/01/2026 của Ban Chỉ đạo.

${TABLE}|  |  |  |  | sẽ mở trong năm |  |
|  |  | Sở Tài chính | Sở Tư pháp | Báo cáo kết quả | Tháng 11/2026 |
`,
      ).map(([, ...rest]) => rest),
    ).toEqual([
      [['Sở Xây dựng'], ['Sở Tư pháp'], ['2026-05-31']],
      [['Sở Tài chính'], ['Sở Tư pháp'], ['2026-11-30']],
    ]);
  });

  test('names parted by what each is in charge of; a sort of bodies that begins as a verb', () => {
    const [one] = short(
      `${TABLE}| 1 | Cắt giảm điều kiện kinh doanh | Sở Tư pháp (đối với thủ tục) Sở Tài chính (đối với đầu tư) | Các cơ sở nghiên cứu, tổ chức hỗ trợ kỹ thuật và đơn vị có liên quan |  | 2026 |\n`,
    );
    expect(one?.slice(1)).toEqual([
      ['Sở Tư pháp', 'Sở Tài chính'],
      ['Các cơ sở nghiên cứu', 'tổ chức hỗ trợ kỹ thuật', 'đơn vị có liên quan'],
      ['2026-12-31'],
    ]);
  });
});

describe('fields', () => {
  test('fields below the last of a numbered list hold for all of it; each name of a field is kept whole', () => {
    expect(
      short(`I. NỘI DUNG
1. Vận động
1.1. Vận động người dân ủng hộ Quỹ.
1.2. Công khai số tiền thu, chi.
- Thời gian thực hiện: Quý II/2026.
- Đơn vị chủ trì: Phó Chủ tịch phụ trách lĩnh vực An sinh xã hội.
- Đơn vị phối hợp: Các đ/c Trưởng đoàn thể xã, Bí thư chi bộ các thôn.
2. Tổng kết
2.1. Báo cáo kết quả vận động.
- Đơn vị chủ trì: Văn phòng.`).map(([, ...rest]) => rest),
    ).toEqual([
      [
        ['Phó Chủ tịch phụ trách lĩnh vực An sinh xã hội'],
        ['Các đ/c Trưởng đoàn thể xã', 'Bí thư chi bộ các thôn'],
        ['2026-06-30'],
      ],
      [
        ['Phó Chủ tịch phụ trách lĩnh vực An sinh xã hội'],
        ['Các đ/c Trưởng đoàn thể xã', 'Bí thư chi bộ các thôn'],
        ['2026-06-30'],
      ],
      [['Văn phòng'], [], []],
    ]);
  });
});

describe('people', () => {
  test('a heading that names a person by their charge leads what stands below it', () => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN
1. Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội
- Theo dõi, tổng hợp tiến độ.
2. Các Phó Chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và các Hội quần chúng
- Tham gia góp ý đối với dự kiến nhân sự.`),
    ).toEqual([
      ['Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội'],
      ['Các Phó Chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và các Hội quần chúng'],
    ]);
  });

  test('one person with two offices is one lead', () => {
    expect(
      leads(`III. TỔ CHỨC THỰC HIỆN
1. Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã chỉ đạo chung việc thực hiện.
2. Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung, chịu trách nhiệm trước Ủy ban bầu cử.`),
    ).toEqual([
      ['Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã'],
      ['Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban'],
    ]);
  });
});

test('a heading of staff leads; “Cụ thể:” hands down who the sentence before it names', () => {
  expect(
    leads(`III. TỔ CHỨC THỰC HIỆN
1. Chuyên viên Cơ quan Ủy ban Mặt trận Tổ quốc xã
- Chuẩn bị nội dung, điều kiện tổ chức hội nghị.
2. Các sở, ngành tổ chức thực hiện các nhiệm vụ nêu trong Đề án gắn với lĩnh vực phụ trách. Cụ thể:
- Bố trí kinh phí hằng năm cử cán bộ tham gia các khóa bồi dưỡng.`),
  ).toEqual([['Chuyên viên Cơ quan Ủy ban Mặt trận Tổ quốc xã'], ['Các sở, ngành'], ['Các sở, ngành']]);
});

test('a company that is told something is no entry of a list of companies', () => {
  const said = directives(`${HEAD}I. NHIỆM VỤ
1. Công ty Điện lực Bình Lộc đấu nối nguồn điện cho trạm xử lý nước thải.
2. Sở Công Thương đôn đốc các đơn vị sau:
- Công ty Cổ phần cấp nước và xây dựng Hải Sơn
- Công ty TNHH sản xuất và XNK bao bì`);
  expect(said.map((d) => d.lead[0]?.name)).toEqual(['Công ty Điện lực Bình Lộc', 'Sở Công Thương']);
});

test('things listed among tasks are one passage to look at; who issues and says that it does is none', () => {
  const text = `ỦY BAN MTTQ VIỆT NAM XÃ MỎ NHÀI
BAN THƯỜNG TRỰC
Số: 12/KH-MTTQ-BTT

Mỏ Nhài, ngày 20 tháng 11 năm 2025

KẾ HOẠCH
Tổ chức hội nghị hiệp thương

Căn cứ Luật Bầu cử đại biểu Quốc hội.

Ban Thường trực Ủy ban MTTQ Việt Nam xã ban hành kế hoạch tổ chức hội nghị hiệp thương lần thứ hai, cụ thể như sau:

III. NHIỆM VỤ, GIẢI PHÁP
1. Sở Nội vụ tổ chức hội nghị.
2. Hội nghị căn cứ các tài liệu:
- Tiêu chuẩn của người được giới thiệu ứng cử theo quy định.
- Kết quả thỏa thuận tại hội nghị hiệp thương lần thứ nhất.
- Ý kiến nhận xét của cử tri nơi công tác đối với người ứng cử.`;
  const [found] = read(text);
  expect(found?.directives.map((d) => d.lead[0]?.name)).toEqual(['Sở Nội vụ']);
  expect(found?.unread.map((u) => u.text.split('\n').length)).toEqual([3]);
});

describe('what is no order', () => {
  test('members of a committee, what it may do, how it works, what is adopted', () => {
    expect(
      leads(`Điều 1. Kiện toàn Ban Chỉ đạo về dữ liệu, gồm các thành viên sau đây:
1. Trưởng ban: Phó Chủ tịch Ủy ban nhân dân tỉnh.
2. Phó Trưởng ban:
- Giám đốc Sở Công Thương, Phó Trưởng ban thường trực;
Điều 2. Quyền hạn của Ban Chỉ đạo
1. Mời lãnh đạo các sở, ngành tham dự các cuộc họp.
2. Yêu cầu các sở, ngành, địa phương cung cấp thông tin, tài liệu.
Điều 3. Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ.
Điều 4. Thông qua 02 chính sách, cụ thể như sau:
- Chính sách 1: Đơn giản hóa thủ tục theo hướng không yêu cầu giấy tờ đã có.
Điều 5. Giao Sở Công Thương trình quy chế làm việc trước ngày 30/4/2026.`),
    ).toEqual([['Sở Công Thương']]);
  });

  test('papers below an order are its objects: the order stands above them', () => {
    expect(
      leads(`1. Phổ biến văn bản
Yêu cầu các doanh nghiệp nghiên cứu các văn bản sau:
- Nghị định số 24/2026/NĐ-CP ngày 17 tháng 01 năm 2026 của Chính phủ quy định các danh mục.
- Thông tư số 01/2026/TT-BCT ngày 17 tháng 01 năm 2026 của Bộ Công Thương quy định chi tiết.`),
    ).toEqual([['các doanh nghiệp']]);
  });
});

describe('clauses of an article', () => {
  test('the clauses stand under their article, and take the agency it names', () => {
    expect(
      short(`Điều 1. Trách nhiệm của Sở Y tế:
1. Rà soát định mức trang thiết bị.
2. Báo cáo Ủy ban nhân dân tỉnh trước ngày 01/6/2026.
Điều 2. Sở Tài chính bố trí kinh phí.`),
    ).toEqual([
      ['1.1', ['Sở Y tế'], [], []],
      ['1.2', ['Sở Y tế'], [], ['2026-05-31']],
      ['2', ['Sở Tài chính'], [], []],
    ]);
  });

  test('who cooperates, said above a list, cooperates in each; “Đối với … thì cần …” names nobody new', () => {
    expect(
      short(`1. Sở Công Thương:
a) Phối hợp với các sở, ngành liên quan hướng dẫn triển khai:
- Xây dựng kết cấu hạ tầng theo quy hoạch.
b) Đối với các địa phương chưa ban hành quy chế phối hợp giữa Ban Quản lý khu công nghiệp và các đơn vị liên quan trong việc quản lý cụm công nghiệp thì cần sớm ban hành quy chế này.`).map(
        ([, ...rest]) => rest,
      ),
    ).toEqual([
      [['Sở Công Thương'], ['các sở, ngành liên quan'], []],
      [['Sở Công Thương'], [], []],
    ]);
  });
});

test('in a letter an item that begins as a task is asked of the addressees, under a heading closed by a full stop too', () => {
  expect(
    leads(`Kính gửi: Các đơn vị hoạt động hóa chất trên địa bàn tỉnh

Thực hiện chức năng, nhiệm vụ được giao, Sở Công Thương yêu cầu các đơn vị sản xuất, kinh doanh, sử dụng hóa chất cập nhật báo cáo trước ngày 15/4/2026.

1. Trong quá trình hoạt động
1.1. Đối với công tác phòng ngừa sự cố trong quá trình tồn trữ hóa chất.
- Thực hiện đầy đủ biện pháp phòng ngừa đã được phê duyệt.`),
  ).toEqual([
    ['các đơn vị sản xuất, kinh doanh, sử dụng hóa chất'],
    ['Các đơn vị hoạt động hóa chất trên địa bàn tỉnh'],
  ]);
});

test('a consolidated text has its number and day at its end, and is one document', () => {
  const [one, ...others] = read(`VĂN BẢN HỢP NHẤT - BỘ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

THÔNG TƯ
Ban hành danh mục vật tư

Thông tư số 04/2017/TT-BYT ngày 14 tháng 4 năm 2017 của Bộ trưởng Bộ Y tế ban hành danh mục vật tư được sửa đổi, bổ sung.
Điều 1. Các cơ sở khám bệnh, chữa bệnh báo cáo Bộ Y tế trước ngày 15 tháng 5 năm 2018 về việc mua sắm vật tư.

BỘ Y TẾ
Số: 06/VBHN-BYT
XÁC THỰC VĂN BẢN HỢP NHẤT

Hà Nội, ngày 13 tháng 4 năm 2018
KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Lê Thị Mơ
`);
  expect([one?.number, one?.issued, others.length]).toEqual(['06/VBHN-BYT', '2018-04-13', 0]);
});
