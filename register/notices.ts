import type { Context, Db } from './context.ts';
import { type CorrectionDraft, type CorrectionRecord, correctionsOf, insertCorrections } from './corrections.ts';
import { type Conclusion, conclusionIn } from './directory/concluder.ts';
import { contentHash } from './ids.ts';
import { type Fresh, listFresh } from './listed/keep.ts';
import { insertOverride, type Overrides } from './overrides.ts';
import type { DirectiveDraft, DirectiveRecord, NoticeDraft, NoticeRecord } from './records.ts';
import { directiveRecordOf, directiveRow, noticeOf } from './rows.ts';
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

/** What the register holds as a notice is written, without the notice itself. */
export interface HeldBefore {
  /** Those that another text of it may be among, as `like` finds them. */
  readonly like: readonly NoticeRecord[];
  /** Of an edition: the notice it replaces and all editions of that. */
  readonly editions: readonly NoticeRecord[];
}

/** A notice by its number and what says who concluded: of its words no others. */
export interface ConcludedNotice extends Conclusion {
  readonly id: string;
  readonly number: string | null;
  readonly issued: string | null;
}

/** Notices, each with the directives it set. */
export class NoticeRegister {
  constructor(private readonly context: Context) {}

  /**
   * A notice and its directives, with what people corrected of the reading and their word on policies that are not
   * proved, whole or not at all. The same notice again changes nothing and says which it is.
   * @param admit is shown what the register holds as it is written, so that of two texts of one notice that come at
   * once, each looked at before the other was there, only one is taken. Whoever throws there has nothing registered.
   */
  register(
    draft: NoticeDraft,
    directives: readonly DirectiveDraft[],
    corrections: readonly CorrectionDraft[] = [],
    series: readonly SeriesDraft[] = [],
    overrides: Overrides = new Map(),
    admit?: (held: HeldBefore) => void,
  ): Promise<Registration> {
    const contentSha256 = contentHash(draft.text);
    return this.context.transact(async (db) => {
      const { number, issued, anchor, issuer, signer, urgency, text, fileName, replaces = null } = draft;
      const { issuedBy = null } = draft;
      const added = await db
        .insertInto('notices')
        .values({
          number,
          issued,
          anchor,
          issuer,
          signer,
          conclusion: conclusionIn(text),
          urgency,
          text,
          fileName,
          replaces,
          issuedBy,
          id: contentSha256.slice(0, 12),
          contentSha256,
          registeredAt: this.context.now(),
        })
        .onConflict((c) => c.column('contentSha256').doNothing())
        .executeTakeFirst();
      const isNew = added.numInsertedOrUpdatedRows === 1n;
      const row = await db
        .selectFrom('notices')
        .selectAll()
        .where('contentSha256', '=', contentSha256)
        .executeTakeFirstOrThrow();
      if (isNew) {
        admit?.({
          like: (await likeNotices(db, draft)).filter(({ id }) => id !== row.id),
          editions: (replaces === null ? [] : await editionsOf(db, replaces)).filter(({ id }) => id !== row.id),
        });
        const at = noticeOf(row).registeredAt;
        const interpreter = await this.context.workers.knownToAll(db);
        const fresh: Fresh[] = [];
        for (const directive of directives) {
          const one = directiveRow(row.id, directive, interpreter);
          await db.insertInto('directives').values(one).execute();
          await insertOverride(db, directive, overrides, at);
          fresh.push({ row: one, number });
        }
        await listFresh(db, fresh);
        for (const one of series) {
          await insertSeries(db, row.id, one);
          await insertOverride(db, { id: one.id, policy: one.template.policy }, overrides, at);
        }
        await insertCorrections(db, row.id, corrections, at);
      }
      return {
        outcome: isNew ? 'registered' : 'already-registered',
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

  find(id: string): Promise<NoticeRecord | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
      return row && noticeOf(row);
    });
  }

  /**
   * Notices that another text of the same may be among: of its number, of its day, without a number or a day. Whether
   * one is the same is not for SQL to say.
   */
  like({ number, issued }: Pick<NoticeDraft, 'number' | 'issued'>): Promise<NoticeRecord[]> {
    return this.context.read((db) => likeNotices(db, { number, issued }));
  }

  /** All notices, by what says who concluded. */
  conclusions(): Promise<ConcludedNotice[]> {
    return this.context.read((db) =>
      db.selectFrom('notices').select(['id', 'number', 'issued', 'signer', 'conclusion as text']).execute(),
    );
  }

  /** The notice and all that it is a corrected edition of, or that are one of it; the first edition first. */
  editions(id: string): Promise<NoticeRecord[]> {
    return this.context.read((db) => editionsOf(db, id));
  }

  /** The numbers of all notices, or of some, by their ids; null where one has none. */
  numbers(ids?: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    return this.context.read(async (db) => {
      const all = db.selectFrom('notices').select(['id', 'number']);
      const rows = await (ids === undefined ? all : all.where('id', 'in', [...new Set(ids), ''])).execute();
      return new Map(rows.map(({ id, number }) => [id, number]));
    });
  }

  /** What people changed or confirmed of a notice's reading, in the order they did. */
  corrections(noticeId: string): Promise<readonly CorrectionRecord[]> {
    return correctionsOf(this.context, noticeId);
  }
}

async function likeNotices(
  db: Db,
  { number, issued }: Pick<NoticeDraft, 'number' | 'issued'>,
): Promise<NoticeRecord[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('number', 'is', null),
        eb('issued', 'is', null),
        ...(number === null ? [] : [eb('number', '=', number)]),
        ...(issued === null ? [] : [eb('issued', '=', issued)]),
      ]),
    )
    .orderBy('registeredAt')
    .execute();
  return rows.map(noticeOf);
}

async function editionsOf(db: Db, id: string): Promise<NoticeRecord[]> {
  const links = await db.selectFrom('notices').select(['id', 'replaces']).where('replaces', 'is not', null).execute();
  const chain = new Set([id]);
  for (let size = 0; size !== chain.size; ) {
    size = chain.size;
    for (const { id: one, replaces } of links)
      if (replaces !== null && (chain.has(one) || chain.has(replaces))) chain.add(one).add(replaces);
  }
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('id', 'in', [...chain])
    .orderBy('registeredAt')
    .execute();
  return rows.map(noticeOf);
}

async function directivesOf(db: Db, noticeId: string): Promise<DirectiveRecord[]> {
  const rows = await db
    .selectFrom('directives')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .orderBy('spanStart')
    .orderBy('id')
    .execute();
  return rows.map(directiveRecordOf);
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
