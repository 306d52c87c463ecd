import type { Selectable } from 'kysely';
import type { Day, Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf, instantOrNull } from './codec.ts';
import type { Context } from './context.ts';
import type { DraftTable } from './schema.ts';

/** How a notice is known: what it says of itself, as far as it was read. */
export interface NoticeHeading {
  readonly number?: string;
  readonly issued?: Day;
  /** What it is about: its first lines under the kind of document, in one. */
  readonly subject?: string;
}

/** A notice somebody brought in and has not issued yet. */
export interface DraftRecord {
  readonly id: string;
  /** As the sender's machine named it. */
  readonly fileName: string;
  /** Of the file, hex. */
  readonly sha256: string;
  /** The day of the notice, where a person gave it. */
  readonly issued: Day | null;
  /** What people changed of the reading: JSON whose form is the office's. */
  readonly corrections: unknown;
  /** Of each notice in the file; null of a draft of before. */
  readonly headings: readonly NoticeHeading[] | null;
  readonly revision: number;
  readonly by: string;
  readonly recordedAt: Instant;
  readonly changedAt: Instant;
  readonly closedAt: Instant | null;
  readonly noticeIds: readonly string[] | null;
}

export type NewDraft = Pick<DraftRecord, 'id' | 'fileName' | 'sha256' | 'issued' | 'by' | 'headings'>;

/** Notices on their way in. */
export class Drafts {
  constructor(private readonly context: Context) {}

  add({ id, fileName, sha256, issued, by, headings }: NewDraft): Promise<void> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      const times = { recordedAt: now, changedAt: now, closedAt: null, noticeIds: null };
      await db
        .insertInto('drafts')
        .values({
          id,
          fileName,
          sha256,
          issued,
          by,
          ...times,
          corrections: '[]',
          headings: headings && JSON.stringify(headings),
          revision: 0,
        })
        .execute();
    });
  }

  find(id: string): Promise<DraftRecord | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && draftOf(row);
    });
  }

  /** Those neither issued nor put away, the oldest first. */
  open(): Promise<DraftRecord[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('closedAt', 'is', null)
        .orderBy('recordedAt')
        .orderBy('id')
        .execute();
      return rows.map(draftOf);
    });
  }

  /** False where somebody else has changed it since that revision, or it is closed: then nothing is written. */
  change(
    id: string,
    revision: number,
    { corrections, issued, headings }: Pick<DraftRecord, 'corrections' | 'issued' | 'headings'>,
  ): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('drafts')
        .set({
          corrections: JSON.stringify(corrections),
          issued,
          headings: headings && JSON.stringify(headings),
          revision: revision + 1,
          changedAt: this.context.now(),
        })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('closedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  }

  /** Issued as these notices, or put away (null). False where that has been done already: it stays as it was. */
  close(id: string, noticeIds: readonly string[] | null): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('drafts')
        .set({ closedAt: this.context.now(), noticeIds: noticeIds && JSON.stringify(noticeIds) })
        .where('id', '=', id)
        .where('closedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  }
}

function draftOf(row: Selectable<DraftTable>): DraftRecord {
  return {
    ...row,
    corrections: fromJson<unknown>(row.corrections),
    headings: row.headings === null ? null : fromJson<NoticeHeading[]>(row.headings),
    revision: Number(row.revision),
    recordedAt: instantOf(row.recordedAt),
    changedAt: instantOf(row.changedAt),
    closedAt: instantOrNull(row.closedAt),
    noticeIds: row.noticeIds === null ? null : fromJson<string[]>(row.noticeIds),
  };
}
