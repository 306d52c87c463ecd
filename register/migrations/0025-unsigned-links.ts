import type { Kysely, Migration } from 'kysely';

type Tables = {
  messages: { id: string; content: string | null };
  sent_texts: { id: string; text: string };
};

/** A signed link: id, expiry, then the signature and the name of its key. */
const SIGNED = /(\/l\/[A-Za-z0-9_-]{22}\.[0-9a-z]+)\.[A-Za-z0-9_-]{32}\.[0-9a-f]{4}/g;
const AT_ONCE = 500;

/** Links are signed when they are sent: what lies here opens nothing. */
export const unsignedLinks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const typed = db.withTables<Tables>();
    for (let after = ''; ; ) {
      const rows = await typed
        .selectFrom('messages')
        .select(['id', 'content'])
        .where('id', '>', after)
        .where('content', 'like', '%/l/%')
        .orderBy('id')
        .limit(AT_ONCE)
        .execute();
      for (const { id, content } of rows) {
        const bare = content?.replace(SIGNED, '$1') ?? null;
        if (bare !== content) await typed.updateTable('messages').set({ content: bare }).where('id', '=', id).execute();
      }
      after = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) break;
    }
    for (let after = ''; ; ) {
      const rows = await typed
        .selectFrom('sent_texts')
        .select(['id', 'text'])
        .where('id', '>', after)
        .where('text', 'like', '%/l/%')
        .orderBy('id')
        .limit(AT_ONCE)
        .execute();
      for (const { id, text } of rows) {
        const bare = text.replace(SIGNED, '$1');
        if (bare !== text) await typed.updateTable('sent_texts').set({ text: bare }).where('id', '=', id).execute();
      }
      after = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) break;
    }
  },
};
