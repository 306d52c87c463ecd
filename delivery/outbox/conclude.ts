import { present } from '../../dsl/present.ts';
import type { OutboxLedger, OutboxRow } from './ledger.ts';
import type { Outcome, Prepared, Sender } from './sender.ts';

/** The outcome when a sender throws: unknown, for nobody can tell what it had done before. */
export async function sendSafely(sender: Sender, message: OutboxRow, ready: Prepared): Promise<Outcome> {
  try {
    return await sender.send(message, ready);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unknown', reason: `lỗi ngoài dự kiến khi gửi: ${reason}`, alarm: true };
  }
}

/**
 * The same outcome; but of a message that has not left, and was tried too often or whose channel is down for too long,
 * a refusal by this channel.
 */
export function giveUp(outcome: Outcome, rows: readonly OutboxRow[], maxAttempts: number, tooLate: boolean): Outcome {
  if (outcome.kind !== 'later') return outcome;
  const attempts = Math.max(...rows.map((r) => r.attempts)) + 1;
  const [times, tooOften] = [`đã thử ${attempts} lần, chưa lần nào gửi được`, attempts >= maxAttempts];
  if (tooOften) return { kind: 'refused', reason: `${times}: ${outcome.reason}`, alarm: true };
  if (outcome.scope !== 'channel' || !tooLate) return outcome;
  return { kind: 'refused', reason: `kênh không gửi được hơn một ngày: ${outcome.reason}`, alarm: true };
}

/** How the ledger is told. */
export function settlementOf(outcome: Exclude<Outcome, { kind: 'later' }>): Parameters<OutboxLedger['settle']>[1] {
  if (outcome.kind !== 'accepted') {
    const code = outcome.code === undefined ? '' : ` (mã ${outcome.code})`;
    return { outcome: outcome.kind, reason: `${outcome.reason}${code}` };
  }
  return present({ outcome: 'accepted', providerId: outcome.providerId });
}
