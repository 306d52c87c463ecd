import type { Channel } from '../../dsl/policy/channels.ts';
import type { Act } from '../../dsl/rules/index.ts';
import { dueByEventText } from '../event-date.ts';
import { formatDay } from '../format.ts';
import { actName, CHANNEL_NAMES, KIND_NAMES, PARTY_NAMES, roleName } from '../names.ts';
import { type OUTCOME_NAMES, outcomeWords } from '../outcomes.ts';

/** "Sở Y tế: báo cáo tiến độ, 40%" */
export function actLine(act: Act, agency: string | undefined): string {
  const who = agency ?? PARTY_NAMES[act.by.party];
  const percent = act.type === 'report-progress' && act.percent !== undefined ? `, ${act.percent}%` : '';
  const blocked = act.type === 'report-progress' && act.blockedBy ? `, vướng ở ${act.blockedBy}` : '';
  const due =
    act.type === 'ask-extension' || act.type === 'offer-extension' ? `, đến hết ngày ${formatDay(act.due)}` : '';
  const event = act.type === 'change-deadline' && act.event ? `: ${dueByEventText(act.event, act.due)}` : '';
  return `${who.charAt(0).toLocaleUpperCase('vi')}${who.slice(1)}: ${actName(act)}${percent}${blocked}${due}${event}`;
}

/** The words that came with an act; what the office writes stands there too. */
export function actText(act: Act): string | undefined {
  if ('text' in act && act.text !== undefined) return act.text;
  if ('reason' in act) return act.reason;
  return 'note' in act ? act.note : undefined;
}

export interface SentFacts {
  readonly kind: keyof typeof KIND_NAMES;
  readonly role: Parameters<typeof roleName>[0];
  /** Given to those of the same agency only. */
  readonly person?: string;
  readonly channels: readonly {
    readonly channel: Channel | null;
    readonly outcome: keyof typeof OUTCOME_NAMES;
    readonly reason?: string | null;
  }[];
}

/** "Nhắc sắp đến hạn, đến đơn vị chủ trì" */
export function sentLine({ kind, role, person }: SentFacts): string {
  const name = KIND_NAMES[kind];
  const to = person === undefined ? roleName(role) : `${person} (${roleName(role)})`;
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}, đến ${to}`;
}

/** "Nguyên văn gửi qua thư điện tử: “Nhắc hạn…”" */
export function sentTextHeading(channel: Channel, subject: string | null): string {
  return `Nguyên văn soạn để gửi qua ${CHANNEL_NAMES[channel]}${subject === null ? '' : `: “${subject}”`}`;
}

/** What is known of each channel, in the words of the ledger: nothing here says that anybody read it. */
export function fateLine({ channels }: SentFacts): string {
  return channels
    .toSorted((a, b) => (a.channel ?? '').localeCompare(b.channel ?? ''))
    .map(
      ({ channel, outcome, reason }) =>
        `${channel === null ? 'chưa có kênh' : CHANNEL_NAMES[channel]}: ${outcomeWords({ outcome, reason })}`,
    )
    .join('; ');
}
