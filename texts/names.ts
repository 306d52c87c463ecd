import type { AddressField, Channel } from '../dsl/policy/channels.ts';
import type { Party, Role, Trigger } from '../dsl/policy/policy.ts';
import type { Act, ActType, PostKind, Stage, Status } from '../dsl/rules/index.ts';
import type { DayCount } from '../dsl/time/day-count.ts';

/* What things are called. Lower case: they stand inside sentences. */

export const PARTY_NAMES: Record<Party, string> = {
  lead: 'đơn vị chủ trì',
  cooperating: 'đơn vị phối hợp',
  supervisor: 'đơn vị theo dõi, đôn đốc',
  issuer: 'lãnh đạo giao việc',
  secretariat: 'văn phòng',
};

export function roleName(role: Role): string {
  const head = /^headOf\((\w+)\)$/.exec(role);
  return head ? `người đứng đầu ${PARTY_NAMES[head[1] as Party]}` : PARTY_NAMES[role as Party];
}

export const ACT_NAMES: Record<ActType, string> = {
  acknowledge: 'xác nhận tiếp nhận',
  'report-progress': 'báo cáo tiến độ',
  'submit-result': 'trình kết quả',
  endorse: 'đồng ý trình kết quả',
  approve: 'duyệt kết quả',
  return: 'trả lại kết quả',
  'change-deadline': 'thay đổi thời hạn',
  'ask-extension': 'đề nghị gia hạn',
  'grant-extension': 'đồng ý gia hạn',
  'reject-extension': 'không đồng ý gia hạn',
  'offer-extension': 'đề xuất ngày gia hạn khác',
  'accept-offer': 'đồng ý ngày được đề xuất',
  'decline-offer': 'không đồng ý ngày được đề xuất',
  suspend: 'tạm hoãn nhiệm vụ',
  resume: 'cho tiếp tục nhiệm vụ',
  reassign: 'giao đơn vị khác chủ trì',
  adjust: 'điều chỉnh việc nhắc',
  correct: 'đính chính nội dung',
  note: 'ghi chú',
  cancel: 'hủy nhiệm vụ',
  supersede: 'thay thế nhiệm vụ',
  absorb: 'nhận thêm nhiệm vụ nhập vào',
  'change-terms': 'đổi quy tắc hoặc lịch làm việc',
  import: 'nhập việc cũ',
};

const CHANGES_CONTACT = 'đổi đầu mối';

/** What somebody did, where the kind of act alone does not say it. */
export function actName(act: Act): string {
  if (act.type === 'adjust' && act.contact !== undefined) {
    const alone = act.remindOn === undefined && act.quietUntil === undefined;
    return alone ? CHANGES_CONTACT : `${ACT_NAMES.adjust}, ${CHANGES_CONTACT}`;
  }
  if (act.type === 'change-deadline' && act.event) return 'xác định thời hạn theo ngày của sự kiện';
  const how = act.type === 'supersede' ? act.succession?.how : undefined;
  if (how === undefined) return ACT_NAMES[act.type];
  return how === 'split' ? 'tách nhiệm vụ' : 'nhập vào nhiệm vụ khác';
}

export const STATUS_NAMES: Record<Status, string> = {
  waiting: 'chờ giao',
  assigned: 'đã giao, chưa tiếp nhận',
  acknowledged: 'đang thực hiện',
  submitted: 'chờ duyệt kết quả',
  suspended: 'tạm hoãn',
  approved: 'hoàn thành',
  cancelled: 'đã hủy',
  superseded: 'đã được thay thế',
  split: 'đã tách',
  merged: 'đã nhập vào nhiệm vụ khác',
};

export const STAGE_NAMES: Record<Stage, string> = {
  assign: 'giao việc',
  remind: 'nhắc việc',
  escalate: 'báo cáo lên',
  close: 'kết thúc',
};

export const KIND_NAMES: Record<PostKind, string> = {
  assignment: 'giao nhiệm vụ',
  copy: 'gửi để phối hợp',
  'deadline-changed': 'thông báo thay đổi thời hạn',
  'extension-asked': 'báo có đề nghị gia hạn',
  'extension-reminder': 'nhắc trả lời đề nghị gia hạn',
  'extension-granted': 'thông báo gia hạn',
  'extension-rejected': 'thông báo không gia hạn',
  'extension-offered': 'đề xuất ngày gia hạn khác',
  'offer-reminder': 'nhắc trả lời đề xuất gia hạn',
  'offer-declined': 'báo không đồng ý ngày đề xuất',
  suspended: 'thông báo tạm hoãn',
  'suspension-review': 'hỏi việc tạm hoãn',
  resumed: 'thông báo tiếp tục thực hiện',
  corrected: 'thông báo đính chính',
  absorbed: 'thông báo nhập thêm nhiệm vụ',
  relieved: 'thông báo thôi chủ trì',
  'lead-changed': 'thông báo đơn vị khác chủ trì',
  'acknowledge-reminder': 'nhắc xác nhận tiếp nhận',
  'due-reminder': 'nhắc sắp đến hạn',
  'silence-reminder': 'nhắc báo cáo tiến độ',
  overdue: 'báo quá hạn',
  'silence-escalation': 'báo không có thông tin tiến độ',
  'unacknowledged-escalation': 'báo chưa tiếp nhận',
  'result-waiting': 'báo có kết quả chờ duyệt',
  'approval-reminder': 'nhắc duyệt kết quả',
  returned: 'trả lại kết quả',
  approved: 'thông báo hoàn thành',
  cancelled: 'thông báo hủy nhiệm vụ',
  superseded: 'thông báo thay thế nhiệm vụ',
  split: 'thông báo tách nhiệm vụ',
  merged: 'thông báo nhập nhiệm vụ',
};

export const CHANNEL_NAMES: Record<Channel, string> = {
  email: 'thư điện tử',
  zalo: 'Zalo',
};

const ADDRESS_NAMES: Record<AddressField, string> = {
  email: 'thư điện tử',
  zaloUserId: 'Zalo',
  phone: 'số điện thoại',
};

/** Why a person is told by nobody: what the directory would have to name. */
export function noAddress(person: string, fields: readonly AddressField[]): string {
  const names = fields.map((field) => ADDRESS_NAMES[field]);
  return `${person}: danh bạ không có địa chỉ ${names.slice(0, -1).join(', ')} hay ${names.at(-1) ?? ''}`;
}

export function spanText(span: DayCount): string {
  return 'days' in span ? `${span.days} ngày` : `${span.workingDays} ngày làm việc`;
}

/** A trigger as a rule reads: “trước hạn 5 ngày làm việc”. */
export function triggerText(when: Trigger): string {
  if ('before' in when) return isZero(when.before) ? 'vào ngày đến hạn' : `trước hạn ${spanText(when.before)}`;
  if ('after' in when) return `quá hạn ${spanText(when.after)}`;
  if ('whenSilentFor' in when) return `${spanText(when.whenSilentFor)} không có thông tin tiến độ`;
  return `${spanText(when.whenUnacknowledgedFor)} chưa xác nhận tiếp nhận`;
}

function isZero(span: DayCount): boolean {
  return 'days' in span ? span.days === 0 : span.workingDays === 0;
}
