import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from './context.ts';

const COOKIE = 'dondoc_vp';

/** The session's cookie: sent to these pages alone, to no script, and never with a request of another site. */
export function keepSession(c: Context<Env>, { basePath, https }: StaffContext, secret: string | null): void {
  setCookie(c, COOKIE, secret ?? '', {
    ...{ httpOnly: true, secure: https, sameSite: 'Strict', path: `${basePath}/vp` },
    ...(secret === null ? { maxAge: 0 } : {}),
  });
}

/** The secret of the session a request brings; '' where it brings none. */
export function sessionSecret(c: Context<Env>): string {
  return getCookie(c, COOKIE) ?? '';
}

/** A form of another site's page: browsers say where a form was sent from. */
export function isForeign(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== (c.req.header('x-forwarded-host') ?? c.req.header('host'));
}
