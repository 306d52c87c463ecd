import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { OPEN_STATUSES, type Status } from '../../dsl/rules/state.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { Context, Db } from '../context.ts';
import { allOf, among } from '../fits.ts';
import type { DirectiveLine } from '../records.ts';
import { directiveLineOf, LINE_COLUMNS } from '../rows.ts';
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
  readonly shown: readonly DirectiveLine[];
  /** Where it is folded, every share of the wholes that are shown, those too that do not fit: they sum up what all do. */
  readonly shares: readonly DirectiveLine[];
}

/** Words fit so many directives at most where search begins from them; commoner ones are looked for in order. */
const RARE = 2_000;
/** Nobody reads on after as many. */
const COUNTED = 1_000;

/** Who types more has found it, or pasted something. */
const MOST_WORDS = 16;

/** One page of a list, the number of its places, and what stands there; all by the database. */
export function listPage(context: Context, filter: ListFilter, limit: number, offset: number): Promise<ListPage> {
  const words = [...new Set(searchWords([filter.words ?? '']))].slice(0, MOST_WORDS);
  return context.read((db) =>
    words.length === 0 ? pageOfAll(db, filter, limit, offset) : pageOfFound(db, filter, words, limit, offset),
  );
}

async function pageOfAll(db: Db, filter: ListFilter, limit: number, offset: number): Promise<ListPage> {
  const fits = allOf(conditions(filter, 'l'));
  const total = await count(db, fits);
  const places = filter.isFolded ? await countFolded(db, fits, total) : total;
  const found = await sql<{ id: string }>`select l.directive_id as id from directive_lists as l
    where ${filter.isFolded ? allOf([fits, isFirst(filter)]) : fits}
    order by l.place limit ${limit} offset ${offset}`.execute(db);
  const ids = found.rows.map(({ id }) => id);
  return { total, places, isMore: false, ...(await linesOf(db, filter, ids)) };
}

/** What is found is either little, or read in the order of the list until there is enough; then folded. */
async function pageOfFound(
  db: Db,
  filter: ListFilter,
  words: readonly string[],
  limit: number,
  offset: number,
): Promise<ListPage> {
  const rarest = await rarestOf(db, words);
  const most = rarest === undefined ? COUNTED : RARE;
  const fits = allOf([
    ...conditions(filter, 'l'),
    // A word is letters and figures: nothing of it means anything to `like`.
    ...words.map((word) => sql<SqlBool>`l.words like ${`% ${word}${isNumber(word) ? ' ' : ''}%`}`),
    ...(rarest === undefined ? [] : [begins(rarest)]),
  ]);
  // Of what is found only the page leaves the database: a thousand rows cost more to hand over than to find.
  const ask = (from: number) =>
    sql<{ id: string; total: number; places: number }>`
    with found as (select l.directive_id as id, l.place as place, ${filter.isFolded ? sql`coalesce(l.parent, l.directive_id)` : sql`l.directive_id`} as whole
        from directive_lists as l where ${fits} order by l.place limit ${most + 1}),
      numbered as (select id, place, whole, row_number() over (order by place) as n from found),
      firsts as (select id, place, row_number() over (partition by whole order by place) as nth
        from numbered where n <= ${most})
    select id, (select count(*) from found) as total, (select count(*) from firsts where nth = 1) as places
    from firsts where nth = 1 order by place limit ${limit} offset ${from}`.execute(db);
  const { rows } = await ask(offset);
  const [first] = rows.length > 0 || offset === 0 ? rows : (await ask(0)).rows;
  const total = Number(first?.total ?? 0);
  return {
    total: Math.min(total, most),
    places: Number(first?.places ?? 0),
    isMore: total > most,
    ...(await linesOf(
      db,
      filter,
      rows.map(({ id }) => id),
    )),
  };
}

async function count(db: Db, fits: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from directive_lists as l where ${fits}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** How many places they take with the shares of a whole in one. */
async function countFolded(db: Db, fits: RawBuilder<SqlBool>, total: number): Promise<number> {
  const { rows } = await sql<{ shares: number; wholes: number }>`
    select count(*) as shares, count(distinct l.parent) as wholes
    from directive_lists as l where l.parent is not null and ${fits}`.execute(db);
  const { shares = 0, wholes = 0 } = rows[0] ?? {};
  return total - Number(shares) + Number(wholes);
}

/** The filters of a list for a row of `directive_lists` under a name; numbers and names are parameters. */
function conditions(filter: ListFilter, row: 'l' | 's'): RawBuilder<SqlBool>[] {
  const { status, overdueAt, noticeIds, agencies, parents } = filter;
  // Shares are few, and found by their whole: where an index of another column looked better, every share met the list.
  const at = (column: string) =>
    row === 's' ? sql`coalesce(${sql.ref(`s.${column}`)}, null)` : sql`${sql.ref(`l.${column}`)}`;
  const isAnyOpen = status !== undefined && OPEN_STATUSES.every((one) => status.includes(one));
  return [
    ...(status === undefined
      ? []
      : isAnyOpen && status.length === OPEN_STATUSES.length
        ? [sql<SqlBool>`${at('is_open')} = 1`]
        : [among(at('status'), status)]),
    ...(overdueAt === undefined ? [] : [sql<SqlBool>`${at('overdue_from')} <= ${overdueAt}`]),
    ...(noticeIds === undefined ? [] : [among(at('notice_id'), noticeIds)]),
    ...(parents === undefined ? [] : [among(at('parent'), parents)]),
    ...(agencies === undefined ? [] : [leads(agencies, at('directive_id'))]),
  ];
}

function leads(agencies: readonly string[], id: RawBuilder<unknown>): RawBuilder<SqlBool> {
  if (agencies.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`${id} in
    (select p.directive_id from directive_parties as p where p.party = 'lead' and p.agency in (${sql.join(agencies)}))`;
}

/** No share of the same whole that fits stands before it. */
function isFirst(filter: ListFilter): RawBuilder<SqlBool> {
  const earlier = allOf([sql<SqlBool>`s.parent = l.parent and s.place < l.place`, ...conditions(filter, 's')]);
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

function begins(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`l.directive_id in
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

async function linesOf(
  db: Db,
  { isFolded = false }: ListFilter,
  ids: readonly string[],
): Promise<Pick<ListPage, 'shown' | 'shares'>> {
  if (ids.length === 0) return { shown: [], shares: [] };
  const lines = db.selectFrom('directives').select(LINE_COLUMNS);
  const byId = new Map((await lines.where('id', 'in', ids).execute()).map((row) => [row.id, directiveLineOf(row)]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []);
  const wholes = isFolded ? [...new Set(shown.flatMap(({ parent }) => parent?.id ?? []))] : [];
  const shares = wholes.length === 0 ? [] : await lines.where('parent', 'in', wholes).execute();
  return { shown, shares: shares.map(directiveLineOf) };
}
