import type { Cause, Post } from '../dsl/engine/index.ts';
import type { Policy } from '../dsl/policy/policy.ts';
import { KIND_NAMES, roleName, triggerText } from './names.ts';

/** Why a step stands where it stands: the rule of the policy in words. */
export function causeText(cause: Cause): string {
  if ('rung' in cause) return triggerText(cause.rung) + (cause.repeat ? `, lần ${cause.repeat}` : '');
  return EVENT_TEXTS[cause.event] + (cause.repeat ? `, nhắc lần ${cause.repeat}` : '');
}

const EVENT_TEXTS: Record<Extract<Cause, { event: string }>['event'], string> = {
  issued: 'khi giao việc',
  submitted: 'khi có kết quả trình duyệt',
  returned: 'khi kết quả bị trả lại',
  approved: 'khi kết quả được duyệt',
  cancelled: 'khi nhiệm vụ bị hủy',
  'deadline-changed': 'khi thời hạn thay đổi',
};

/** One step in a line: “nhắc sắp đến hạn → đơn vị chủ trì (trước hạn 5 ngày làm việc)”. */
export function stepText(post: Pick<Post, 'kind' | 'to' | 'cause'>): string {
  return `${KIND_NAMES[post.kind]} → ${roleName(post.to)} (${causeText(post.cause)})`;
}

/** The ladder of a policy, a line a rule, for people who ask what it will do. */
export function policyText(policy: Policy): string[] {
  const { assign, close } = policy;
  const within = assign.acknowledgeWithin
    ? `; nhắc nếu ${triggerText({ whenUnacknowledgedFor: assign.acknowledgeWithin })}`
    : '';
  const rung = (r: Policy['remind'][number] | Policy['escalate'][number]) =>
    `${roleName(r.to)} khi ${triggerText(r.when)}${r.every ? `, lặp lại tối đa ${r.atMost} lần` : ''}`;
  return [
    `Giao: ${roleName(assign.to)}${assign.copy.length > 0 ? `, sao gửi ${assign.copy.map(roleName).join(', ')}` : ''}${within}`,
    ...policy.remind.map((r) => `Nhắc: ${rung(r)}`),
    ...policy.escalate.map((r) => `Báo: ${rung(r)}`),
    `Đóng: ${roleName(close.submittedBy)} trình, ${roleName(close.approvedBy)} duyệt`,
  ];
}
