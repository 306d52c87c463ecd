import type { Instant } from '../../dsl/time/day.ts';
import { instantOf } from '../codec.ts';
import type { Db } from '../context.ts';
import { contradicts, type Evidence, type MessageOutcome } from '../outcome.ts';
import type { StoredMessage } from './change.ts';

/** A channel's word against the ledger's: one of them is wrong, and only a person can find out which. */
export interface Contradiction {
  readonly messageId: string;
  /** What the channel says. */
  readonly said: MessageOutcome;
  /** What the ledger said at that time. */
  readonly held: MessageOutcome;
  readonly reason: string;
  readonly recordedAt: Instant;
}

/** Keeps evidence that cannot be true together with the row; the first of its kind stays. */
export async function noteContradiction(
  db: Db,
  row: StoredMessage,
  evidence: Evidence,
  recordedAt: Instant,
): Promise<void> {
  const held = row.outcome as MessageOutcome;
  if (!contradicts(held, evidence.outcome)) return;
  await db
    .insertInto('contradictions')
    .values({
      messageId: row.id,
      said: evidence.outcome,
      held,
      reason: evidence.reason,
      toldBy: evidence.by,
      recordedAt,
      settledAt: null,
      settledBy: null,
      settledReason: null,
    })
    .onConflict((c) => c.columns(['messageId', 'said']).doNothing())
    .execute();
}

/** Those nobody has looked at, of some directives or of all, the oldest first. */
export async function openContradictions(db: Db, directiveIds?: readonly string[]): Promise<Contradiction[]> {
  const rows = await db
    .selectFrom('contradictions as c')
    .innerJoin('messages as m', 'm.id', 'c.messageId')
    .select(['c.messageId', 'c.said', 'c.held', 'c.reason', 'c.recordedAt'])
    .where('c.settledAt', 'is', null)
    .$if(directiveIds !== undefined, (q) => q.where('m.directiveId', 'in', directiveIds ?? []))
    .orderBy('c.recordedAt')
    .orderBy('c.messageId')
    .execute();
  return rows.map((row) => ({
    ...row,
    said: row.said as MessageOutcome,
    held: row.held as MessageOutcome,
    recordedAt: instantOf(row.recordedAt),
  }));
}

/** A person has looked. False where there was nothing to look at. */
export async function settleContradictions(
  db: Db,
  messageId: string,
  { by, reason }: Pick<Evidence, 'by' | 'reason'>,
  settledAt: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contradictions')
    .set({ settledAt, settledBy: by, settledReason: reason })
    .where('messageId', '=', messageId)
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
