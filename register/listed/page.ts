import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { OPEN_STATUSES, type Status } from '../../dsl/rules/state.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import type { DirectiveRecord } from '../records.ts';
import { directiveRecordOf } from '../rows.ts';
import { searchWords } from './words.ts';

/** Which directives a list shows: those that fit all given fields. */
export interface ListFilter {
  /**
   * As somebody types them: each a number, or the beginning of a word, of the notice's number, the code, the text or a
   * lead; with marks or without.
   */
  readonly words?: string;
  readonly status?: readonly Status[];
  /** Open and late at this instant, which is not before the last event. */
  readonly overdueAt?: Instant;
  /** Of any of these notices. */
  readonly noticeIds?: readonly string[];
  /** Any of these agencies leads. */
  readonly agencies?: readonly string[];
  /** Shares of any of these wholes. */
  readonly parents?: readonly string[];
  /** Of the shares of one whole the first alone. */
  readonly isFolded?: boolean;
}

export interface ListPage {
  /** Directives that fit, shares each for itself. */
  readonly total: number;
  /** Places in the list: the same, or fewer where it is folded. */
  readonly places: number;
  /** Words so common that nobody counted to the end: there are more of both. */
  readonly isMore: boolean;
  /** What falls due first stands first, what has no deadline last. */
  readonly shown: readonly DirectiveRecord[];
}

/** Words fit so many directives at most where search begins from them; commoner ones are looked for in order. */
const RARE = 2_000;
/** Nobody reads on after as many. */
const COUNTED = 1_000;

/** One page of a list, the number of its places, and what stands there; all by the database. */
export function listPage(context: Context, filter: ListFilter, limit: number, offset: number): Promise<ListPage> {
  return context.read(async (db) => {
    const words = [...new Set(searchWords([filter.words ?? '']))];
    const rarest = await rarestOf(db, words);
    const isMany = words.length > 0 && rarest === undefined;
    const fits = all([...conditions(filter, words, 'l'), ...(rarest === undefined ? [] : [begins(rarest, 'l')])]);
    const first = filter.isFolded ? all([fits, isFirst(filter, words)]) : fits;
    const total = await count(db, fits, isMany);
    const places = filter.isFolded ? await (isMany ? count(db, first, isMany) : countFolded(db, fits, total)) : total;
    const found = await sql<{ id: string }>`select l.directive_id as id from directive_lists as l
      where ${first} order by l.place limit ${limit} offset ${offset}`.execute(db);
    const isMore = isMany && total > COUNTED;
    return {
      total: isMore ? COUNTED : total,
      places: Math.min(places, isMany ? COUNTED : places),
      isMore,
      shown: await inOrder(
        db,
        found.rows.map(({ id }) => id),
      ),
    };
  });
}

/** How many fit; of many, as they stand in the list, one more than is told. */
async function count(db: Db, fits: RawBuilder<SqlBool>, isMany: boolean): Promise<number> {
  const end = isMany ? sql` order by l.place limit ${COUNTED + 1}` : sql``;
  const asked = sql<{ n: number }>`select count(*) as n from
    (select 1 from directive_lists as l where ${fits}${end}) as fitting`;
  return Number((await asked.execute(db)).rows[0]?.n ?? 0);
}

/** The same with the shares of a whole in one place. */
async function countFolded(db: Db, fits: RawBuilder<SqlBool>, total: number): Promise<number> {
  const { rows } = await sql<{ shares: number; wholes: number }>`
    select count(*) as shares, count(distinct l.parent) as wholes
    from directive_lists as l where l.parent is not null and ${fits}`.execute(db);
  const { shares = 0, wholes = 0 } = rows[0] ?? {};
  return total - Number(shares) + Number(wholes);
}

/** The filters of a list for a row of `directive_lists` under a name; numbers and names are parameters. */
function conditions(filter: ListFilter, words: readonly string[], row: 'l' | 's'): RawBuilder<SqlBool>[] {
  const { status, overdueAt, noticeIds, agencies, parents } = filter;
  // Shares are few, and found by their whole: where an index of another column looked better, every share met the list.
  const at = (column: string) =>
    row === 's' ? sql`coalesce(${sql.ref(`s.${column}`)}, null)` : sql`${sql.ref(`l.${column}`)}`;
  const among = (column: string, values: readonly string[]) =>
    values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${at(column)} in (${sql.join(values)})`;
  const isAnyOpen = status !== undefined && OPEN_STATUSES.every((one) => status.includes(one));
  return [
    ...(status === undefined
      ? []
      : isAnyOpen && status.length === OPEN_STATUSES.length
        ? [sql<SqlBool>`${at('is_open')} = 1`]
        : [among('status', status)]),
    ...(overdueAt === undefined ? [] : [sql<SqlBool>`${at('overdue_from')} <= ${overdueAt}`]),
    ...(noticeIds === undefined ? [] : [among('notice_id', noticeIds)]),
    ...(parents === undefined ? [] : [among('parent', parents)]),
    ...(agencies === undefined ? [] : [leads(agencies, at('directive_id'))]),
    // A word is letters and figures: nothing of it means anything to `like`.
    ...words.map((word) => sql<SqlBool>`${at('words')} like ${`% ${word}${isNumber(word) ? ' ' : ''}%`}`),
  ];
}

function leads(agencies: readonly string[], id: RawBuilder<unknown>): RawBuilder<SqlBool> {
  if (agencies.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`${id} in
    (select p.directive_id from directive_parties as p where p.party = 'lead' and p.agency in (${sql.join(agencies)}))`;
}

/** No share of the same whole that fits stands before it. */
function isFirst(filter: ListFilter, words: readonly string[]): RawBuilder<SqlBool> {
  const earlier = all([sql<SqlBool>`s.parent = l.parent and s.place < l.place`, ...conditions(filter, words, 's')]);
  return sql<SqlBool>`(l.parent is null or not exists (select 1 from directive_lists as s where ${earlier}))`;
}

/** Who types 31 means no 310. */
function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

/** Every word that begins so sorts between the two, whatever else a database sorts by: they are letters and figures. */
function between(word: string): RawBuilder<SqlBool> {
  if (isNumber(word)) return sql<SqlBool>`w.word = ${word}`;
  return sql<SqlBool>`w.word >= ${word} and w.word <= ${`${word}${'z'.repeat(24)}`}`;
}

function begins(word: string, row: 'l'): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${row}.directive_id`)} in
    (select w.directive_id from directive_words as w where ${between(word)})`;
}

/** The word the fewest directives have; undefined where even that one is common, or there is none. */
async function rarestOf(db: Db, words: readonly string[]): Promise<string | undefined> {
  let best: { readonly word: string; readonly n: number } | undefined;
  for (const word of words) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from
      (select 1 from directive_words as w where ${between(word)} limit ${RARE + 1}) as counted`.execute(db);
    const n = Number(rows[0]?.n ?? 0);
    if (n <= RARE && (best === undefined || n < best.n)) best = { word, n };
  }
  return best?.word;
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

async function inOrder(db: Db, ids: readonly string[]): Promise<DirectiveRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('directives').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, directiveRecordOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
