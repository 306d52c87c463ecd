import type { Kysely, Migration } from 'kysely';

/** Signed links of messages, and the files people sent through them. */
export const links: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('links')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      .addColumn('post_key', 'text', (c) => c.notNull())
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('party', 'text', (c) => c.notNull())
      // No reference to people or agencies: an import of the directory writes those tables anew.
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('agency_id', 'text', (c) => c.notNull())
      .addColumn('acts', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('revoked_reason', 'text')
      .addUniqueConstraint('links_once', ['directive_id', 'post_key', 'person_id'])
      .execute();
    await db.schema.createIndex('links_person').on('links').column('person_id').execute();
    await db.schema
      .createTable('evidence')
      .addColumn('directive_id', 'text', (c) => c.notNull().references('directives.id'))
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('link_id', 'text', (c) => c.references('links.id'))
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('evidence_key', ['directive_id', 'sha256'])
      .execute();
  },
};
