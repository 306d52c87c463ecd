import type { Act, Succession } from '../dsl/rules/act.ts';
import type { Wake } from '../dsl/rules/wake.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import type { Origin } from '../texts/messages/index.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import { codeIn } from './ids.ts';
import { keepListed } from './listed/keep.ts';
import { inheritOverrides } from './overrides.ts';
import type { DirectiveDraft, NamedParty } from './records.ts';
import { directiveRow } from './rows.ts';

/** What is to take the place of directives that close by it: those to be opened, none where one goes on that is there. */
export interface SuccessionDraft {
  readonly id: string;
  readonly drafts: readonly DirectiveDraft[];
}

/** One step of descent: `from` closed, and `to` goes on with its work. */
export interface Descent {
  readonly from: string;
  readonly to: string;
  readonly how: Succession['how'];
  /** What the office worked out and the close carried out: id of a `SuccessionDraft`. */
  readonly succession: string;
  /** Domain time of the close. */
  readonly at: Instant;
  readonly reason: string;
  /** The other end of it: what `to` is where one looks from `from`, and the other way round. */
  readonly other: { readonly localId: string; readonly lead: readonly NamedParty[]; readonly due: Day | null };
}

/** Both ways from one directive. */
export interface Lineage {
  /** What it was split from, or what was merged into it. */
  readonly from: readonly Descent[];
  /** What it was split or merged into. */
  readonly into: readonly Descent[];
}

/**
 * Keeps what was worked out, before the act that carries it out: whoever takes that act finds it here, for names and
 * words do not travel through Temporal. The same again takes the place of the former, unless that has been used.
 */
export function draftSuccession(context: Context, { id, drafts }: SuccessionDraft): Promise<void> {
  return context.transact(async (db) => {
    const used = await db.selectFrom('lineage').select('toId').where('succession', '=', id).executeTakeFirst();
    if (used) return;
    const row = { drafts: JSON.stringify(drafts), recordedAt: context.now() };
    await db
      .insertInto('successions')
      .values({ id, ...row })
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
  });
}

/** In the transaction of a directive's close: what takes its place is opened, and each knows of the other. */
export async function succeed(
  { workers }: Context,
  db: Db,
  noticeId: string,
  { directiveId, at, act: taken }: Wake,
): Promise<void> {
  const act = taken?.act;
  if (act?.type !== 'supersede' || !act.succession) return;
  const { id, how, directives } = act.succession;
  const worked = await db.selectFrom('successions').select('drafts').where('id', '=', id).executeTakeFirst();
  for (const draft of fromJson<readonly DirectiveDraft[]>(worked?.drafts ?? '[]')) {
    await db
      .insertInto('directives')
      .values(directiveRow(noticeId, { ...draft, issuedAt: at }, await workers.knownToAll(db)))
      .onConflict((c) => c.column('id').doNothing())
      .execute();
    await keepListed(db, draft.id);
    await inheritOverrides(db, directiveId, draft.id);
  }
  await db
    .insertInto('lineage')
    .values(directives.map((toId) => ({ fromId: directiveId, toId, how, succession: id, at, reason: act.reason })))
    .onConflict((c) => c.columns(['fromId', 'toId']).doNothing())
    .execute();
}

/** What a directive came from by split or merger, and what it went on in. */
export async function lineageOf(db: Db, id: string): Promise<Lineage> {
  return { from: await descendedFrom(db, id), into: await descents(db, 'fromId', 'toId', id) };
}

function descendedFrom(db: Db, id: string): Promise<Descent[]> {
  return descents(db, 'toId', 'fromId', id);
}

/** What messages say of where a directive comes from; of one that absorbs others, those it absorbs now. */
export async function originOf(
  db: Db,
  id: string,
  act: Act | undefined,
): Promise<{ readonly how: Succession['how']; readonly from: readonly Origin[] } | undefined> {
  const from = await descendedFrom(db, id);
  const how = act?.type === 'absorb' ? 'merged' : from[0]?.how;
  const ids = act?.type === 'absorb' ? act.from : from.filter((d) => d.how === how).map((d) => d.from);
  if (how === undefined || ids.length === 0) return undefined;
  const rows = await db
    .selectFrom('directives as d')
    .innerJoin('notices as n', 'n.id', 'd.noticeId')
    .select(['d.localId', 'd.text', 'n.number as noticeNumber'])
    .where('d.id', 'in', ids)
    .orderBy('d.spanStart')
    .orderBy('d.id')
    .execute();
  return rows.length === 0 ? undefined : { how, from: rows.map((row) => ({ ...row, localId: codeIn(row.localId) })) };
}

async function descents(db: Db, own: 'fromId' | 'toId', other: 'fromId' | 'toId', id: string): Promise<Descent[]> {
  const rows = await db
    .selectFrom('lineage as l')
    .innerJoin('directives as d', 'd.id', `l.${other}`)
    .selectAll('l')
    .select(['d.localId', 'd.lead', 'd.due'])
    .where(`l.${own}`, '=', id)
    .execute();
  // Part 10 comes after part 9.
  const inOrder = rows.sort((a, b) => a[other].localeCompare(b[other], 'en', { numeric: true }));
  return inOrder.map((row) => ({
    from: row.fromId,
    to: row.toId,
    how: row.how as Succession['how'],
    succession: row.succession,
    at: instantOf(row.at),
    reason: row.reason,
    other: { localId: codeIn(row.localId), lead: fromJson(row.lead), due: row.due },
  }));
}
