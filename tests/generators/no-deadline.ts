import { type Day, parts, plusDays } from './days.ts';
import { roman, twoDigits } from './numerals.ts';
import type { PhraseCase } from './phrase-case.ts';
import type { Random } from './random.ts';

const KINDS = ['Công văn', 'Quyết định', 'Kế hoạch', 'Thông báo', 'Nghị quyết', 'Chỉ thị', 'Báo cáo', 'Tờ trình'];
const SIGNS = ['UBND', 'HĐND', 'SNV', 'STC', 'VPUB', 'BNV', 'TTg', 'SKHCN'];

/** A document cited with its number and day. */
export function citation(r: Random, anchor: Day): string {
  const d = plusDays(anchor, -r.int(3, 900));
  const { year, month, date } = parts(d);
  const words = r.chance(0.7)
    ? `${twoDigits(date)}/${r.pick([String(month), twoDigits(month)])}/${year}`
    : `${twoDigits(date)} tháng ${twoDigits(month)} năm ${year}`;
  const kind = r.pick(KINDS);
  return `${kind} số ${r.int(1, 4000)}/${kind === 'Công văn' ? '' : `${initials(kind)}-`}${r.pick(SIGNS)} ngày ${words}`;
}

function initials(kind: string): string {
  const letters = kind
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  return letters === 'QĐ' ? 'QĐ' : letters;
}

/** Sentences with numbers and calendar words that set nobody a last day. */
export function noDeadlineCase(r: Random, anchor: Day): PhraseCase {
  const { year, month } = parts(anchor);
  const [done, all] = [r.int(3, 14), r.int(15, 40)];
  const past = plusDays(anchor, -r.int(2, 60));
  const day = `${twoDigits(parts(past).date)}/${parts(past).month}/${parts(past).year}`;
  const percent = `${r.int(2, 95)},${r.int(1, 9)}%`;
  const q = roman(r.int(1, 4));
  const text = r.pick([
    `Căn cứ ${citation(r, anchor)} của UBND tỉnh`,
    `Thực hiện ${citation(r, anchor)} và ${citation(r, anchor)}`,
    `theo ${citation(r, anchor)} về việc triển khai nhiệm vụ năm ${year}`,
    `đã hoàn thành ${twoDigits(done)}/${all} nhiệm vụ, đạt ${percent}`,
    `còn ${twoDigits(done)}/${all} xã chưa đạt tiêu chí`,
    `tăng ${percent} so với cùng kỳ năm ${year - 1}`,
    `Trong ${r.pick(['6', '9', '03'])} tháng đầu năm ${year - 1}, toàn tỉnh đã giải ngân ${percent} kế hoạch vốn`,
    `Tính đến ngày ${day}, toàn tỉnh đã cấp ${r.int(100, 900)} giấy chứng nhận`,
    `Lũy kế đến ngày ${day} đạt ${percent}`,
    `Ngày ${day}, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh đã chủ trì cuộc họp về chuyển đổi số`,
    `Quý ${q} năm ${year - 1}, thu ngân sách đạt ${percent} dự toán`,
    `phương hướng, nhiệm vụ tháng ${month} năm ${year}`,
    `Chương trình phát triển đô thị giai đoạn ${year - 4} - ${year}`,
    `Thứ ba, tăng cường kiểm tra công vụ`,
    `Thứ năm, đẩy mạnh tuyên truyền`,
    `Đề án số ${twoDigits(r.int(1, 20))} đã được phê duyệt`,
    `khoản ${r.int(1, 9)} Điều ${r.int(10, 40)} Luật Đầu tư công`,
    `tổng kinh phí ${r.int(2, 90)}.${r.int(100, 900)} triệu đồng, gồm ${r.int(2, 9)} dự án`,
    `đường dây nóng 0${r.int(200, 299)}.3${r.int(100, 999)}.${r.int(1000, 9999)}`,
    `Hội nghị trực tuyến với ${r.int(3, 12)}/${r.int(13, 30)} điểm cầu`,
  ]);
  return { family: 'no-deadline', text, anchor, due: null };
}

/** Events whose day is not in the words, and mere urgency. */
export function openCase(r: Random, anchor: Day): PhraseCase {
  const text = r.pick([
    `trước kỳ họp thứ ${r.int(20, 40)} HĐND tỉnh`,
    'ngay sau khi Nghị quyết được thông qua',
    'sau khi có ý kiến của Bộ Tài chính',
    'trước khi trình Ban Thường vụ Tỉnh ủy',
    'trước khi bàn giao mặt bằng cho chủ đầu tư',
    'khẩn trương',
    'trong thời gian sớm nhất',
    'kịp thời',
    'bảo đảm đúng tiến độ',
    'thường xuyên, liên tục',
    'theo lộ trình đã được phê duyệt',
    'khi có yêu cầu',
  ]);
  return { family: 'open', text, anchor, due: null };
}
