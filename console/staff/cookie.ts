import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { present } from '../../dsl/present.ts';
import type { Env } from '../http/caller.ts';
import type { ConsoleContext } from '../options.ts';

/**
 * Somebody of the office, somebody of the directory, the devices somebody of the office has signed in on, and what is
 * on its way to the office's own sign-in and back.
 */
const COOKIES = { staff: 'dondoc_vp', person: 'dondoc_toi', device: 'dondoc_may', errand: 'dondoc_di' } as const;
type Kind = keyof typeof COOKIES;

/** What a cookie is bound to: where the pages are, and whether they are reached by https. */
type Pages = Pick<ConsoleContext, 'basePath' | 'https'>;

/**
 * Behind https no other host of the same domain can put one on a browser (`__Host-`); below a path of a host that has
 * other pages too, those do not get it (`__Secure-`, for `__Host-` cookies are sent to the whole host).
 */
function nameOf({ basePath, https }: Pages, kind: Kind): string {
  if (!https) return COOKIES[kind];
  return `${basePath === '' ? '__Host-' : '__Secure-'}${COOKIES[kind]}`;
}

/** A cookie sent to these pages alone, to no script, and never with a request of another site; null takes it away. */
export function keepCookie(c: Context<Env>, pages: Pages, kind: Kind, value: string | null, maxAge?: number): void {
  setCookie(c, nameOf(pages, kind), value ?? '', {
    httpOnly: true,
    secure: pages.https,
    sameSite: 'Strict',
    path: pages.basePath || '/',
    ...present({ maxAge: value === null ? 0 : maxAge }),
  });
}

/** What a cookie of ours holds; '' where the request brings none. */
export function cookieOf(c: Context<Env>, pages: Pages, kind: Kind): string {
  return getCookie(c, nameOf(pages, kind)) ?? '';
}

/** What answers an errand to the office's own sign-in: it is brought back from another site, within ten minutes, once. */
export function keepErrand(c: Context<Env>, pages: Pages, value: string | null): void {
  setCookie(c, nameOf(pages, 'errand'), value ?? '', {
    httpOnly: true,
    secure: pages.https,
    sameSite: 'Lax',
    path: pages.basePath || '/',
    maxAge: value === null ? 0 : ERRAND_SECONDS,
  });
}

const ERRAND_SECONDS = 600;

/** The session's cookie: gone with the browser, or with the session. */
export function keepSession(
  c: Context<Env>,
  pages: Pages,
  secret: string | null,
  kind: 'staff' | 'person' = 'staff',
): void {
  keepCookie(c, pages, kind, secret);
}

/** The secret of the session a request brings; '' where it brings none. */
export function sessionSecret(c: Context<Env>, pages: Pages, kind: 'staff' | 'person' = 'staff'): string {
  return cookieOf(c, pages, kind);
}

/** A form of another site's page: browsers say where a form was sent from. */
export function isForeign(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== (c.req.header('x-forwarded-host') ?? c.req.header('host'));
}
