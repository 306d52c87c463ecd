import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf, instantOrNull } from './codec.ts';
import type { Context } from './context.ts';
import type { ReplyTable } from './schema.ts';

export interface ReplyFile {
  /** Hex; the bytes lie among the evidence. */
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** An answer that came by mail. Who sent it is what its From says, no more. */
export interface ReplyDraft {
  /** A function of the mail: the same mail again is the same reply. */
  readonly id: string;
  readonly directiveId: string;
  /** The row of the ledger it answers. */
  readonly messageRow: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly ReplyFile[];
}

export interface ReplyRecord extends ReplyDraft {
  readonly recordedAt: Instant;
  readonly state: 'waiting' | 'confirmed' | 'dismissed';
  readonly decidedBy: string | null;
  readonly decidedReason: string | null;
  readonly decidedAt: Instant | null;
}

/** Answers that came by mail, and what people made of them. */
export class Replies {
  constructor(private readonly context: Context) {}

  /** False where it is there already. */
  add(draft: ReplyDraft): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('replies')
        .values({
          ...draft,
          files: JSON.stringify(draft.files),
          recordedAt: this.context.now(),
          state: 'waiting',
          decidedBy: null,
          decidedReason: null,
          decidedAt: null,
        })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    });
  }

  /** The oldest first. */
  list(filter: { readonly state?: ReplyRecord['state']; readonly directiveId?: string } = {}): Promise<ReplyRecord[]> {
    return this.context.read(async (db) => {
      let query = db.selectFrom('replies').selectAll().orderBy('recordedAt').orderBy('id');
      if (filter.state !== undefined) query = query.where('state', '=', filter.state);
      if (filter.directiveId !== undefined) query = query.where('directiveId', '=', filter.directiveId);
      return (await query.execute()).map(replyOf);
    });
  }

  /** What a person made of a waiting reply. False where it no longer waits: who came first counts. */
  decide(
    id: string,
    state: 'confirmed' | 'dismissed',
    said: { readonly by: string; readonly reason?: string },
  ): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('replies')
        .set({ state, decidedBy: said.by, decidedReason: said.reason ?? null, decidedAt: this.context.now() })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  }
}

function replyOf(row: Selectable<ReplyTable>): ReplyRecord {
  return {
    ...row,
    files: fromJson<ReplyFile[]>(row.files),
    state: row.state as ReplyRecord['state'],
    recordedAt: instantOf(row.recordedAt),
    decidedAt: instantOrNull(row.decidedAt),
  };
}
