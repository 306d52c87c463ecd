import type { Act, ActType } from '../dsl/rules/index.ts';
import { ACT_NAMES } from './acts.ts';
import { capital } from './format.ts';

/* What the evaluation annex says, in a window, a sheet or a document. */

const ROMAN = ['I', 'II', 'III', 'IV'];

export function periodName(kind: 'month' | 'quarter' | 'year', year: number, number: number): string {
  if (kind === 'year') return `năm ${year}`;
  return kind === 'quarter' ? `quý ${ROMAN[number - 1]}/${year}` : `tháng ${String(number).padStart(2, '0')}/${year}`;
}

interface Told {
  readonly taskPoints: number;
  readonly weights: { readonly quantity: number; readonly quality: number; readonly progress: number };
  readonly takes: { readonly late: number; readonly returned: number };
}

/** A number as it is written in Vietnamese. */
const number = (value: number) => String(value).replace('.', ',');

export const EVALUATION_TEXTS = {
  title: (period: string) => `Phụ lục đánh giá kết quả thực hiện nhiệm vụ ${period}`,
  byAgency: 'Theo đơn vị',
  byPerson: 'Theo cá nhân',
  agency: 'Đơn vị chủ trì',
  person: 'Người được giao',
  nobody: '(chưa rõ người)',
  noAgency: '(không rõ đơn vị)',
  sum: 'Cộng',
  scoreHead: (points: number) => [
    'Nhiệm vụ',
    'Sản phẩm quy đổi',
    'Số lượng đạt',
    'Số lượng, %',
    'Chất lượng đạt',
    'Chất lượng, %',
    'Tiến độ đạt',
    'Tiến độ, %',
    `Điểm kết quả (tối đa ${number(points)})`,
    `Điểm tiêu chí chung (tối đa ${number(100 - points)})`,
    'Tổng điểm',
    'Xếp loại',
  ],
  criteria: { quantity: 'Số lượng', quality: 'Chất lượng', progress: 'Tiến độ' },
  deductions: 'Từng khoản trừ',
  deductionsHead: [
    'Đơn vị chủ trì',
    'Người được giao',
    'Văn bản',
    'Mã',
    'Tiêu chí',
    'Vì việc gì',
    'Ngày',
    'Trừ, % sản phẩm',
    'Sản phẩm quy đổi bị trừ',
  ],
  returned: (reason: string) => `Kết quả bị trả lại${reason === '' ? '' : `: “${reason}”`}`,
  lateUntil: (act: ActType, day: string) => `Qua hạn; đến ${day} mới ${ACT_NAMES[act]}`,
  lateStill: 'Qua hạn, chưa có kết quả',
  notDone: 'Chưa có kết quả được duyệt',
  excuses: 'Nguyên nhân khách quan được xác nhận',
  excusesHead: [
    'Đơn vị chủ trì',
    'Người được giao',
    'Văn bản',
    'Mã',
    'Hạn đã qua',
    'Xác nhận bằng',
    'Nguyên nhân',
    'Người xác nhận',
    'Ngày xác nhận',
  ],
  explanations: 'Giải trình',
  explanationsHead: [
    'Đơn vị chủ trì',
    'Người được giao',
    'Văn bản',
    'Mã',
    'Nội dung yêu cầu giải trình',
    'Chậm nhất',
    'Ngày giải trình',
    'Nội dung giải trình',
    'Kết luận',
    'Người kết luận',
  ],
  notExplained: (late: boolean) => (late ? 'quá thời hạn, chưa gửi' : 'chưa gửi'),
  notConcluded: 'chưa kết luận',
  lapsed: 'thôi giải trình vì đã giao đơn vị khác chủ trì',
  confirmedBy: ({ type }: Act) => capital(ACT_NAMES[type]),
  products: 'Từng sản phẩm',
  productsHead: [
    'Đơn vị chủ trì',
    'Người được giao',
    'Văn bản',
    'Mã',
    'Hạn',
    'Kết quả',
    'Sản phẩm quy đổi',
    'Số lượng, %',
    'Chất lượng, %',
    'Tiến độ, %',
  ],
  noDue: 'không hạn',
  done: 'đã duyệt',
  open: 'chưa xong',
  isExample:
    'CHÚ Ý: các hệ số là VÍ DỤ kèm chương trình, không phải quy định; cơ quan đối chiếu văn bản gốc và điền cách tính của mình trước khi dùng.',
  source: (source: string) => `Cách tính: ${source}.`,
  how: ({ taskPoints, weights, takes }: Told) =>
    `Số lượng, chất lượng, tiến độ: phần trăm sản phẩm quy đổi đạt trên sản phẩm được giao, tính theo tỷ lệ ${number(weights.quantity)}:${number(weights.quality)}:${number(weights.progress)}, tối đa ${number(taskPoints)} điểm. Mỗi hạn qua mà chưa có kết quả trừ ${number(takes.late)}% tiến độ, mỗi lần bị trả lại trừ ${number(takes.returned)}% chất lượng của sản phẩm ấy; sản phẩm chưa được duyệt không được điểm nào.`,
  counted: (from: string, to: string) =>
    `Tính nhiệm vụ có hạn từ ${from} đến ${to}, và nhiệm vụ không hạn được duyệt trong kỳ, theo sổ tại thời điểm nêu trên.`,
  leftOut: (awaiting: number, notDue: number, suspended: number, ended: number) =>
    `Không tính: chờ văn phòng duyệt ${awaiting}; chưa đến hạn ${notDue}; tạm hoãn ${suspended}; đã hủy, được thay thế, tách hoặc nhập ${ended}.`,
  firstLead: 'Nhiệm vụ có nhiều đơn vị cùng chủ trì được tính cho đơn vị nêu đầu tiên.',
  toldLast: 'Người được giao: người của đơn vị chủ trì được báo gần nhất về nhiệm vụ ấy.',
  bands: 'Chỉ xếp loại khi có điểm tiêu chí chung; tỷ lệ tối đa của loại xuất sắc do hội đồng quyết định.',
} as const;

export const FORMULA_FILE = {
  needsPeriod: '--formula chỉ dùng cùng --evaluation; thêm ví dụ --evaluation "quý I/2025"',
  fields: {
    source: 'Căn cứ (ghi ở phụ lục)',
    taskPoints: 'Điểm kết quả nhiệm vụ, tối đa (trong 100)',
    quantity: 'Tỷ trọng số lượng',
    quality: 'Tỷ trọng chất lượng',
    progress: 'Tỷ trọng tiến độ',
    late: 'Mỗi lần qua hạn trừ, % tiến độ của sản phẩm',
    returned: 'Mỗi lần bị trả lại trừ, % chất lượng của sản phẩm',
    excusing: 'Xác nhận nguyên nhân khách quan (làm sau khi hạn đã qua)',
    products: 'Sản phẩm quy đổi theo quy tắc',
    common: 'Điểm tiêu chí chung',
    bands: 'Xếp loại',
  },
  fromForm: 'Cách tính phụ lục đánh giá, ghi từ trang Cách tính.',
  badNumber: (label: string, text: string) => `${label}: “${text}” không phải là số; gõ dạng 25 hoặc 27,5`,
  badLine: (label: string, line: string) => `${label}: “${line}”: mỗi dòng ghi “tên: số”`,
  gone: (file: string) => `${file}: không có tệp này`,
  notYaml: (file: string, line: number) =>
    `${file}:${line}: không phải YAML đúng cú pháp; kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc`,
  wrong: (file: string, path: string, message: string) => `${file}: ${path === '' ? '' : `${path}: `}${message}`,
  fault: (
    file: string,
    fault:
      | { readonly kind: 'no-weight' | 'bands' }
      | { readonly kind: 'common-too-high'; readonly name: string; readonly points: number; readonly most: number },
  ) => {
    if (fault.kind === 'common-too-high')
      return `${file}: common: “${fault.name}” ${number(fault.points)} điểm, nhiều hơn phần còn lại ngoài kết quả nhiệm vụ (${number(fault.most)})`;
    if (fault.kind === 'no-weight') return `${file}: weights: ít nhất một trọng số phải lớn hơn 0`;
    return `${file}: bands: ghi từ điểm cao xuống thấp, không trùng nhau`;
  },
} as const;
