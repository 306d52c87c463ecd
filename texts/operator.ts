import type { Channel } from '../dsl/policy/channels.ts';
import type { Post, PostKind, Standing } from '../dsl/rules/index.ts';
import { formatDay, formatMoment } from './format.ts';
import { CHANNEL_NAMES, KIND_NAMES, STATUS_NAMES } from './names.ts';
import { stepText } from './rules.ts';

/** What an operator reads of a run in Temporal's own pages (Markdown). */
export function currentDetails(
  standing: Standing,
  upcoming: Post | null,
  posted: number,
  sent: LastSent | null,
): string {
  const next =
    upcoming && standing.nextWake !== null
      ? `${formatMoment(standing.nextWake)}: ${stepText(upcoming)}`
      : 'không còn bước nào theo lịch';
  return [
    `**${STATUS_NAMES[standing.status]}**`,
    `- Hạn: ${formatDay(standing.due)}${standing.dueTime ? ` ${standing.dueTime}` : ''}`,
    `- Bước kế tiếp: ${next}`,
    `- Đã lập ${posted} thông báo`,
    ...(sent === null ? [] : [`- Lượt gửi gần nhất: ${lastSentText(sent)}`]),
  ].join('\n');
}

/** The activities that carry what was told last, and when each may leave. */
export interface LastSent {
  readonly leaves: readonly { readonly activity: string; readonly leaveAt: number }[];
  readonly more: number;
}

function lastSentText({ leaves, more }: LastSent): string {
  const named = leaves.map(({ activity, leaveAt }) => `\`${activity}\` (từ ${formatMoment(leaveAt)})`);
  return [...named, ...(more > 0 ? [`và ${more} lượt khác`] : [])].join(', ');
}

/** Why an act of a stranger is not taken. */
export const UNSIGNED_ACT = 'không có chữ ký của văn phòng, không ghi nhận';

interface Item {
  readonly noticeNumber: string | null;
  readonly noticeId: string;
  readonly localId: string;
  readonly kind: PostKind;
  readonly agencyName: string | null;
}

/** Temporal takes 400 bytes, and Vietnamese letters take up to three. */
const SUMMARY_LETTERS = 130;
const NAMED_ITEMS = 3;

/** What an activity sends, in one line: kind, directives, agency. No person is named. */
export function dispatchSummary(channel: Channel, items: readonly Item[]): string {
  const kinds = [...new Set(items.map((item) => KIND_NAMES[item.kind]))];
  const what = items.length === 1 ? (kinds[0] ?? '') : `${items.length} việc (${kinds.join(', ')})`;
  const named = items.slice(0, NAMED_ITEMS).map((item) => `${item.noticeNumber ?? item.noticeId} ${item.localId}`);
  const places = [...named, ...(items.length > NAMED_ITEMS ? ['…'] : [])].join('; ');
  const agencies = [...new Set(items.flatMap((item) => item.agencyName ?? []))].join(', ');
  const line = `${CHANNEL_NAMES[channel]} · ${what} · ${places} · ${agencies}`;
  return line.length > SUMMARY_LETTERS ? `${line.slice(0, SUMMARY_LETTERS - 1)}…` : line;
}

/** Why a message is not sent whose activity was cancelled or terminated. */
export const ENDED_BY_OPERATOR = 'người vận hành đã huỷ lượt gửi này trong Temporal';

export const START_FAULTS = {
  otherRegister: (workflowId: string, other: string, own: string) =>
    `máy chủ Temporal đã có ${workflowId} của một sổ khác (mã ${other}; sổ này ${own}): hai sổ không dùng chung được một không gian tên; đặt TEMPORAL_NAMESPACE riêng cho sổ này, hoặc đặt DONDOC_DATA là thư mục của sổ kia`,
} as const;
