import type { Context, Db } from '../context.ts';
import { type Evidence, type MessageOutcome, mayBecome } from '../outcome.ts';
import { change, type Row, rowById } from './change.ts';
import { type MessageKey, rowsByKey } from './find.ts';
import { type LedgerRow, ledgerRowOf } from './row.ts';

/** `found` counts the rows the evidence named. */
export interface Learnt {
  readonly found: number;
  readonly changed: LedgerRow[];
}

/**
 * What was learnt of a message after it left, for every row it stands for. Evidence that says less than is known, or
 * comes twice or out of order, changes nothing.
 */
export async function learn(context: Context, db: Db, key: MessageKey, evidence: Evidence): Promise<Learnt> {
  const rows = await rowsByKey(db, key);
  const changed: LedgerRow[] = [];
  for (const row of rows) {
    if (!mayBecome(row.outcome as MessageOutcome, evidence.outcome)) continue;
    const { outcome, reason, by } = evidence;
    const providerId = row.providerId ?? evidence.providerId ?? null;
    const next = await change(context, db, row, { outcome, reason, settledAt: context.now(), providerId }, by);
    changed.push(ledgerRowOf(next));
  }
  return { found: rows.length, changed };
}

/** A doubt (`unknown`) a person has settled: the message was taken, or never left. False where it was no doubt. */
export async function decide(
  context: Context,
  db: Db,
  id: string,
  outcome: 'accepted' | 'refused',
  { reason, by }: Pick<Evidence, 'reason' | 'by'>,
): Promise<boolean> {
  const row: Row = await rowById(db, id);
  if (row.outcome !== 'unknown') return false;
  await change(context, db, row, { outcome, reason, settledAt: context.now() }, by);
  return true;
}
