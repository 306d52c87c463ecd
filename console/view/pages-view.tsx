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
  const pages = Math.max(1, Math.ceil(list.length / A_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query(QUERY) ?? '1', 10) || 1));
  return {
    shown: list.slice((page - 1) * A_PAGE, page * A_PAGE),
    page,
    pages,
    // Relative: a proxy may have taken a prefix off.
    to: (n) => `?${new URLSearchParams({ ...c.req.query(), [QUERY]: String(n) })}`,
  };
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
