import type { Policy, Source } from '../dsl/policy/policy.ts';
import type { Cause, Collapsed, Post } from '../dsl/rules/index.ts';
import { capital, formatDay } from './format.ts';
import { kindName, roleName, speaksOfText, triggerText } from './names.ts';
import { DAY_OFF_TEXTS } from './series.ts';

/** Why a step stands where it stands: the rule of the policy in words. */
export function causeText(cause: Cause): string {
  if ('rung' in cause) return triggerText(cause.rung) + (cause.repeat ? `, lần ${cause.repeat}` : '');
  return EVENT_TEXTS[cause.event] + (cause.repeat ? `, nhắc lần ${cause.repeat}` : '');
}

const EVENT_TEXTS: Record<Extract<Cause, { event: string }>['event'], string> = {
  issued: 'khi giao việc',
  submitted: 'khi có kết quả trình duyệt',
  endorsed: 'khi kết quả được đồng ý trình',
  returned: 'khi kết quả bị trả lại',
  'result-withdrawn': 'khi kết quả được rút lại',
  approved: 'khi kết quả được duyệt',
  cancelled: 'khi nhiệm vụ bị hủy',
  superseded: 'khi nhiệm vụ được thay thế',
  split: 'khi nhiệm vụ được tách',
  merged: 'khi nhiệm vụ được nhập vào nhiệm vụ khác',
  'deadline-changed': 'khi thời hạn thay đổi',
  'extension-asked': 'khi có đề nghị gia hạn',
  'extension-granted': 'khi đồng ý gia hạn',
  'extension-rejected': 'khi không đồng ý gia hạn',
  'extension-offered': 'khi có ngày gia hạn được đề xuất',
  'offer-accepted': 'khi ngày đề xuất được đồng ý',
  'offer-declined': 'khi ngày đề xuất không được đồng ý',
  'explanation-asked': 'khi có yêu cầu giải trình',
  explained: 'khi có giải trình',
  'explanation-accepted': 'khi chấp nhận giải trình',
  'explanation-rejected': 'khi không chấp nhận giải trình',
  'explanation-withdrawn': 'khi rút yêu cầu giải trình',
  suspended: 'khi tạm hoãn',
  resumed: 'khi tiếp tục thực hiện',
  reassigned: 'khi giao đơn vị khác chủ trì',
  adjusted: 'theo điều chỉnh riêng',
  corrected: 'khi đính chính',
  absorbed: 'khi nhiệm vụ khác được nhập vào',
};

/** “căn cứ QĐ 42/2014/QĐ-TTg, Điều 7”; what an office agreed on itself speaks for itself. */
export function sourceText(source: string): string {
  return isOwnRule(source) ? source.charAt(0).toLowerCase() + source.slice(1) : `căn cứ ${source}`;
}

/** Is it what an office agreed on, and no document of the State? */
export function isOwnRule(source: string): boolean {
  return /^(Quy ước|Thông lệ) /.test(source);
}

/** A document of the State behind a rule, to follow it in brackets; what the office agreed on itself is on the policy's page. */
export function groundText(source: string | undefined): string {
  return source === undefined || isOwnRule(source) ? '' : `; ${sourceText(source)}`;
}

/** A rule with where it comes from, for whoever asks why: “… Căn cứ …: lời văn”. */
export function becauseText({ source, words }: Source): string {
  return words === undefined ? sourceText(source) : `${sourceText(source)}: ${words}`;
}

/** One step in a line: “nhắc sắp đến hạn → đơn vị chủ trì (trước hạn 5 ngày làm việc)”. */
export function stepText(post: Pick<Post, 'kind' | 'to' | 'cause'>): string {
  return `${kindName(post.kind, post.to)} → ${roleName(post.to)} (${causeText(post.cause)})`;
}

/** “không còn thời gian cho bước “trước hạn 5 ngày” gửi đơn vị chủ trì (07/04/2025): gộp vào lần giao việc”. */
export function collapsedText({ when, to, day }: Collapsed): string {
  return `không còn thời gian cho bước “${triggerText(when)}” gửi ${roleName(to)} (${formatDay(day)}): gộp vào lần giao việc`;
}

export const PROVISIONAL_DAYS = 'lịch làm việc của thời gian này chưa được công bố: ngày tính ra là tạm tính';

/** The ladder of a policy, a line a rule, for people who ask what it will do. */
export function policyText(policy: Policy): string[] {
  const { assign, close } = policy;
  const within = assign.acknowledgeWithin
    ? `; nhắc nếu ${triggerText({ whenUnacknowledgedFor: assign.acknowledgeWithin })}`
    : '';
  const rung = (r: Policy['remind'][number] | Policy['escalate'][number]) =>
    `${roleName(r.to)} khi ${triggerText(r.when)}${r.every ? `, lặp lại tối đa ${r.atMost} lần` : ''}${speaksOfText(r)}${because(r.because)}`;
  const because = (source: Source | undefined) => groundText(source?.source);
  const dayOff = policy.onDayOff ? [`Kỳ rơi vào ngày nghỉ: ${DAY_OFF_TEXTS[policy.onDayOff]}`] : [];
  return [
    ...(policy.because === undefined ? [] : [capital(becauseText(policy.because))]),
    `Giao: ${roleName(assign.to)}${assign.copy.length > 0 ? `, sao gửi ${assign.copy.map(roleName).join(', ')}` : ''}${within}${because(assign.because)}`,
    ...policy.remind.map((r) => `Nhắc: ${rung(r)}`),
    ...policy.escalate.map((r) => `Báo: ${rung(r)}`),
    `Đóng: ${roleName(close.submittedBy)} trình, ${close.endorsedBy ? `${roleName(close.endorsedBy)} đồng ý, ` : ''}${roleName(close.approvedBy)} duyệt`,
    ...dayOff,
  ];
}
