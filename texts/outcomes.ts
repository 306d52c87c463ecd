import type { Role } from '../dsl/policy/policy.ts';
import { roleName } from './names.ts';

/**
 * What is known of a message's fate, never more: a server that accepted a message has not delivered it, and a message
 * whose fate is unknown is not called sent.
 */
export const OUTCOME_NAMES = {
  planned: 'chờ gửi',
  queued: 'sắp gửi',
  sending: 'đang gửi',
  accepted: 'máy chủ đã nhận',
  unknown: 'chưa rõ đã gửi hay chưa',
  refused: 'bị từ chối',
  delivered: 'kênh báo đã chuyển đến máy người nhận',
  read: 'kênh báo đã được mở xem',
  bounced: 'bị trả lại',
  skipped: 'không gửi',
} as const;

/** Stands in the reason of what a report says that anybody could have written. */
export const UNPROVED = 'báo cáo chưa xác thực';

/** What is known of a message, and that nothing vouches for it where nothing does. */
export function outcomeWords({
  outcome,
  reason = null,
}: {
  readonly outcome: keyof typeof OUTCOME_NAMES;
  readonly reason?: string | null | undefined;
}): string {
  return OUTCOME_NAMES[outcome] + (reason?.includes(UNPROVED) ? ` (${UNPROVED})` : '');
}

/** A channel's word that cannot be true together with the ledger's. */
export function contradicted(held: keyof typeof OUTCOME_NAMES, reason: string): string {
  return `sổ ghi “${OUTCOME_NAMES[held]}” mà ${reason}`;
}

/** Why a message was not sent by a channel; by these words the ledger knows that another must do. */
export function notUsed(channel: string): string {
  return `cơ quan không dùng kênh ${channel}`;
}

/** Why a person in two roles of a ladder has one letter: it was written to them in the other. */
export function saidInOneLetter(person: string, role: Role): string {
  return `${person} nhận cùng nội dung trong một thư với tư cách ${roleName(role)}`;
}

/** Stands above the words of a message, which were kept as it was about to leave: whether it did, its outcome says. */
export const TEXT_KEPT = 'Nguyên văn thông báo, ghi lại ngay trước khi gửi (liên kết riêng của người nhận được che)';

const TAKEN = ['accepted', 'delivered', 'read'] as const;
type Taken = (typeof TAKEN)[number];

/** Did a channel take it, with nothing heard to the contrary since? */
export function wasTaken(outcome: keyof typeof OUTCOME_NAMES): outcome is Taken {
  return TAKEN.some((taken) => taken === outcome);
}
