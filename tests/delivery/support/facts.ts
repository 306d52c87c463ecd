import type { Role } from '../../../dsl/policy/policy.ts';
import type { Act } from '../../../dsl/rules/act.ts';
import type { PostKind, Stage } from '../../../dsl/rules/post.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt } from '../../../dsl/time/day.ts';
import type { DirectiveFacts, MessageFacts } from '../../../texts/messages/index.ts';

export const OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh An Phú';

export const DIRECTIVE: DirectiveFacts = {
  id: 'd-1',
  localId: 'IV.2.b',
  text: 'Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát các tuyến đường xuống cấp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/3/2025.',
  phrase: 'trước ngày 15/3/2025',
  due: '2025-03-14',
  noticeNumber: '41/TB-UBND',
  noticeIssued: '2025-02-24',
  issuer: 'Ủy ban nhân dân tỉnh An Phú',
  leadNames: ['Sở Xây dựng'],
  cooperatingNames: ['Sở Tài chính', 'Công an tỉnh'],
  supervisorNames: ['Sở Nội vụ'],
};

/** 08:20 of a day. */
export function morning(day: Day): Instant {
  return instantAt(day, 8 * 60 + 20);
}

const PEOPLE: Readonly<Partial<Record<Role, { name: string; title: string; agencyName: string }>>> = {
  lead: { name: 'Nguyễn Văn An', title: 'Chuyên viên', agencyName: 'Sở Xây dựng' },
  'headOf(lead)': { name: 'Trần Bình', title: 'Giám đốc', agencyName: 'Sở Xây dựng' },
  cooperating: { name: 'Lê Thị Dung', title: 'Chuyên viên', agencyName: 'Sở Tài chính' },
  supervisor: { name: 'Hồ Văn Em', title: 'Giám đốc', agencyName: 'Sở Nội vụ' },
  issuer: { name: 'Vũ Minh Giang', title: 'Phó Chủ tịch', agencyName: 'Ủy ban nhân dân tỉnh An Phú' },
  secretariat: { name: 'Phạm Hà', title: 'Chuyên viên', agencyName: OFFICE },
};

/** Facts of a message on a day, to a role; anything else as given. */
export function factsOf(
  kind: PostKind,
  role: Role,
  day: Day,
  more: Partial<MessageFacts> & { readonly act?: Act } = {},
): MessageFacts {
  const stage: Stage = kind === 'assignment' || kind === 'copy' ? 'assign' : 'remind';
  return {
    kind,
    stage,
    cause: { event: 'issued' },
    directive: DIRECTIVE,
    recipient: { name: '', agencyName: 'Sở Xây dựng', ...PEOPLE[role], role },
    at: morning(day),
    officeName: OFFICE,
    calendar: civilServants,
    assignedAt: morning('2025-02-25'),
    ...more,
  };
}
