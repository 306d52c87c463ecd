import type { Selectable } from 'kysely';
import type { Db } from '../context.ts';
import type { MessageTable } from '../schema.ts';

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
  return rootsAmong(rows);
}

/** The same among the messages of a directive. */
export function rootsAmong(
  rows: readonly Pick<Selectable<MessageTable>, 'personId' | 'messageId' | 'threadRoot'>[],
): Map<string, string> {
  // Only mails have a Message-ID.
  return new Map(
    rows.flatMap(({ personId, messageId, threadRoot }) =>
      personId && messageId && threadRoot === null ? [[personId, messageId]] : [],
    ),
  );
}
