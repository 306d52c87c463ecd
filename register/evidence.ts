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
  /** The link it came through. */
  readonly linkId: string | null;
}

export interface EvidenceRecord extends EvidenceDraft {
  readonly recordedAt: Instant;
}

/** Which files were sent as results of which directive. */
export class EvidenceFiles {
  constructor(private readonly context: Context) {}

  /** The same file for the same directive again changes nothing. */
  add(file: EvidenceDraft): Promise<void> {
    return this.context.transact(async (db) => {
      await db
        .insertInto('evidence')
        .values({ ...file, recordedAt: this.context.now() })
        .onConflict((c) => c.columns(['directiveId', 'sha256']).doNothing())
        .execute();
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
