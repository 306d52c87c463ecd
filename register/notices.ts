import type { Context, Db } from './context.ts';
import { type CorrectionDraft, insertCorrections } from './corrections.ts';
import { contentHash } from './ids.ts';
import { insertOverride, type Overrides } from './overrides.ts';
import type { DirectiveDraft, DirectiveRecord, NoticeDraft, NoticeRecord } from './records.ts';
import { directiveOf, directiveRow, noticeOf } from './rows.ts';
import { insertSeries, type SeriesDraft, type SeriesRecord, seriesRecords } from './series.ts';

/** What registering came to. A notice registered before is no error: its directives that never started go on. */
export interface Registration {
  readonly outcome: 'registered' | 'already-registered';
  readonly notice: NoticeRecord;
  /** As the register has them. Those in `drafted` are still to be started. */
  readonly directives: readonly DirectiveRecord[];
  /** Those that recur; in `drafted` like the directives. */
  readonly series: readonly SeriesRecord[];
  /** Other notices with the same number and issuer but other words: a corrected copy, or a slip. */
  readonly sameNumber: readonly string[];
}

export function registerNotice(
  context: Context,
  draft: NoticeDraft,
  directives: readonly DirectiveDraft[],
  corrections: readonly CorrectionDraft[],
  series: readonly SeriesDraft[],
  overrides: Overrides,
): Promise<Registration> {
  const contentSha256 = contentHash(draft.text);
  return context.transact(async (db) => {
    const { number, issued, anchor, issuer, signer, urgency, text, fileName } = draft;
    const added = await db
      .insertInto('notices')
      .values({
        ...{ number, issued, anchor, issuer, signer, urgency, text, fileName },
        id: contentSha256.slice(0, 12),
        contentSha256,
        registeredAt: context.now(),
      })
      .onConflict((c) => c.column('contentSha256').doNothing())
      .executeTakeFirst();
    const fresh = added.numInsertedOrUpdatedRows === 1n;
    const row = await db
      .selectFrom('notices')
      .selectAll()
      .where('contentSha256', '=', contentSha256)
      .executeTakeFirstOrThrow();
    if (fresh) {
      const at = noticeOf(row).registeredAt;
      for (const directive of directives) {
        await insertDirective(db, row.id, directive);
        await insertOverride(db, directive, overrides, at);
      }
      for (const one of series) {
        await insertSeries(db, row.id, one);
        await insertOverride(db, { id: one.id, policy: one.template.policy }, overrides, at);
      }
      await insertCorrections(db, row.id, corrections, at);
    }
    return {
      outcome: fresh ? 'registered' : 'already-registered',
      notice: noticeOf(row),
      directives: await directivesOf(db, row.id),
      series: await seriesRecords(
        db,
        await db.selectFrom('series').selectAll().where('noticeId', '=', row.id).orderBy('id').execute(),
      ),
      sameNumber: await sameNumber(db, noticeOf(row)),
    };
  });
}

export function markStarted(context: Context, directiveId: string): Promise<void> {
  return context.transact(async (db) => {
    await db.updateTable('directives').set({ issueState: 'started' }).where('id', '=', directiveId).execute();
  });
}

export function findNotice(context: Context, id: string): Promise<NoticeRecord | undefined> {
  return context.read(async (db) => {
    const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
    return row && noticeOf(row);
  });
}

async function insertDirective(db: Db, noticeId: string, directive: DirectiveDraft): Promise<void> {
  await db.insertInto('directives').values(directiveRow(noticeId, directive)).execute();
}

async function directivesOf(db: Db, noticeId: string): Promise<DirectiveRecord[]> {
  const rows = await db
    .selectFrom('directives')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .orderBy('spanStart')
    .orderBy('id')
    .execute();
  return rows.map(directiveOf);
}

async function sameNumber(db: Db, { id, number, issuer }: NoticeRecord): Promise<string[]> {
  if (number === null) return [];
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'issuer'])
    .where('number', '=', number)
    .where('id', '!=', id)
    .execute();
  return rows.filter((row) => row.issuer === issuer).map((row) => row.id);
}
