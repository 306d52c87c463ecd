import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import type { CorrectionTable } from './schema.ts';

/** What a person changed, or confirmed, of one field of one directive's reading. */
export interface CorrectionDraft {
  /** Its id in the register, without the day of one of its parts: `directiveIdOf(notice, localId)`. */
  readonly directiveId: string;
  /** What was changed ("due", "lead"); `confirm`, `confirm-all`: nothing, a person answers for the reading as it stands. */
  readonly field: string;
  /** As it was read; null where nothing was. */
  readonly was: string | null;
  /** As it was issued; null where it was taken away. */
  readonly is: string | null;
  /** The person, as they are called on that machine or call themselves. */
  readonly by: string;
}

/** Never changed afterwards: the register has no way to. */
export interface CorrectionRecord extends CorrectionDraft {
  readonly noticeId: string;
  readonly seq: number;
  readonly at: Instant;
}

/** Adds them after those there are, in the transaction of whatever they belong to. */
export async function insertCorrections(
  db: Db,
  noticeId: string,
  drafts: readonly CorrectionDraft[],
  at: Instant,
): Promise<void> {
  if (drafts.length === 0) return;
  const last = await db
    .selectFrom('corrections')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('noticeId', '=', noticeId)
    .executeTakeFirst();
  const next = last?.seq === undefined || last.seq === null ? 0 : Number(last.seq) + 1;
  for (const [i, { directiveId, field, was, is, by }] of drafts.entries()) {
    await db
      .insertInto('corrections')
      .values({ noticeId, seq: next + i, directiveId, field, was, is, by, at })
      .execute();
  }
}

/** What people changed of a notice as it was read, in order. */
export function correctionsOf(context: Context, noticeId: string): Promise<CorrectionRecord[]> {
  return context.read(async (db) => {
    const rows = await db
      .selectFrom('corrections')
      .selectAll()
      .where('noticeId', '=', noticeId)
      .orderBy('seq')
      .execute();
    return rows.map(recordOf);
  });
}

function recordOf(row: Selectable<CorrectionTable>): CorrectionRecord {
  return { ...row, at: instantOf(row.at) };
}
