import { expect, test } from '@jest/globals';
import { directives } from './support.ts';

/** Sentences whose subject is hard to bound, and who leads. */
const WORDINGS: readonly (readonly [string, string])[] = [
  ['Giám đốc Sở Giáo dục và Đào tạo quyết định cho học sinh nghỉ học.', 'Giám đốc Sở Giáo dục và Đào tạo'],
  ['Trưởng Ban Quản lý Khu kinh tế tỉnh rà soát nhà xưởng.', 'Trưởng Ban Quản lý Khu kinh tế tỉnh'],
  ['Trường Cao đẳng Hải Sơn liên kết đào tạo.', 'Trường Cao đẳng Hải Sơn'],
  ['Phòng PC06 - Công an tỉnh hướng dẫn thủ tục.', 'Phòng PC06 - Công an tỉnh'],
  ['Ban Quản lý dự án tỉnh yêu cầu nhà thầu tăng ca.', 'Ban Quản lý dự án tỉnh'],
  ['Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát.', 'Sở Y tế'],
  ['Sở Y tế, ngoài nội dung trên, rà soát trạm y tế.', 'Sở Y tế'],
  ['Đối với Sở Y tế, Sở Nội vụ: ngoài nội dung trên, rà soát biên chế.', 'Sở Y tế, Sở Nội vụ'],
  [
    'Thủ trưởng các đơn vị: Trung tâm Kiểm soát bệnh tật, Chi cục Dân số báo cáo.',
    'Trung tâm Kiểm soát bệnh tật, Chi cục Dân số',
  ],
  ['Hiệu trưởng các trường đại học, cao đẳng chỉ đạo rà soát ký túc xá.', 'Hiệu trưởng các trường đại học, cao đẳng'],
  [
    'Sở Y tế; Công an tỉnh; UBND phường Cổ Loan phối hợp với Sở Nội vụ kiểm tra.',
    'Sở Y tế, Công an tỉnh, UBND phường Cổ Loan',
  ],
  ['Kết quả thực hiện đề nghị Sở Y tế báo cáo về UBND tỉnh.', 'Sở Y tế'],
  [
    'Hội đồng bồi thường, hỗ trợ và tái định cư phường Cổ Loan niêm yết phương án.',
    'Hội đồng bồi thường, hỗ trợ và tái định cư phường Cổ Loan',
  ],
  ['Các Sở Giáo dục và Đào tạo báo cáo.', 'Các Sở Giáo dục và Đào tạo'],
  [
    'Giám đốc các sở, thủ trưởng các ban; Chủ tịch UBND các xã hoãn các cuộc họp.',
    'Giám đốc các sở, thủ trưởng các ban, Chủ tịch UBND các xã',
  ],
  ['Đảng ủy các xã có rừng ban hành kế hoạch thực hiện.', 'Đảng ủy các xã có rừng'],
  ['Trường Mầm non Cổ Lập, Trường TH&THCS Cổ Lập báo cáo.', 'Trường Mầm non Cổ Lập, Trường TH&THCS Cổ Lập'],
  ['Ông (bà) Trưởng các thôn lập danh sách.', 'Ông (bà) Trưởng các thôn'],
  ['Giao đồng chí Trưởng phòng Kinh tế rà soát nguồn thu.', 'đồng chí Trưởng phòng Kinh tế'],
  ['Công chức Tư pháp - Hộ tịch chủ trì, cùng Phòng Kinh tế xác minh.', 'Công chức Tư pháp - Hộ tịch'],
  ['Hằng tháng Sở Y tế báo cáo kết quả.', 'Sở Y tế'],
  // Who leads is said by "chủ trì" alone.
  ['Sở Y tế được giao chủ trì, phối hợp với Sở Nội vụ rà soát.', 'Sở Y tế'],
  ['Chỉ đạo Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát.', 'Sở Y tế'],
  ['Giao tổ công tác chủ trì, phối hợp với Sở Nội vụ rà soát.', 'tổ công tác'],
  ['Giao cho công an tỉnh chủ trì xác minh.', 'công an tỉnh'],
  ['Giao cục Di sản Văn hóa chủ trì thẩm định.', 'cục Di sản Văn hóa'],
  ['Giao Bộ trưởng Nội vụ chủ trì báo cáo.', 'Bộ trưởng Nội vụ'],
  ['Giao Chủ tịch UBND quận 8 bố trí chỗ ở.', 'Chủ tịch UBND quận 8'],
  ['Viện Khoa học công nghệ xây dựng chủ trì giám định.', 'Viện Khoa học công nghệ xây dựng'],
  [
    'Cơ quan chuyên môn về văn hóa, thể thao thuộc UBND cấp tỉnh có trách nhiệm phối hợp.',
    'Cơ quan chuyên môn về văn hóa, thể thao thuộc UBND cấp tỉnh',
  ],
];

test.each(WORDINGS)('%s', (sentence, wanted) => {
  const found = directives(`1. ${sentence}`);
  expect(found.map((d) => d.lead.map((n) => n.name).join(', '))).toEqual([wanted]);
});

test('below an agency that heads a section any words are its task; staff of its own lead nothing', () => {
  const found = directives(
    '1. Sở Y tế\n\nMời đại biểu, trang trí hội trường.\n\n2. Sở Nội vụ:\n\n- Phân công 01 công chức làm đầu mối.',
  );
  expect(found.map((d) => d.lead.map((n) => n.name))).toEqual([['Sở Y tế'], ['Sở Nội vụ']]);
});

test('time and place of a meeting make no record of those invited', () => {
  expect(
    directives(
      '1. Thành phần:\n\n- Lãnh đạo các sở;\n\n- Chủ tịch UBND các xã.\n\n2. Thời gian: 14 giờ 00 ngày 20/4/2025.',
    ),
  ).toEqual([]);
});

test('below an assessment tasks begin again where bodies are told', () => {
  const found = directives(
    '1. Về tình hình tháng 02\n\nChính phủ đánh giá: thu ngân sách đạt 24%.\n\nChính phủ yêu cầu các bộ, địa phương tập trung thực hiện các nhiệm vụ sau:\n\na) Bộ Tài chính\n\n- Theo dõi sát biến động giá.\n\nb) Bộ Công Thương hướng dẫn.',
  );
  expect(found.map((d) => d.lead.map((n) => n.name))).toEqual([['Bộ Tài chính'], ['Bộ Công Thương']]);
});

test('an introduction orders behind the purpose it opens with', () => {
  const found = directives(
    'Để hoàn thành mục tiêu, phấn đấu tăng trưởng 10%, bảo đảm các cân đối lớn; UBND tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các xã tập trung những nội dung sau:\n\na) Rà soát kịch bản tăng trưởng.',
  );
  expect(found.map((d) => d.lead.map((n) => n.name))).toEqual([['Giám đốc các sở', 'Chủ tịch UBND các xã']]);
});

test('what others said at a meeting is no order, what its chair concludes is', () => {
  const found = directives(
    'I. CÁC Ý KIẾN TẠI CUỘC HỌP\n\n- Bà Hoa: đề nghị Công an phường cung cấp số liệu.\n\nII. KẾT LUẬN\n\n1. Công an phường cung cấp số liệu.',
  );
  expect(found.map((d) => d.text)).toEqual(['Công an phường cung cấp số liệu.']);
});

test('a heading right above a table is no task', () => {
  const found = directives(
    'II. PHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Làm đường | Sở Y tế | 1/6/2025 |',
  );
  expect(found.map((d) => d.lead.map((n) => n.name))).toEqual([['Sở Y tế']]);
});

test('“these” are those who lead the order right above', () => {
  const told = directives(
    ['1. Sở Y tế, Công an tỉnh rà soát.', '2. Các đơn vị này báo cáo trước ngày 10/3/2025.'].join('\n\n'),
  );
  expect(told.map((d) => d.lead.map((n) => n.name))).toEqual([
    ['Sở Y tế', 'Công an tỉnh'],
    ['Sở Y tế', 'Công an tỉnh'],
  ]);
  expect(told[1]?.warnings).not.toEqual([]);
});

test('a sort without a quantifier leads below “Trách nhiệm của …”', () => {
  const told = directives('1. Trách nhiệm của doanh nghiệp kinh doanh vận tải\n\na) Lắp đặt camera.\n\nb) Báo cáo.');
  expect(told.map((d) => d.lead.map((n) => n.name))).toEqual([
    ['doanh nghiệp kinh doanh vận tải'],
    ['doanh nghiệp kinh doanh vận tải'],
  ]);
});

test('a trade of its own belongs to the sort', () => {
  const [first] = directives('1. Các tổ chức phát hành thẻ niêm yết mức phí.');
  expect(first?.lead.map((n) => n.name)).toEqual(['Các tổ chức phát hành thẻ']);
});
