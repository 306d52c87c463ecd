import type { AddressField, Channel } from '../dsl/policy/channels.ts';
import type { Conditions, Party, Role, Rung, Trigger } from '../dsl/policy/policy.ts';
import { namedPerson, roleParts } from '../dsl/policy/roles.ts';
import type { PostKind, Stage, Status } from '../dsl/rules/index.ts';
import type { DayCount } from '../dsl/time/day-count.ts';

/* What things are called. Lower case: they stand inside sentences. */

export const PARTY_NAMES: Record<Party, string> = {
  lead: 'đơn vị chủ trì',
  cooperating: 'đơn vị phối hợp',
  supervisor: 'đơn vị theo dõi, đôn đốc',
  issuer: 'lãnh đạo giao việc',
  secretariat: 'văn phòng',
};

/** The office that follows directives up, where its directory names none. */
export const OFFICE_NAME = 'Văn phòng';

/** “người đứng đầu đơn vị chủ trì” */
export function roleName(role: Role): string {
  const { party, who } = roleParts(role);
  switch (who) {
    case 'concluder':
      return 'lãnh đạo kết luận';
    case 'clerk':
      return 'người giao việc của văn phòng';
    case 'person':
      return `người nêu tên (${namedPerson(role)})`;
    case 'head':
      return `người đứng đầu ${PARTY_NAMES[party]}`;
    case 'deputies':
      return `cấp phó của ${party === 'issuer' ? '' : 'người đứng đầu '}${PARTY_NAMES[party]}`;
    case 'contact':
      return PARTY_NAMES[party];
  }
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
  'explanation-asked': 'yêu cầu giải trình',
  'explanation-reminder': 'nhắc gửi giải trình',
  unexplained: 'báo chưa giải trình',
  explained: 'báo có giải trình',
  'explanation-accepted': 'thông báo chấp nhận giải trình',
  'explanation-rejected': 'thông báo không chấp nhận giải trình',
  'explanation-withdrawn': 'thông báo rút yêu cầu giải trình',
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
  'result-withdrawn': 'báo rút lại kết quả',
  approved: 'thông báo hoàn thành',
  cancelled: 'thông báo hủy nhiệm vụ',
  superseded: 'thông báo thay thế nhiệm vụ',
  split: 'thông báo tách nhiệm vụ',
  merged: 'thông báo nhập nhiệm vụ',
};

/** What a message to a role is. A copy asks for cooperation of those who cooperate, and of nobody else. */
export function kindName(kind: PostKind, to: Role): string {
  return kind === 'copy' && to !== 'cooperating' ? 'gửi để biết' : KIND_NAMES[kind];
}

export const CHANNEL_NAMES: Record<Channel, string> = {
  email: 'thư điện tử',
  zalo: 'Zalo',
};

/** By which channel; one nobody could be told by has none. */
export function channelName(channel: string | null): string {
  const names: Readonly<Record<string, string>> = CHANNEL_NAMES;
  return channel === null ? 'chưa có kênh' : (names[channel] ?? channel);
}

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

/** “5 ngày làm việc” */
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

/** What rungs look at, as a clause: “nhiệm vụ khẩn hoặc hoả tốc, giao một nhóm đơn vị”. */
export function conditionsText({ urgency, field, issuer, given, deadline }: Conditions): string {
  return [
    ...(urgency === undefined ? [] : [either(urgency)]),
    ...(field === undefined ? [] : [`lĩnh vực ${either(field)}`]),
    ...(issuer === undefined ? [] : [`do ${either(issuer)} ban hành`]),
    ...(given === undefined ? [] : [given === 'group' ? 'giao nhiều đơn vị' : 'giao một đơn vị']),
    ...(deadline === undefined ? [] : [deadline === 'dated' ? 'có thời hạn' : 'không có thời hạn']),
  ].join(', ');
}

function either(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(' hoặc ');
}

/** “; chỉ với nhiệm vụ độ khẩn hoả tốc; trừ nhiệm vụ giao nhiều đơn vị”; '' where the rung speaks of every directive. */
export function speaksOfText({ onlyWhen, unless }: Pick<Rung, 'onlyWhen' | 'unless'>): string {
  const only = onlyWhen === undefined ? '' : `; chỉ với nhiệm vụ ${conditionsText(onlyWhen)}`;
  return unless === undefined ? only : `${only}; trừ nhiệm vụ ${conditionsText(unless)}`;
}

function isZero(span: DayCount): boolean {
  return 'days' in span ? span.days === 0 : span.workingDays === 0;
}
