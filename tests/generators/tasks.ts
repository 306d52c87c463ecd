import { type Day, parts } from './days.ts';
import { citation } from './no-deadline.ts';
import type { Random } from './random.ts';

/** What is to be done. Bodies named in it receive, or are told of, something: they neither lead nor cooperate. */
const TASKS = [
  'rà soát, cập nhật danh mục cơ sở nhà, đất dôi dư sau sắp xếp',
  'xây dựng kế hoạch bảo trì các tuyến đường tỉnh',
  'kiểm tra việc niêm yết giá tại các chợ đầu mối',
  'tham mưu UBND tỉnh ban hành quy chế quản lý chợ nông thôn',
  'khảo sát hiện trạng các trạm bơm dã chiến',
  'bảo dưỡng hệ thống camera giám sát giao thông',
  'sao lưu toàn bộ dữ liệu hộ tịch đã số hóa',
  'đấu nối nguồn điện cho trạm xử lý nước thải tập trung',
  'lập phương án phân luồng giao thông trong mùa lễ hội',
  'tổ chức tập huấn kỹ năng số cho cán bộ cấp xã',
  'bàn giao mặt bằng đoạn tuyến còn lại qua xã Tân Hòa',
  'thẩm định hồ sơ đề xuất chủ trương đầu tư dự án kè sông Lũng',
  'đánh giá kết quả thí điểm mô hình hợp tác xã kiểu mới',
  'giải quyết dứt điểm kiến nghị của cử tri về nước sạch',
  'hướng dẫn UBND cấp xã lập hồ sơ địa chính',
  'trình UBND tỉnh phê duyệt điều chỉnh quy hoạch chi tiết cụm công nghiệp',
  'nâng cấp phần mềm một cửa điện tử',
  'công khai kết quả giải quyết thủ tục hành chính',
  'tuyên truyền, vận động người dân cài đặt ứng dụng định danh',
  'xử lý nghiêm các trường hợp khai thác cát trái phép',
  'chuẩn bị nội dung làm việc với đoàn giám sát',
  'nghiên cứu, đề xuất cơ chế hỗ trợ doanh nghiệp nhỏ và vừa',
  'tháo gỡ khó khăn, vướng mắc của các dự án chậm tiến độ',
  'thống kê thiệt hại do mưa lũ gây ra',
  'lắp đặt biển báo tại các điểm đen tai nạn giao thông',
];

/** Numbers and days beside a task that set no limit. */
const BESIDE: readonly ((r: Random, anchor: Day) => string)[] = [
  (r, anchor) => ` theo ${citation(r, anchor)} của UBND tỉnh`,
  (r, anchor) => ` theo chỉ đạo tại ${citation(r, anchor)}`,
  (r) => ` đối với ${r.int(3, 14)}/${r.int(15, 60)} dự án còn vướng mắc`,
  (r) => `, bảo đảm tỷ lệ đạt trên ${r.int(60, 95)}%`,
  (_, anchor) =>
    ` thuộc Chương trình mục tiêu quốc gia giai đoạn ${parts(anchor).year + 1} - ${parts(anchor).year + 5}`,
  (r) => ` (gồm ${r.int(2, 9)} hạng mục, tổng kinh phí ${r.int(2, 90)},${r.int(1, 9)} tỷ đồng)`,
];

/** A task in words, with something beside it now and then. */
export function taskWords(r: Random, anchor: Day): string {
  return r.pick(TASKS) + (r.chance(0.25) ? r.pick(BESIDE)(r, anchor) : '');
}
