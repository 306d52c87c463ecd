import type { Wake } from '../dsl/rules/wake.ts';
import { batchesOf } from '../system/batches.ts';
import type { Context, Db } from './context.ts';
import { conclusionIn } from './directory/concluder.ts';
import { contentHash } from './ids.ts';
import { type Fresh, listEntered } from './listed/keep.ts';
import { insertOverride, type Overrides } from './overrides.ts';
import type { DirectiveDraft, NoticeDraft } from './records.ts';
import { directiveRow } from './rows.ts';
import { standingColumns } from './standing.ts';
import { appendEvent } from './wakes.ts';

/** One piece of old work: the document it comes from, the directive, and its first event. */
export interface OldWork {
  readonly notice: NoticeDraft;
  readonly directive: DirectiveDraft;
  /** The import: seq 0, no posts. */
  readonly wake: Wake;
}

/** So many in a transaction: a process that is cut short has lost at most these, and the next one enters them. */
const AT_ONCE = 100;

/**
 * Enters old work in the state it is in. What is there already stays as it is; returns how many were new. What is
 * closed needs no workflow; the rest waits in `drafted` for one.
 */
export async function enterOldWork(
  context: Context,
  works: readonly OldWork[],
  onEntered: (done: number) => void,
  overrides: Overrides,
): Promise<number> {
  let entered = 0;
  let done = 0;
  for (const batch of batchesOf(works, AT_ONCE)) {
    entered += await context.transact(async (db) => {
      const fresh: Fresh[] = [];
      const interpreter = await context.workers.knownToAll(db);
      for (const work of batch) fresh.push(...(await enterOne(context, db, work, interpreter, overrides)));
      await listEntered(db, fresh);
      return fresh.length;
    });
    done += batch.length;
    onEntered(done);
  }
  return entered;
}

async function enterOne(
  context: Context,
  db: Db,
  { notice, directive, wake }: OldWork,
  interpreter: number,
  overrides: Overrides,
): Promise<Fresh[]> {
  const noticeId = await noticeFor(context, db, notice);
  const closed = wake.standing.closedAt !== undefined;
  const row = { ...directiveRow(noticeId, directive, interpreter), ...standingColumns(wake) };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('directives')
    .values({ ...row, lastSeq: wake.seq, issueState: closed ? 'started' : 'drafted' })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return [];
  await insertOverride(db, directive, overrides, context.now());
  await appendEvent(context, db, wake);
  return [{ row, number: notice.number }];
}

async function noticeFor(context: Context, db: Db, draft: NoticeDraft): Promise<string> {
  const contentSha256 = contentHash(draft.text);
  const id = contentSha256.slice(0, 12);
  await db
    .insertInto('notices')
    .values({ ...draft, conclusion: conclusionIn(draft.text), id, contentSha256, registeredAt: context.now() })
    .onConflict((c) => c.column('contentSha256').doNothing())
    .execute();
  return id;
}
