import type { Act, ActType } from '../dsl/rules/act.ts';

/* Why a message that waited for its hour does not leave: what happened before it. Stands in the ledger. */

const OVERTAKEN: Readonly<Record<ActType, string>> = {
  acknowledge: 'Đã xác nhận',
  'report-progress': 'Đã báo cáo tiến độ',
  'submit-result': 'Đã gửi kết quả',
  endorse: 'Kết quả đã được đồng ý trình',
  approve: 'Nhiệm vụ đã hoàn thành',
  return: 'Kết quả đã được trả lại',
  'change-deadline': 'Thời hạn đã thay đổi',
  'ask-extension': 'Đã có đề nghị gia hạn',
  'grant-extension': 'Đã gia hạn',
  'reject-extension': 'Đề nghị gia hạn đã được trả lời',
  'offer-extension': 'Đề nghị gia hạn đã được trả lời',
  'accept-offer': 'Đã gia hạn',
  'decline-offer': 'Đề xuất gia hạn đã được trả lời',
  suspend: 'Nhiệm vụ đã tạm hoãn',
  resume: 'Nhiệm vụ đã tiếp tục',
  reassign: 'Nhiệm vụ đã giao đơn vị khác',
  adjust: 'Việc nhắc đã được điều chỉnh',
  correct: 'Nội dung đã được đính chính',
  note: 'Đã có ghi chú thay thế',
  cancel: 'Nhiệm vụ đã bị huỷ',
  supersede: 'Nhiệm vụ đã được thay thế',
  absorb: 'Đã nhập thêm nhiệm vụ',
  'change-terms': 'Quy tắc theo dõi đã thay đổi',
  import: 'Nhiệm vụ đã nhập vào sổ',
};

const SUCCEEDED = { split: 'Nhiệm vụ đã được tách', merged: 'Nhiệm vụ đã được nhập vào nhiệm vụ khác' } as const;

/** “Đã gia hạn trước giờ gửi” */
export function overtakenText(act: Act): string {
  const how = act.type === 'supersede' ? act.succession?.how : undefined;
  return `${how === undefined ? OVERTAKEN[act.type] : SUCCEEDED[how]} trước giờ gửi`;
}
