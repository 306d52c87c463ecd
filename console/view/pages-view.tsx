import type { Context } from 'hono';
import { PAGING as say } from '../../texts/pages/index.ts';
import type { Env } from '../http/caller.ts';

const A_PAGE = 50;
const QUERY = 'trang';

/** One page of a list, which the address names. */
export interface Paged<T> {
  readonly shown: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The address of another, with all else that this one asks for. */
  to(page: number): string;
}

/** The page of a list that a request asks for; one that is not there is the nearest that is. */
export function pageOf<T>(c: Context<Env>, list: readonly T[]): Paged<T> {
  const { page, pages, from } = placeOf(c, list.length);
  return { shown: list.slice(from, from + A_PAGE), page, pages, to: (n) => addressOf(c, n) };
}

/** The same of a list of which `ask` gives any part, and says how many places it has. */
export async function onePage<T, P extends { readonly places: number; readonly shown: readonly T[] }>(
  c: Context<Env>,
  ask: (limit: number, offset: number) => Promise<P>,
): Promise<P & Paged<T>> {
  const asked = placeOf(c, Number.POSITIVE_INFINITY);
  const found = await ask(A_PAGE, asked.from);
  const { page, pages, from } = placeOf(c, found.places);
  const answer = page === asked.page ? found : await ask(A_PAGE, from);
  return { ...answer, page, pages, to: (n) => addressOf(c, n) };
}

/** The furthest page anybody may name: an offset is a number of the database's. */
const MOST_PAGES = 100_000;

function placeOf(c: Context<Env>, length: number) {
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(length / A_PAGE)));
  const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query(QUERY) ?? '1', 10) || 1));
  return { page, pages, from: (page - 1) * A_PAGE };
}

// Relative: a proxy may have taken a prefix off.
function addressOf(c: Context<Env>, page: number): string {
  return `?${new URLSearchParams({ ...c.req.query(), [QUERY]: String(page) })}`;
}

/** The way to the pages before and after; nothing where there is one. */
export function PagesView({ of: { page, pages, to } }: { readonly of: Paged<unknown> }) {
  if (pages === 1) return null;
  return (
    <p class="buttons">
      {page > 1 ? <a href={to(page - 1)}>{say.previous}</a> : null}
      <span>{say.place(page, pages)}</span>
      {page < pages ? <a href={to(page + 1)}>{say.next}</a> : null}
    </p>
  );
}
