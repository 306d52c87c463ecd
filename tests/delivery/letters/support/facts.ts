import type { Role } from '../../../../dsl/policy/policy.ts';
import type { PostKind } from '../../../../dsl/rules/post.ts';
import { civilServants } from '../../../../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt } from '../../../../dsl/time/day.ts';
import type { DirectiveFacts, EarlierMessage, MessageFacts } from '../../../../texts/messages/index.ts';

export const OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh An Phú';

export const TASK: DirectiveFacts = {
  id: 'd-1',
  localId: 'IV.2.b',
  text: 'Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát các tuyến đường xuống cấp, báo cáo trước ngày 15/3/2025.',
  due: '2025-03-14',
  noticeNumber: '41/TB-UBND',
  noticeIssued: '2025-02-24',
  issuer: 'Ủy ban nhân dân tỉnh An Phú',
  leadNames: ['Sở Xây dựng'],
  cooperatingNames: ['Sở Tài chính', 'Công an tỉnh'],
  supervisorNames: [],
};

export function morning(day: Day): Instant {
  return instantAt(day, 8 * 60 + 20);
}

/** The escalation of the standard policy that carries the letter, five working days after the deadline. */
export function escalation(more: Partial<MessageFacts> = {}): MessageFacts {
  return {
    kind: 'overdue',
    stage: 'escalate',
    cause: { rung: { after: { workingDays: 5 } }, letter: 'cong-van-don-doc' },
    directive: TASK,
    recipient: { name: 'Hồ Văn Em', title: 'Chánh Văn phòng', agencyName: OFFICE, role: 'supervisor' },
    at: morning('2025-03-21'),
    officeName: OFFICE,
    calendar: civilServants,
    ...more,
  };
}

export function sent(
  day: Day,
  kind: PostKind,
  more: { readonly outcome?: EarlierMessage['outcome']; readonly role?: Role; readonly to?: string } = {},
): EarlierMessage {
  return { at: morning(day), to: 'Nguyễn Văn An', kind, outcome: 'accepted', role: 'lead', ...more };
}
