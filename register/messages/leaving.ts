import type { Selectable } from 'kysely';
import type { PostKind } from '../../dsl/rules/post.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { NEVER_HEARD } from '../../texts/acts.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { MessageTable } from '../schema.ts';
import { appendMessageEvents } from './events.ts';
import { type Fate, fateOf, livedNow, wordsNow } from './recompose.ts';

type Row = Selectable<MessageTable>;

/**
 * Waiting messages at the moment they would leave: those that still say what holds, in words of now. What an act has
 * overtaken since it was written is skipped with the reason. Nothing is asked anew where nobody has acted since: then
 * nothing can have changed.
 */
export async function asTheyLeave(context: Context, db: Db, rows: readonly Row[], now: Instant): Promise<Row[]> {
  const acted = await lastActs(db, rows);
  const leave: Row[] = [];
  for (const row of rows) {
    const unheard = await ofWhatNobodyHeard(db, row);
    const left =
      unheard !== null
        ? await skipped(context, db, row, unheard)
        : (acted.get(row.directiveId) ?? -1) > row.seq
          ? await judged(context, db, row, now)
          : row;
    if (left) leave.push(left);
  }
  return leave;
}

/** Has an act overtaken one of these since it was written? */
export async function someOvertaken(context: Context, db: Db, rows: readonly Row[]): Promise<boolean> {
  const acted = await lastActs(db, rows);
  for (const row of rows) {
    if ((acted.get(row.directiveId) ?? -1) > row.seq && (await overtakenBy(context, db, row)) !== null) return true;
  }
  return false;
}

/** Why a message that waits says nothing any more that holds; null where it does. */
export async function overtakenBy(context: Context, db: Db, row: Row): Promise<string | null> {
  const unheard = await ofWhatNobodyHeard(db, row);
  if (unheard !== null) return unheard;
  const acted = await lastActs(db, [row]);
  if ((acted.get(row.directiveId) ?? -1) <= row.seq) return null;
  const life = await livedNow(context, db, row.directiveId);
  const now = Math.max(instantOf(row.leaveAt), instantOf(row.at), life?.log.at(-1)?.at ?? 0);
  const fate: Fate | undefined = life && fateOf(life, row, now);
  return fate && 'reason' in fate ? fate.reason : null;
}

async function judged(context: Context, db: Db, row: Row, now: Instant): Promise<Row | undefined> {
  const life = await livedNow(context, db, row.directiveId);
  const fate = life && fateOf(life, row, now);
  if (!life || !fate) return row;
  if ('reason' in fate) return skipped(context, db, row, fate.reason);
  const words = await wordsNow(context, db, life, row, fate);
  if (!words) return row;
  const { kind, stage } = fate.says;
  const renewed = { ...row, kind, stage, content: JSON.stringify(words) };
  await change(db, row, renewed);
  return renewed;
}

async function skipped(context: Context, db: Db, row: Row, reason: string): Promise<undefined> {
  const kept = { ...row, outcome: 'skipped', reason, settledAt: context.now(), revision: row.revision + 1 };
  await change(db, row, kept);
  await appendMessageEvents(db, context.now(), [kept]);
}

/** As long as a message is one of these, its reader has not had it. */
const NOT_HEARD = ['planned', 'skipped', 'refused'] satisfies MessageOutcome[];

/** What tells that something was taken back, and the post that told of it. */
const TAKEN_BACK = {
  'result-withdrawn': [/^withdrawn/, 'submitted'],
  'explanation-withdrawn': [/^explanation-withdrawn/, 'explanation-asked'],
} as const satisfies Partial<Record<PostKind, readonly [RegExp, string]>>;

/** Why a reader is not told that something was taken back of which no channel had told them; null where one had. */
export async function ofWhatNobodyHeard(
  db: Db,
  { kind, directiveId, recipient, postKey }: Row,
): Promise<string | null> {
  if (!isTakenBack(kind)) return null;
  const [withdrawn, asked] = TAKEN_BACK[kind];
  const told = await db
    .selectFrom('messages')
    .select('outcome')
    .where('directiveId', '=', directiveId)
    .where('recipient', '=', recipient)
    .where('postKey', '=', postKey.replace(withdrawn, asked))
    .execute();
  const heard = told.length === 0 || told.some(({ outcome }) => !NOT_HEARD.some((one) => one === outcome));
  return heard ? null : NEVER_HEARD[kind];
}

function isTakenBack(kind: string): kind is keyof typeof TAKEN_BACK {
  return Object.hasOwn(TAKEN_BACK, kind);
}

async function change(
  db: Db,
  { id }: Row,
  { kind, stage, content, outcome, reason, settledAt, revision }: Row,
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ kind, stage, content, outcome, reason, settledAt, revision })
    .where('id', '=', id)
    .execute();
}

/** The last place in each directive's log at which somebody acted. */
async function lastActs(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const found = await db
    .selectFrom('events')
    .select(['directiveId', (eb) => eb.fn.max('seq').as('seq')])
    .where('directiveId', 'in', [...new Set(rows.map((row) => row.directiveId))])
    .where('actType', 'is not', null)
    .groupBy('directiveId')
    .execute();
  return new Map(found.map(({ directiveId, seq }) => [directiveId, Number(seq)]));
}
