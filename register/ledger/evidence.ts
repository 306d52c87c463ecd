import type { Context, Db } from '../context.ts';
import { type Evidence, type MessageOutcome, mayBecome } from '../outcome.ts';
import { change, rowById, type StoredMessage } from './change.ts';
import { noteContradiction, settleContradictions } from './contradictions.ts';
import { type MessageKey, rowsByKey } from './find.ts';
import { type LedgerRow, ledgerRowOf } from './row.ts';

/** `found` counts the rows the evidence named. */
export interface Learnt {
  readonly found: number;
  readonly changed: LedgerRow[];
}

/**
 * What was learnt of a message after it left, for every row it stands for. Evidence that says less than is known, or
 * comes twice or out of order, changes nothing; what cannot be true with what is known changes nothing either, and is
 * kept for a person to look at.
 */
export async function learn(context: Context, db: Db, key: MessageKey, evidence: Evidence): Promise<Learnt> {
  const rows = await rowsByKey(db, key);
  const changed: LedgerRow[] = [];
  for (const row of rows) {
    if (!mayBecome(row.outcome as MessageOutcome, evidence.outcome)) {
      await noteContradiction(db, row, evidence, context.now());
      continue;
    }
    const { outcome, reason, by } = evidence;
    const providerId = row.providerId ?? evidence.providerId ?? null;
    const next = await change(context, db, row, { outcome, reason, settledAt: context.now(), providerId }, by);
    changed.push(ledgerRowOf(next));
  }
  return { found: rows.length, changed };
}

/**
 * A person has found out of a doubt (`unknown`), or of a message of which a channel says otherwise than the ledger: it
 * was taken, or never left. False where there is nothing to find out.
 */
export async function decideDoubt(
  context: Context,
  db: Db,
  id: string,
  outcome: 'accepted' | 'refused',
  said: Pick<Evidence, 'reason' | 'by'>,
): Promise<boolean> {
  const row: StoredMessage = await rowById(db, id);
  const now = context.now();
  const contradicted = await settleContradictions(db, id, said, now);
  const settles =
    row.outcome === 'unknown' || (contradicted && outcome === 'accepted' && OPEN_TO_WORD.has(row.outcome));
  if (settles) await change(context, db, row, { outcome, reason: said.reason, settledAt: now }, said.by);
  return contradicted || settles;
}

/** What had not left by the ledger, and has by the word of a person who looked: it is not sent again. */
const OPEN_TO_WORD: ReadonlySet<string> = new Set<MessageOutcome>(['planned', 'queued', 'refused', 'skipped']);
