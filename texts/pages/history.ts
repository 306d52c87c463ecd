import type { Channel } from '../../dsl/policy/channels.ts';
import { capital } from '../format.ts';
import { CHANNEL_NAMES, type KIND_NAMES, kindName, roleName } from '../names.ts';
import { type OUTCOME_NAMES, outcomeWords } from '../outcomes.ts';

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
  const to = person === undefined ? roleName(role) : `${person} (${roleName(role)})`;
  return `${capital(kindName(kind, role))}, đến ${to}`;
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
