import type { ActType } from '../../dsl/rules/index.ts';
import { formatDay } from '../format.ts';
import { withoutStop } from '../messages/reason.ts';

/** A field of a form; what it holds is judged by the rules. */
export interface FieldWords {
  readonly name: 'text' | 'reason' | 'note' | 'percent' | 'blockedBy' | 'due' | 'files';
  readonly label: string;
  readonly hint?: string;
  readonly required?: true;
}

export interface FormWords {
  readonly title: string;
  readonly button: string;
  /** What pressing the button means. */
  readonly about?: string;
  readonly fields: readonly FieldWords[];
}

const PROGRESS: FieldWords = {
  name: 'percent',
  label: 'Tỷ lệ hoàn thành (%)',
  hint: 'Từ 0 đến 100; bỏ trống nếu chưa ước lượng được.',
};

const NOTE: FieldWords = { name: 'note', label: 'Ý kiến (không bắt buộc)' };
const NEW_DUE: FieldWords = { name: 'due', label: 'Hạn mới', hint: 'Ngày cuối cùng của thời hạn mới.', required: true };

/** One entry for each act a link may offer. */
export const FORMS: Readonly<Partial<Record<ActType, FormWords>>> = {
  acknowledge: {
    title: 'Xác nhận tiếp nhận',
    button: 'Xác nhận đã nhận nhiệm vụ',
    about: 'Văn phòng sẽ ghi nhận cơ quan đã nhận được nhiệm vụ này.',
    fields: [],
  },
  'report-progress': {
    title: 'Báo cáo tiến độ',
    button: 'Gửi báo cáo tiến độ',
    fields: [
      {
        name: 'text',
        label: 'Nội dung báo cáo',
        hint: 'Việc đã làm, việc còn lại, vướng mắc và ngày dự kiến hoàn thành.',
        required: true,
      },
      PROGRESS,
      {
        name: 'blockedBy',
        label: 'Cơ quan đang vướng (không bắt buộc)',
        hint: 'Cơ quan cần có ý kiến hoặc phối hợp để làm tiếp.',
      },
    ],
  },
  'submit-result': {
    title: 'Gửi kết quả',
    button: 'Gửi kết quả',
    about: 'Nhiệm vụ chỉ kết thúc khi kết quả được duyệt.',
    fields: [
      {
        name: 'text',
        label: 'Kết quả thực hiện',
        hint: 'Số, ngày của văn bản kết quả và tóm tắt nội dung.',
        required: true,
      },
      { name: 'files', label: 'Tệp kèm theo (không bắt buộc)' },
    ],
  },
  'withdraw-result': {
    title: 'Rút lại kết quả',
    button: 'Rút lại kết quả đã gửi',
    about: 'Kết quả chưa được xem xét; sau khi rút lại, có thể sửa và gửi kết quả khác.',
    fields: [{ name: 'note', label: 'Ghi chú (không bắt buộc)' }],
  },
  approve: {
    title: 'Duyệt kết quả',
    button: 'Chấp thuận kết quả',
    about: 'Nhiệm vụ sẽ kết thúc và các cơ quan liên quan được thông báo.',
    fields: [NOTE],
  },
  endorse: {
    title: 'Đồng ý trình kết quả',
    button: 'Đồng ý trình kết quả',
    about: 'Kết quả sẽ được chuyển Văn phòng xem xét.',
    fields: [NOTE],
  },
  'ask-extension': {
    title: 'Đề nghị gia hạn',
    button: 'Gửi đề nghị gia hạn',
    about: 'Thời hạn hiện tại vẫn giữ nguyên cho đến khi đề nghị được đồng ý.',
    fields: [NEW_DUE, { name: 'reason', label: 'Lý do đề nghị', required: true }],
  },
  'grant-extension': {
    title: 'Đồng ý gia hạn',
    button: 'Đồng ý gia hạn',
    about: 'Thời hạn sẽ được thay đổi và các cơ quan liên quan được thông báo.',
    fields: [NOTE],
  },
  'offer-extension': {
    title: 'Đề xuất ngày khác',
    button: 'Gửi đề xuất',
    about: 'Thời hạn chỉ thay đổi khi cơ quan chủ trì đồng ý ngày được đề xuất.',
    fields: [NEW_DUE, { name: 'reason', label: 'Lý do', required: true }],
  },
  'reject-extension': {
    title: 'Không đồng ý gia hạn',
    button: 'Không đồng ý gia hạn',
    fields: [{ name: 'reason', label: 'Lý do', required: true }],
  },
  'accept-offer': {
    title: 'Đồng ý ngày được đề xuất',
    button: 'Đồng ý ngày được đề xuất',
    fields: [NOTE],
  },
  'decline-offer': {
    title: 'Không đồng ý ngày được đề xuất',
    button: 'Không đồng ý ngày được đề xuất',
    fields: [{ name: 'reason', label: 'Lý do', required: true }],
  },
  'ask-explanation': {
    title: 'Yêu cầu giải trình',
    button: 'Gửi yêu cầu giải trình',
    about:
      'Đơn vị chủ trì nhận yêu cầu và trả lời ngay trên trang nhiệm vụ; hết ngày mà chưa trả lời, người đứng đầu đơn vị được báo. Thời hạn nhiệm vụ không thay đổi.',
    fields: [
      {
        name: 'text',
        label: 'Nội dung cần giải trình',
        hint: 'Việc cần làm rõ, ví dụ nguyên nhân chậm, trách nhiệm, biện pháp khắc phục.',
        required: true,
      },
      { name: 'due', label: 'Chậm nhất hết ngày', hint: 'Ngày cuối cùng phải gửi giải trình.', required: true },
    ],
  },
  explain: {
    title: 'Gửi giải trình',
    button: 'Gửi giải trình',
    about: 'Giải trình được gửi tới người đã yêu cầu; nhiệm vụ và thời hạn không thay đổi.',
    fields: [
      {
        name: 'text',
        label: 'Nội dung giải trình',
        hint: 'Nguyên nhân (nêu rõ nguyên nhân khách quan nếu có), trách nhiệm, biện pháp khắc phục.',
        required: true,
      },
      { name: 'files', label: 'Văn bản giải trình, tài liệu kèm theo (không bắt buộc)' },
    ],
  },
  'accept-explanation': {
    title: 'Chấp nhận giải trình',
    button: 'Chấp nhận giải trình',
    about: 'Xác nhận nguyên nhân nêu trong giải trình; lần chậm ấy được ghi là có nguyên nhân khách quan.',
    fields: [NOTE],
  },
  'reject-explanation': {
    title: 'Không chấp nhận giải trình',
    button: 'Không chấp nhận giải trình',
    fields: [{ name: 'reason', label: 'Lý do', required: true }],
  },
  'withdraw-explanation-request': {
    title: 'Rút yêu cầu giải trình',
    button: 'Rút yêu cầu giải trình',
    about: 'Đơn vị chủ trì được báo là không cần giải trình nữa; lịch sử vẫn ghi yêu cầu này.',
    fields: [NOTE],
  },
  return: {
    title: 'Trả lại kết quả',
    button: 'Trả lại để hoàn thiện',
    fields: [
      { name: 'reason', label: 'Lý do trả lại', hint: 'Nêu rõ nội dung cần bổ sung, chỉnh sửa.', required: true },
    ],
  },
};

/** The row that tells of an open request for an explanation, and of its answer. */
export function explanationLine({
  due,
  asked,
  late,
  answered,
}: {
  readonly due: string;
  readonly asked: string;
  readonly late: boolean;
  readonly answered?: string;
}): string {
  const what = `Nội dung cần giải trình: ${withoutStop(asked)}; chậm nhất hết ngày ${formatDay(due)}`;
  if (answered !== undefined) return `${what}. Giải trình: ${withoutStop(answered)}; đang chờ kết luận`;
  return `${what}; ${late ? 'đã quá thời hạn, chưa gửi' : 'chưa gửi'}`;
}

/** The row that tells of an open request: "Đến hết ngày 15/04/2025: chờ ý kiến của Sở Tài chính; đang chờ trả lời" */
export function extensionLine(due: string, reason: string, offered?: string): string {
  const state =
    offered === undefined
      ? 'đang chờ trả lời'
      : `Văn phòng đề xuất hết ngày ${formatDay(offered)}, chờ cơ quan trả lời`;
  return `Đến hết ngày ${formatDay(due)}; lý do: ${withoutStop(reason)}; ${state}`;
}

/** "Mỗi tệp … tối đa 20 MB" */
export function filesHint(endings: readonly string[], most: number, megabytes: number): string {
  return `Tối đa ${most} tệp, tổng cộng ${megabytes} MB; nhận các dạng ${endings.join(', ')}.`;
}

export const REFUSED_TITLE = 'Chưa ghi nhận được';

export const UNSURE =
  'Hệ thống chưa trả lời, nên chưa rõ đã ghi nhận hay chưa. Đề nghị bấm gửi lại sau ít phút: cùng một biểu mẫu không bao giờ bị ghi hai lần.';

/** What is wrong with what was typed. */
export const FORM_FAULTS = {
  stale: 'Trang đã mở quá lâu. Đề nghị kiểm tra lại nội dung và gửi lại.',
  foreign: 'Biểu mẫu này không thuộc trang này. Đề nghị kiểm tra lại nội dung và gửi lại.',
  textTooLong: (most: number): string => `Nội dung dài quá ${most} chữ; đề nghị rút gọn, phần chi tiết gửi bằng tệp.`,
  noDay: 'Cần chọn ngày.',
  percent: 'Tỷ lệ hoàn thành phải là số nguyên từ 0 đến 100.',
  fullForToday: (megabytes: number): string =>
    `Trong một ngày chỉ nhận tối đa ${megabytes} MB tệp qua một liên kết; hãy gửi tiếp vào ngày mai, hoặc liên hệ văn phòng.`,
  tooManyFiles: (most: number): string => `Chỉ nhận tối đa ${most} tệp một lần.`,
  fileKind: (name: string, endings: readonly string[]): string =>
    `Không nhận tệp “${name}”: nội dung tệp không đúng một trong các dạng ${endings.join(', ')}.`,
  fileEmpty: (name: string): string => `Tệp “${name}” không có nội dung.`,
  chooseAgain: 'Tệp đã chọn không được giữ lại; đề nghị chọn lại tệp.',
} as const;
