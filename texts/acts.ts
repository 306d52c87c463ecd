import type { Act, ActType } from '../dsl/rules/index.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import { contactChange } from './contact.ts';
import { dueByEventText, eventDayText } from './event-date.ts';
import { capital, formatDay, formatMoment } from './format.ts';
import { PARTY_NAMES } from './names.ts';

/* All that is said of an act: its name, what came with it, that it was recorded, which message it has overtaken. */

/** What people do, in the infinitive; lower case, for inside sentences. */
export const ACT_NAMES: Readonly<Record<ActType, string>> = {
  acknowledge: 'xác nhận tiếp nhận',
  'report-progress': 'báo cáo tiến độ',
  'submit-result': 'trình kết quả',
  'withdraw-result': 'rút lại kết quả đã trình',
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
  'ask-explanation': 'yêu cầu giải trình',
  explain: 'giải trình',
  'accept-explanation': 'chấp nhận giải trình',
  'reject-explanation': 'không chấp nhận giải trình',
  'withdraw-explanation-request': 'rút yêu cầu giải trình',
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

/** The same as done: why a message that waited for its hour does not leave. */
const DONE: Readonly<Record<ActType, string>> = {
  acknowledge: 'Đã xác nhận',
  'report-progress': 'Đã báo cáo tiến độ',
  'submit-result': 'Đã gửi kết quả',
  'withdraw-result': 'Kết quả đã được rút lại',
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
  'ask-explanation': 'Đã có yêu cầu giải trình',
  explain: 'Đã có giải trình',
  'accept-explanation': 'Giải trình đã được chấp nhận',
  'reject-explanation': 'Giải trình đã được trả lời',
  'withdraw-explanation-request': 'Yêu cầu giải trình đã được rút',
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

const CHANGES_CONTACT = 'đổi đầu mối';
const SUCCEEDS = { split: 'tách nhiệm vụ', merged: 'nhập vào nhiệm vụ khác' } as const;
const SUCCEEDED = { split: 'Nhiệm vụ đã được tách', merged: 'Nhiệm vụ đã được nhập vào nhiệm vụ khác' } as const;

/** What somebody did, where the kind of act alone does not say it. */
export function actName(act: Act): string {
  if (act.type === 'adjust' && act.contact !== undefined) {
    const alone = act.remindOn === undefined && act.quietUntil === undefined;
    return alone ? CHANGES_CONTACT : `${ACT_NAMES.adjust}, ${CHANGES_CONTACT}`;
  }
  if (act.type === 'change-deadline' && act.event) return 'xác định thời hạn theo ngày của sự kiện';
  const how = successionOf(act);
  return how === undefined ? ACT_NAMES[act.type] : SUCCEEDS[how];
}

/** “Đã gia hạn trước giờ gửi”: stands in the ledger beside the message. */
export function overtakenText(act: Act): string {
  const how = successionOf(act);
  return `${how === undefined ? DONE[act.type] : SUCCEEDED[how]} trước giờ gửi`;
}

/** Why nobody hears that something was taken back. */
export const NEVER_HEARD = {
  'result-withdrawn': 'kết quả được rút lại trước khi người nhận được báo là đã trình',
  'explanation-withdrawn': 'yêu cầu giải trình được rút trước khi đơn vị nhận được yêu cầu',
} as const;

/** The words that came with an act; what the office writes stands there too. */
export function actText(act: Act): string | undefined {
  if ('text' in act && act.text !== undefined) return act.text;
  if ('reason' in act) return act.reason;
  return 'note' in act ? act.note : undefined;
}

/** "Sở Y tế: báo cáo tiến độ, 40%": a line of the history on a page. */
export function actLine(act: Act, agency: string | undefined): string {
  const blocked = act.type === 'report-progress' && act.blockedBy ? `, vướng ở ${act.blockedBy}` : '';
  const due =
    act.type === 'ask-extension' || act.type === 'offer-extension'
      ? `, đến hết ngày ${formatDay(act.due)}`
      : act.type === 'ask-explanation'
        ? `, chậm nhất hết ngày ${formatDay(act.due)}`
        : '';
  const event = act.type === 'change-deadline' && act.event ? `: ${dueByEventText(act.event, act.due)}` : '';
  const percent = percentOf(act);
  return `${capital(agency ?? PARTY_NAMES[act.by.party])}: ${actName(act)}${percent && `, ${percent}`}${blocked}${due}${event}`;
}

/** What came with an act, as far as a picture has room for it. */
export function actWords(act: Act): string {
  const due = 'due' in act && act.due ? `đến ${formatDay(act.due)}` : '';
  const event = act.type === 'change-deadline' && act.event ? eventDayText(act.event) : '';
  const contact = act.type === 'adjust' && act.contact !== undefined ? contactChange(act.contact) : '';
  const said = actText(act);
  return [percentOf(act), event, due, contact, said && `“${said}”`].filter(Boolean).join(', ');
}

/** What the name of an act leaves out, where people ask for it: the end of a line of `dondoc show`. */
export function actDetails(act: Act): string {
  if (act.type === 'adjust' && act.contact !== undefined) return `, ${contactChange(act.contact)}`;
  if (act.type === 'change-deadline' && act.event) return `: ${dueByEventText(act.event, act.due)} (${act.reason})`;
  return '';
}

/** "đơn vị chủ trì đề nghị gia hạn đến 15/04/2025": an act in a counterexample's story. */
export function actInStory(act: Act): string {
  return `${PARTY_NAMES[act.by.party]} ${ACT_NAMES[act.type]}${newDay(act)}`;
}

/** "« đơn vị chủ trì báo cáo tiến độ: “…” »": somebody speaks, in the demonstration. */
export function actSpoken(act: Act): string {
  const said = 'text' in act ? act.text : 'reason' in act ? act.reason : '';
  return `« ${PARTY_NAMES[act.by.party]} ${actName(act)}${said ? `: “${said}”` : ''} »`;
}

/** Of a deadline that waits for an event no more: somebody set the day by an act of its own. */
export function setByText(act: ActType, due: Day | null): string {
  return `hạn ${formatDay(due)} đã đặt riêng (${ACT_NAMES[act]})`;
}

/** What a command must say with an act. */
export type NeededField = 'text' | 'reason' | 'due' | 'successor';

const FIELD_NAMES: Readonly<Record<NeededField, string>> = {
  text: '“nội dung”',
  reason: '“lý do”',
  due: 'dd/mm/yyyy',
  successor: '“văn bản hoặc nhiệm vụ thay thế”',
};

/** Why a command cannot make the act it was asked for. */
export const ACT_FAULTS = {
  needs: (type: ActType, field: NeededField) => `${ACT_NAMES[type]} (${type}) cần --${field} ${FIELD_NAMES[field]}`,
  absorb: 'nhập nhiệm vụ bằng dondoc merge',
  terms: 'đổi quy tắc bằng dondoc migrate, đổi lịch làm việc bằng dondoc calendar change',
  import: 'nhập việc cũ bằng dondoc import TỆP',
} as const;

/** After an act was recorded: what, and when by the register. */
export function receiptWords(act: Act, at: Instant): string {
  return `Đã ghi nhận: ${actName(act)}, ${formatMoment(at)}.`;
}

/** The same form came again. Nobody did anything wrong. */
export function repeatedWords(act: Act, at: Instant): string {
  return `Biểu mẫu này đã được ghi nhận trước đó (${actName(act)}, ${formatMoment(at)}); lần gửi lại không làm thay đổi gì. Nếu muốn gửi nội dung mới, dùng biểu mẫu dưới đây.`;
}

function successionOf(act: Act): keyof typeof SUCCEEDS | undefined {
  return act.type === 'supersede' ? act.succession?.how : undefined;
}

function percentOf(act: Act): string {
  return act.type === 'report-progress' && act.percent !== undefined ? `${act.percent}%` : '';
}

function newDay(act: Act): string {
  if (act.type === 'suspend') return act.until === undefined ? '' : ` đến ${formatDay(act.until)}`;
  if (act.type === 'ask-extension' || act.type === 'offer-extension') return ` đến ${formatDay(act.due)}`;
  if (act.type === 'correct' && act.due) return `: hạn đúng là ${formatDay(act.due)}`;
  if (act.type !== 'change-deadline') return '';
  return act.due === null ? ': bỏ hạn' : `: hạn mới ${formatDay(act.due)}`;
}
