import type { Db } from '../context.ts';

/** Message-ID of the first mail each person got about a directive, by person. */
export async function threadRoots(db: Db, directiveId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('messages')
    .select(['personId', 'messageId'])
    .where('directiveId', '=', directiveId)
    .where('channel', '=', 'email')
    .where('messageId', 'is not', null)
    .where('threadRoot', 'is', null)
    .execute();
  return new Map(rows.flatMap(({ personId, messageId }) => (personId && messageId ? [[personId, messageId]] : [])));
}
