import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { present } from '../../dsl/present.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from './context.ts';

/** Somebody of the office, and somebody of the directory; the latter's is sent to all pages, for leaders read the office's. */
const COOKIES = {
  staff: { name: 'dondoc_vp', path: '/vp' },
  person: { name: 'dondoc_toi', path: '/' },
} as const;
type Kind = keyof typeof COOKIES;

/** The session's cookie: sent to these pages alone, to no script, and never with a request of another site. */
export function keepSession(
  c: Context<Env>,
  { basePath, https }: StaffContext,
  secret: string | null,
  kind: Kind = 'staff',
): void {
  const { name, path } = COOKIES[kind];
  setCookie(c, name, secret ?? '', {
    httpOnly: true,
    secure: https,
    sameSite: 'Strict',
    path: `${basePath}${path}`,
    ...present({ maxAge: secret === null ? 0 : undefined }),
  });
}

/** The secret of the session a request brings; '' where it brings none. */
export function sessionSecret(c: Context<Env>, kind: Kind = 'staff'): string {
  return getCookie(c, COOKIES[kind].name) ?? '';
}

/** A form of another site's page: browsers say where a form was sent from. */
export function isForeign(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== (c.req.header('x-forwarded-host') ?? c.req.header('host'));
}
