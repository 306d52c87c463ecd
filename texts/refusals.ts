import type { Refusal } from '../dsl/rules/index.ts';
import { ACT_NAMES } from './acts.ts';
import { capital, formatDay, nameList } from './format.ts';
import { PARTY_NAMES, roleName } from './names.ts';

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
    case 'not-endorsed':
      return 'Kết quả chưa được người đứng đầu đơn vị đồng ý trình, chưa thể duyệt.';
    case 'already-endorsed':
      return 'Kết quả đã được đồng ý trình trước đó.';
    case 'no-endorsement':
      return 'Quy tắc của nhiệm vụ này không có bước người đứng đầu đồng ý trình.';
    case 'suspended':
      return 'Nhiệm vụ đang tạm hoãn; cần cho tiếp tục thực hiện trước.';
    case 'not-suspended':
      return 'Nhiệm vụ không ở trạng thái tạm hoãn.';
    case 'no-deadline':
      return 'Nhiệm vụ không quy định thời hạn nên không có gì để gia hạn.';
    case 'no-extensions':
      return 'Quy tắc của nhiệm vụ này không cho đề nghị gia hạn.';
    case 'extension-open':
      return 'Đang có một đề nghị gia hạn chờ trả lời.';
    case 'no-extension':
      return 'Không có đề nghị gia hạn nào đang chờ trả lời.';
    case 'offer-open':
      return 'Đã đề xuất ngày gia hạn khác và đang chờ đơn vị trả lời.';
    case 'no-offer':
      return 'Không có ngày gia hạn nào được đề xuất đang chờ trả lời.';
    case 'explanation-open':
      return 'Đang có một yêu cầu giải trình chưa kết luận.';
    case 'no-explanation':
      return 'Không có yêu cầu giải trình nào đang chờ.';
    case 'already-explained':
      return 'Đã gửi giải trình; đang chờ kết luận.';
    case 'not-asker':
      return 'Chỉ bên đã yêu cầu giải trình mới rút được yêu cầu ấy.';
    case 'not-explained':
      return 'Chưa có giải trình, và thời hạn giải trình chưa qua.';
    case 'nothing-to-adjust':
      return 'Cần ghi ngày nhắc thêm, ngày tạm ngừng nhắc hoặc đầu mối khác.';
    case 'nothing-to-correct':
      return 'Cần ghi nội dung hoặc thời hạn đúng.';
    case 'no-lead':
      return 'Cần ghi tên đơn vị được giao chủ trì.';
    case 'lead-same':
      return 'Đơn vị này đang chủ trì nhiệm vụ; cần ghi đơn vị khác.';
    case 'lead-together':
      return 'Nhiệm vụ có nhiều đơn vị cùng chủ trì; đầu mối riêng do văn phòng ghi.';
    case 'too-many-reminders':
      return 'Nhiệm vụ đã có đủ số lần nhắc thêm.';
    case 'terms-same':
      return 'Nhiệm vụ đã theo đúng quy tắc và lịch làm việc này.';
    case 'successors':
      return 'Tách thì cần ít nhất hai nhiệm vụ mới; nhập thì cần đúng một nhiệm vụ khác.';
    case 'sources':
      return 'Cần ghi các nhiệm vụ khác được nhập vào, mỗi nhiệm vụ một lần.';
    case 'already-running':
      return 'Nhiệm vụ đã được giao, không thể nhập lại.';
    case 'not-submitter':
      return 'Chỉ cơ quan đã gửi kết quả mới rút lại được kết quả ấy.';
    case 'not-submitted':
      return 'Chưa có kết quả nào được trình để duyệt hoặc trả lại.';
    case 'not-allowed':
      return `${capital(PARTY_NAMES[refusal.party])} không được ${ACT_NAMES[refusal.act]}; thao tác này dành cho ${nameList(refusal.allowed.map(roleName))}.`;
    case 'empty':
      return EMPTY[refusal.field];
    case 'percent':
      return 'Tỷ lệ hoàn thành phải từ 0 đến 100.';
    case 'deadline-past':
      return `Hạn mới (${formatDay(refusal.due)}) đã qua; hạn phải từ hôm nay trở đi.`;
    case 'deadline-same':
      return `Hạn mới trùng với hạn đang có (${formatDay(refusal.due)}).`;
    case 'deadline-earlier':
      return `Ngày đề nghị (${formatDay(refusal.due)}) sớm hơn hạn đang có.`;
    case 'extension-too-many':
      return `Nhiệm vụ đã đề nghị gia hạn đủ ${refusal.atMost} lần theo quy tắc.`;
    case 'extension-too-long':
      return `Theo quy tắc chỉ được đề nghị gia hạn đến hết ngày ${formatDay(refusal.latest)}.`;
    case 'extension-too-late':
      return `Theo quy tắc chỉ được đề nghị gia hạn chậm nhất ngày ${formatDay(refusal.until)}.`;
    case 'not-a-day':
      return `“${refusal.due ?? ''}” không phải là ngày; ngày ghi ở dạng dd/mm/yyyy, ví dụ 31/03/2025.`;
  }
}

const EMPTY = {
  reason: 'Cần ghi rõ lý do.',
  text: 'Cần ghi rõ nội dung.',
  successor: 'Cần ghi rõ văn bản hoặc nhiệm vụ thay thế.',
} as const;

/** Of an office that acts with another data folder's key than the one its service runs on. */
export const ACT_NOT_SEALED =
  'chưa ghi nhận: lệnh không mang chữ ký mà dondoc up nhận ra; chạy lệnh với cùng thư mục dữ liệu (DONDOC_DATA, tệp link-keys.json) như dondoc up';

/** Of a directive whose workflow was ended from outside. */
export const ACT_NOT_RUNNING =
  'chưa ghi nhận: quy trình của nhiệm vụ không chạy (bị kết thúc từ bên ngoài, hoặc chưa được mở lại sau khi khôi phục; xem dondoc audit); chạy dondoc up để mở lại từ sổ, rồi thao tác lại';
