import type { Names } from '../names.ts';
import type { MessageTable } from '../schema.ts';

/** What decides with which others a message leaves. */
export type DispatchTerms = Pick<
  MessageTable,
  'id' | 'gathered' | 'channel' | 'recipient' | 'windowFrom' | 'windowTo' | 'leaveAt'
>;

/** The dispatch a message leaves in: its own, or that of its reader's round by this channel. */
export function dispatchOf(names: Pick<Names, 'dispatch'>, row: DispatchTerms): string {
  if (row.gathered !== 1) return names.dispatch([row.id]);
  return names.dispatch([row.channel, row.recipient, row.windowFrom, row.windowTo, Number(row.leaveAt)]);
}
