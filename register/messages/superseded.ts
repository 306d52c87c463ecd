import type { Selectable } from 'kysely';
import type { Act, ActType, Succession } from '../../dsl/rules/act.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { fromJson } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { MessageTable } from '../schema.ts';
import { appendMessageEvents } from './events.ts';

const ACKNOWLEDGEMENT: readonly PostKind[] = ['acknowledge-reminder', 'unacknowledged-escalation'];
const PRESSING: readonly PostKind[] = [
  ...ACKNOWLEDGEMENT,
  'due-reminder',
  'silence-reminder',
  'overdue',
  'silence-escalation',
];
const EXTENSION: readonly PostKind[] = ['extension-asked', 'extension-reminder', 'extension-offered', 'offer-reminder'];
const APPROVAL: readonly PostKind[] = ['result-waiting', 'approval-reminder'];

/** What an act makes pointless among messages that wait for the morning. */
const SUPERSEDED: Readonly<Partial<Record<ActType, { kinds: readonly PostKind[] | 'all'; reason: string }>>> = {
  acknowledge: { kinds: ACKNOWLEDGEMENT, reason: 'Đã xác nhận trước giờ gửi' },
  'submit-result': { kinds: PRESSING, reason: 'Đã gửi kết quả trước giờ gửi' },
  return: { kinds: APPROVAL, reason: 'Kết quả đã được trả lại trước giờ gửi' },
  'change-deadline': { kinds: PRESSING, reason: 'Thời hạn đã thay đổi trước giờ gửi' },
  'ask-extension': { kinds: ['silence-reminder', 'silence-escalation'], reason: 'Đã có đề nghị gia hạn trước giờ gửi' },
  'grant-extension': { kinds: [...PRESSING, ...EXTENSION], reason: 'Đã gia hạn trước giờ gửi' },
  'reject-extension': { kinds: EXTENSION, reason: 'Đề nghị gia hạn đã được trả lời trước giờ gửi' },
  'offer-extension': { kinds: EXTENSION, reason: 'Đề nghị gia hạn đã được trả lời trước giờ gửi' },
  'accept-offer': { kinds: [...PRESSING, ...EXTENSION], reason: 'Đã gia hạn trước giờ gửi' },
  'decline-offer': { kinds: EXTENSION, reason: 'Đề xuất gia hạn đã được trả lời trước giờ gửi' },
  suspend: { kinds: PRESSING, reason: 'Nhiệm vụ đã tạm hoãn trước giờ gửi' },
  resume: { kinds: ['suspension-review'], reason: 'Nhiệm vụ đã tiếp tục trước giờ gửi' },
  reassign: { kinds: PRESSING, reason: 'Nhiệm vụ đã giao đơn vị khác trước giờ gửi' },
  supersede: { kinds: 'all', reason: 'Nhiệm vụ đã được thay thế trước giờ gửi' },
  approve: { kinds: 'all', reason: 'Nhiệm vụ đã hoàn thành trước giờ gửi' },
  cancel: { kinds: 'all', reason: 'Nhiệm vụ đã bị huỷ trước giờ gửi' },
};

const SUCCEEDED: Readonly<Record<Succession['how'], { kinds: 'all'; reason: string }>> = {
  split: { kinds: 'all', reason: 'Nhiệm vụ đã được tách trước giờ gửi' },
  merged: { kinds: 'all', reason: 'Nhiệm vụ đã được nhập vào nhiệm vụ khác trước giờ gửi' },
};

/**
 * Messages of earlier wakes still held back for the sending window, which the act of this wake overtook, are skipped:
 * nobody is pressed for what is done, and nothing leaves after the close but what the close itself says.
 */
export async function skipSuperseded(context: Context, db: Db, wake: Wake): Promise<void> {
  const rule = ruleOf(wake.act?.act);
  if (!rule) return;
  const now = context.now();
  let update = db
    .updateTable('messages')
    .set((eb) => ({ outcome: 'skipped', reason: rule.reason, settledAt: now, revision: eb('revision', '+', 1) }))
    .where('directiveId', '=', wake.directiveId)
    .where('outcome', '=', 'planned')
    .where('seq', '<', wake.seq);
  if (rule.kinds !== 'all') update = update.where('kind', 'in', rule.kinds);
  await appendMessageEvents(db, now, await update.returningAll().execute());
}

/** Why an act that came after a message was made leaves it pointless; null where none did. */
export async function overtakenBy(
  db: Db,
  { directiveId, seq, kind }: Pick<Selectable<MessageTable>, 'directiveId' | 'seq' | 'kind'>,
): Promise<string | null> {
  const later = await db
    .selectFrom('events')
    .select('act')
    .where('directiveId', '=', directiveId)
    .where('seq', '>', seq)
    .where('act', 'is not', null)
    .orderBy('seq')
    .execute();
  for (const { act } of later) {
    const rule = ruleOf(act === null ? undefined : fromJson<Act>(act));
    if (rule && (rule.kinds === 'all' || rule.kinds.some((k) => k === kind))) return rule.reason;
  }
  return null;
}

function ruleOf(act: Act | undefined) {
  // A cooperating agency's acknowledgement says nothing of the lead's.
  if (!act || (act.type === 'acknowledge' && act.by.party !== 'lead')) return undefined;
  const how = act.type === 'supersede' ? act.succession?.how : undefined;
  return how === undefined ? SUPERSEDED[act.type] : SUCCEEDED[how];
}
