import type { Db } from '../context.ts';

/**
 * Message-ID of the first mail each person got about a directive, by person. Asks for nothing but the directive: told
 * the channel too, SQLite searches by that, through every mail there ever was.
 */
export async function threadRoots(db: Db, directiveId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('messages')
    .select(['personId', 'messageId', 'threadRoot'])
    .where('directiveId', '=', directiveId)
    .execute();
  // Only mails have a Message-ID.
  return new Map(
    rows.flatMap(({ personId, messageId, threadRoot }) =>
      personId && messageId && threadRoot === null ? [[personId, messageId]] : [],
    ),
  );
}
