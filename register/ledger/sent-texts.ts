import { instantOf } from '../codec.ts';
import type { Db } from '../context.ts';
import type { StoredMessage } from './change.ts';

/** The words of a message as it left, or was about to: whether it did, the outcome of its rows says. */
export interface SentText {
  /** Null where the channel knows none. */
  readonly subject: string | null;
  /** What a reader without HTML sees; for a Zalo template the values its fixed words are filled with. */
  readonly text: string;
}

/** The name under which a row's message leaves. */
export const sentTextId = ({ shipment, id }: Pick<StoredMessage, 'shipment' | 'id'>): string => shipment ?? id;

/** Kept in the same transaction as the mark that it begins. Tried again, a message keeps its last words. */
export async function keepText(db: Db, id: string, { subject, text }: SentText, recordedAt: number): Promise<void> {
  const row = { subject, text, recordedAt };
  await db
    .insertInto('sentTexts')
    .values({ id, ...row })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute();
}

/** What surely did not leave is not kept: the message may be composed anew, of other rows. */
export async function dropText(db: Db, row: Pick<StoredMessage, 'shipment' | 'id'>): Promise<void> {
  await db.deleteFrom('sentTexts').where('id', '=', sentTextId(row)).execute();
}

/** The words of a directive's messages, by the id of the ledger row; those of a digest for each of its rows. */
export async function textsOf(
  db: Db,
  directiveId: string,
): Promise<ReadonlyMap<string, SentText & { readonly recordedAt: number }>> {
  const rows = await db
    .selectFrom('messages as m')
    .innerJoin('sentTexts as t', (join) => join.on((eb) => eb('t.id', '=', eb.fn.coalesce('m.shipment', 'm.id'))))
    .select(['m.id', 't.subject', 't.text', 't.recordedAt'])
    .where('m.directiveId', '=', directiveId)
    .execute();
  return new Map(
    rows.map(({ id, subject, text, recordedAt }) => [id, { subject, text, recordedAt: instantOf(recordedAt) }]),
  );
}
