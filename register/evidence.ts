import type { Instant } from '../dsl/time/day.ts';
import { instantOf } from './codec.ts';
import type { Context } from './context.ts';

/** A file somebody sent as the result of a directive. Its bytes lie in the data folder under their hash. */
export interface EvidenceDraft {
  readonly directiveId: string;
  /** Hex. */
  readonly sha256: string;
  /** As the sender's machine named it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The link it came through; null where it came by pages of the sender's own, or by mail. */
  readonly linkId: string | null;
  /** The person of the directory who sent it on pages of their own. */
  readonly personId?: string;
}

export interface EvidenceRecord extends Omit<EvidenceDraft, 'personId'> {
  readonly personId: string | null;
  readonly recordedAt: Instant;
}

/** Which files were sent as results of which directive. */
export class EvidenceFiles {
  constructor(private readonly context: Context) {}

  /** The same file for the same directive again changes nothing: false. */
  add(file: EvidenceDraft): Promise<boolean> {
    return this.context.transact(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('evidence')
        .values({ ...file, personId: file.personId ?? null, recordedAt: this.context.now() })
        .onConflict((c) => c.columns(['directiveId', 'sha256']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    });
  }

  /** Takes back what `add` has just added, for an act that was refused. */
  drop({ directiveId, sha256 }: Pick<EvidenceDraft, 'directiveId' | 'sha256'>): Promise<void> {
    return this.context.transact(async (db) => {
      await db.deleteFrom('evidence').where('directiveId', '=', directiveId).where('sha256', '=', sha256).execute();
    });
  }

  /** Bytes that came through a link, or from a person on pages of their own, since then. */
  sizeThrough(door: { readonly linkId: string } | { readonly personId: string }, since: Instant): Promise<number> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('evidence')
        .select('size')
        .where((eb) => eb.and(door))
        .where('recordedAt', '>', since)
        .execute();
      return rows.reduce((sum, { size }) => sum + Number(size), 0);
    });
  }

  of(directiveId: string): Promise<EvidenceRecord[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('evidence')
        .selectAll()
        .where('directiveId', '=', directiveId)
        .orderBy('recordedAt')
        .orderBy('sha256')
        .execute();
      return rows.map((row) => ({ ...row, size: Number(row.size), recordedAt: instantOf(row.recordedAt) }));
    });
  }
}
