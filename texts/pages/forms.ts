import type { ActType } from '../../dsl/engine/index.ts';

/** A field of a form; what it holds is judged by the rules. */
export interface FieldWords {
  readonly name: 'text' | 'reason' | 'note' | 'percent' | 'files';
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

/** One entry for each act a link may offer. Asking for an extension and answering it will be two more. */
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
  approve: {
    title: 'Duyệt kết quả',
    button: 'Chấp thuận kết quả',
    about: 'Nhiệm vụ sẽ kết thúc và các cơ quan liên quan được thông báo.',
    fields: [{ name: 'note', label: 'Ý kiến (không bắt buộc)' }],
  },
  return: {
    title: 'Trả lại kết quả',
    button: 'Trả lại để hoàn thiện',
    fields: [
      { name: 'reason', label: 'Lý do trả lại', hint: 'Nêu rõ nội dung cần bổ sung, chỉnh sửa.', required: true },
    ],
  },
};

/** "Mỗi tệp … tối đa 20 MB" */
export function filesHint(endings: readonly string[], most: number, megabytes: number): string {
  return `Tối đa ${most} tệp, tổng cộng ${megabytes} MB; nhận các dạng ${endings.join(', ')}.`;
}

/** What is wrong with what was typed. */
export const FORM_FAULTS = {
  stale: 'Trang đã mở quá lâu. Đề nghị kiểm tra lại nội dung và gửi lại.',
  foreign: 'Biểu mẫu này không thuộc trang này. Đề nghị kiểm tra lại nội dung và gửi lại.',
  textTooLong: (most: number): string => `Nội dung dài quá ${most} chữ; đề nghị rút gọn, phần chi tiết gửi bằng tệp.`,
  percent: 'Tỷ lệ hoàn thành phải là số nguyên từ 0 đến 100.',
  tooManyFiles: (most: number): string => `Chỉ nhận tối đa ${most} tệp một lần.`,
  fileKind: (name: string, endings: readonly string[]): string =>
    `Không nhận tệp “${name}”: nội dung tệp không đúng một trong các dạng ${endings.join(', ')}.`,
  fileEmpty: (name: string): string => `Tệp “${name}” không có nội dung.`,
  chooseAgain: 'Tệp đã chọn không được giữ lại; đề nghị chọn lại tệp.',
} as const;
