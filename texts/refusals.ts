import type { Refusal } from '../dsl/engine/index.ts';
import { formatDay } from './format.ts';
import { ACT_NAMES, PARTY_NAMES } from './names.ts';

/** Why an act was not taken, in one sentence to the person who tried it. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'closed':
      return 'Nhiệm vụ đã kết thúc, không nhận thêm thao tác.';
    case 'not-assigned':
      return 'Nhiệm vụ chưa được giao, chưa thể thực hiện thao tác này.';
    case 'already-acknowledged':
      return 'Đơn vị đã xác nhận tiếp nhận nhiệm vụ này trước đó.';
    case 'already-submitted':
      return 'Kết quả đã được trình và đang chờ duyệt.';
    case 'not-submitted':
      return 'Chưa có kết quả nào được trình để duyệt hoặc trả lại.';
    case 'not-allowed':
      return `${capitalise(PARTY_NAMES[refusal.party])} không được ${ACT_NAMES[refusal.act]}; thao tác này dành cho ${listOf(refusal.allowed.map((p) => PARTY_NAMES[p]))}.`;
    case 'empty':
      return refusal.field === 'reason' ? 'Cần ghi rõ lý do.' : 'Cần ghi rõ nội dung.';
    case 'percent':
      return 'Tỷ lệ hoàn thành phải từ 0 đến 100.';
    case 'deadline-past':
      return `Hạn mới (${formatDay(refusal.due)}) đã qua; hạn phải từ hôm nay trở đi.`;
    case 'deadline-same':
      return `Hạn mới trùng với hạn đang có (${formatDay(refusal.due)}).`;
    case 'not-a-day':
      return `“${refusal.due ?? ''}” không phải là ngày; ngày ghi ở dạng YYYY-MM-DD, ví dụ 2025-03-31.`;
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;
}
