import { expect, test } from '@jest/globals';
import { directives } from './support.ts';

/** Bodies whose names end in many ways: with a field, a place, a number, a comma or a verb in them; sorts of bodies. */
const NAMES = `
Sở Nông nghiệp và Môi trường|Sở Dân tộc và Tôn giáo|Sở Văn hóa, Thể thao và Du lịch|Sở Ngoại vụ
Sở Khoa học và Công nghệ|Công an tỉnh|Bộ Chỉ huy Quân sự tỉnh|Bộ đội Biên phòng tỉnh
Ban Chỉ huy Bộ đội Biên phòng|Thanh tra tỉnh|Thuế tỉnh|Chi cục Hải quan khu vực V|Kho bạc Nhà nước khu vực X
Bảo hiểm xã hội tỉnh|Bảo hiểm xã hội khu vực XV|Ngân hàng Nhà nước chi nhánh Khu vực 8
Ngân hàng Chính sách xã hội chi nhánh tỉnh|Chi nhánh Ngân hàng Chính sách xã hội tỉnh|Tòa án nhân dân tỉnh
Viện Kiểm sát nhân dân tỉnh|Cục Thi hành án dân sự tỉnh|Thi hành án dân sự tỉnh|Thống kê tỉnh|Cục Thống kê
Kiểm toán nhà nước khu vực II|Đài Khí tượng Thủy văn tỉnh|Ban Quản lý Khu kinh tế tỉnh
Ban Quản lý các khu công nghiệp tỉnh|Ban Quản lý Khu kinh tế Vân Phong và các khu công nghiệp tỉnh
Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh
Ban Quản lý dự án đầu tư xây dựng khu vực Đông Hòa|Ban Quản lý rừng phòng hộ Sông Hinh
Vườn quốc gia Núi Chúa|Hạt Kiểm lâm Đông Hòa|Chi cục Kiểm lâm|Chi cục Chăn nuôi và Thú y
Chi cục Trồng trọt và Bảo vệ thực vật|Chi cục Thủy lợi|Chi cục Quản lý thị trường|Chi cục Dân số
Chi cục An toàn vệ sinh thực phẩm|Trung tâm Kiểm soát bệnh tật tỉnh|Trung tâm Phát triển quỹ đất tỉnh
Trung tâm Khuyến nông tỉnh|Trung tâm Xúc tiến đầu tư, thương mại và du lịch
Trung tâm Phục vụ hành chính công tỉnh|Trung tâm Dịch vụ việc làm tỉnh|Trung tâm Y tế khu vực Đông Hòa
Văn phòng Đăng ký đất đai|Văn phòng UBND tỉnh|Văn phòng HĐND và UBND xã|Văn phòng Đoàn ĐBQH và HĐND tỉnh
Văn phòng Điều phối nông thôn mới tỉnh|Văn phòng Ban An toàn giao thông tỉnh|Ban An toàn giao thông tỉnh
Ban Tuyên giáo và Dân vận Tỉnh ủy|Ban Nội chính Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|Văn phòng Tỉnh ủy
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh|Mặt trận Tổ quốc các cấp|Hội Liên hiệp Phụ nữ tỉnh|Hội Nông dân tỉnh
Hội Cựu chiến binh tỉnh|Tỉnh đoàn|Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh|Liên đoàn Lao động tỉnh
Liên minh Hợp tác xã tỉnh|Hội Chữ thập đỏ tỉnh|Hội Luật gia tỉnh|Hội Người cao tuổi
Hiệp hội Doanh nghiệp tỉnh|Hiệp hội Du lịch tỉnh|Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh
Báo và Phát thanh, Truyền hình tỉnh|Cổng Thông tin điện tử tỉnh|Công ty Điện lực Đông Hòa
Công ty Cổ phần Cấp thoát nước tỉnh|Công ty TNHH MTV Thủy lợi Đông Hòa|Viễn thông tỉnh|VNPT Đông Hòa
Viettel Đông Hòa|Bưu điện tỉnh|Trường Đại học Đông Hòa|Trường Cao đẳng Y tế tỉnh|Trường Chính trị tỉnh
Bệnh viện Đa khoa tỉnh|Bệnh viện Đa khoa khu vực Đông Hòa|Bệnh viện Y học cổ truyền|Phòng Kinh tế
Phòng Văn hóa - Xã hội|Phòng Kinh tế, Hạ tầng và Đô thị|Công an xã|Ban Chỉ huy Quân sự xã|Trạm Y tế xã
Đồn Biên phòng Lộc An|Phòng Cảnh sát giao thông|Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ
Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao|Tổ công tác liên ngành
Tổ công nghệ số cộng đồng|Ban Chỉ đạo 389 tỉnh|Ban Chỉ đạo thi hành án dân sự tỉnh
Ban Chỉ huy Phòng thủ dân sự tỉnh|Hội đồng thẩm định giá đất tỉnh|Hội đồng nghĩa vụ quân sự xã
Đoàn Luật sư tỉnh|Cảng vụ Hàng hải Đông Hòa|Cảng hàng không Tuy Hòa|Khu Quản lý đường bộ III
Tổng công ty Điện lực miền Trung|Tập đoàn Điện lực Việt Nam|Tập đoàn Công nghiệp - Viễn thông Quân đội
Bộ Tài chính|Bộ Giáo dục và Đào tạo|Bộ Tư lệnh Quân khu 5|Bộ Tư lệnh Vùng 3 Hải quân
Bộ Tư lệnh Vùng Cảnh sát biển 2|Ngân hàng Nhà nước Việt Nam|Thông tấn xã Việt Nam|Đài Truyền hình Việt Nam
Viện Hàn lâm Khoa học xã hội Việt Nam|Ủy ban Dân nguyện và Giám sát của Quốc hội|Văn phòng Trung ương Đảng
Ban Tổ chức Trung ương|Đảng ủy Công an Trung ương|UBND các xã, phường
Ủy ban nhân dân các xã, phường, đặc khu|UBND cấp xã|UBND xã Tân Lập|UBND phường Hòa Lập|các sở, ban, ngành
các sở, ban, ngành, đoàn thể tỉnh|các sở, ngành liên quan|các đơn vị liên quan
các cơ quan, đơn vị có liên quan|các cơ quan chức năng|các bộ, ngành, địa phương|các bộ, cơ quan ngang bộ
các địa phương|các cơ quan báo chí|các doanh nghiệp viễn thông|các doanh nghiệp kinh doanh xăng dầu
các tổ chức chính trị - xã hội|các tổ chức tín dụng trên địa bàn|các cơ sở giáo dục|các trường học
các hợp tác xã|các hội, đoàn thể|chủ đầu tư|các chủ đầu tư|các nhà thầu|các nhà mạng|các lực lượng chức năng
lực lượng chức năng|các lực lượng liên quan|chính quyền địa phương|các ngân hàng thương mại
các đồn biên phòng|các tổ dân phố|các thôn, bản|Trưởng các thôn|các phòng, ban chuyên môn
các cơ sở khám bệnh, chữa bệnh|các đơn vị sự nghiệp công lập|các cơ quan Trung ương trên địa bàn
các địa phương có biển|các địa phương liên quan|các hiệp hội, ngành hàng|doanh nghiệp
Mặt trận Tổ quốc và các đoàn thể`
  .split(/[|\n]/)
  .filter((n) => n !== '');

/** What tasks begin with, right behind a name. */
const TASKS = `
rà soát, tổng hợp danh sách|tham mưu UBND tỉnh ban hành kế hoạch|tổ chức kiểm tra|kiểm tra, xử lý vi phạm
hướng dẫn các địa phương thực hiện|xây dựng phương án|đẩy nhanh tiến độ giải phóng mặt bằng
tuyên truyền, vận động Nhân dân|triển khai thực hiện có hiệu quả|cân đối, bố trí kinh phí
lập hồ sơ trình cấp có thẩm quyền|theo dõi, đôn đốc|nắm chắc tình hình|tháo gỡ khó khăn cho doanh nghiệp
giải quyết dứt điểm các kiến nghị|bảo đảm an ninh trật tự|thực hiện tốt công tác phối hợp
phát hiện, ngăn chặn hành vi vi phạm|quản lý chặt chẽ địa bàn|nghiên cứu, đề xuất|trong việc quản lý đất đai
để thống nhất nội dung|trong quá trình triển khai|phân luồng giao thông|tăng cường công tác thanh tra
thẩm định giá đất|khẩn trương hoàn thiện hồ sơ|sớm báo cáo kết quả|làm rõ trách nhiệm|đấu tranh với tội phạm
cắm mốc, bàn giao|ứng phó sự cố|tiếp nhận, xử lý thông tin|đánh giá kết quả|xem xét, quyết định
tạo điều kiện thuận lợi|đề xuất giải pháp|báo cáo UBND tỉnh trước ngày 30/6/2026|thường xuyên kiểm tra
chủ động phòng ngừa|quan tâm bố trí|vận hành hệ thống|giám sát việc thực hiện|phun hóa chất diệt muỗi
lấy mẫu kiểm nghiệm|mở đợt cao điểm|phát động phong trào|kịp thời cung cấp thông tin|xác minh nguồn gốc
đo đạc, lập bản đồ|cung cấp hồ sơ|định giá tài sản|dự báo nhu cầu|cấp giấy chứng nhận|thu hồi đất
điều tra, truy tố|đầu tư hạ tầng|xây dựng đề án|phát triển hạ tầng số|bảo vệ hiện trường|khai thác dữ liệu`
  .split(/[|\n]/)
  .filter((v) => v !== '');

const at = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** The words of a list of names, whatever joins them: "Mặt trận Tổ quốc và các đoàn thể" is one name or two. */
function wordsOf(list: readonly string[]): string {
  return list
    .flatMap((n) => n.toLowerCase().split(/[^\p{L}\d&]+/u))
    .filter((w) => w !== 'và')
    .sort()
    .join(' ');
}

test('where a name ends, whichever name and task stand together', () => {
  const cases = Array.from({ length: 4 * NAMES.length }, (_, i) => ({
    names: [at(NAMES, i), at(NAMES, 3 * i + 37 + Math.floor(i / NAMES.length))],
    task: at(TASKS, 7 * i + Math.floor(i / TASKS.length)),
  })).filter(({ names }) => names[0] !== names[1]);
  const found = directives(
    cases.map((c, i) => `${i + 1}. Sở Tư pháp chủ trì, phối hợp với ${c.names.join(', ')} ${c.task}.`).join('\n\n'),
  );
  const wrong = cases.flatMap(({ names, task }, i) => {
    const got = found.find((d) => d.id === String(i + 1))?.cooperating.map((n) => n.name) ?? [];
    return wordsOf(got) === wordsOf(names) ? [] : [`${names.join(' + ')} | ${task}: ${got.join(' + ')}`];
  });
  expect(found.length).toBeGreaterThanOrEqual(cases.length);
  expect(wrong).toEqual([]);
});
