import type { Context, MiddlewareHandler } from 'hono';

/*
 * The address of a page is the key to it: no other site may learn it (no referrer, nothing loaded from elsewhere), no
 * cache may keep it, no search temporal list it. Pages hold no script at all, so none can run; those few that use a
 * passkey load one file of ours, and nothing in a page can run there either.
 * cache may keep it, no search temporal list it. Pages hold no script at all, so none can run; one page of an
 * administrator's has a file of ours that asks for that very page again (decision 116).
 */
const RULES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const POLICY = RULES.join('; ');
const POLICY_WITH_OWN_SCRIPT = [...RULES, "script-src 'self'", "connect-src 'self'"].join('; ');

/** Lets the page that is answered with run scripts of our own files, never any written in it. */
export function allowOwnScript(c: Context): void {
  c.header('Content-Security-Policy', POLICY_WITH_OWN_SCRIPT);
}

/** Of a page that loads a script of ours. */
export const POLICY_WITH_SCRIPT = `${POLICY}; script-src 'self'`;
const POLICY_HEADER = 'Content-Security-Policy';

const HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow, noarchive, nosnippet',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

const YEAR_SECONDS = 31_536_000;

/** Headers on every answer; `https` adds those that only make sense there. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const allowed = c.res.headers.get('Content-Security-Policy');
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (c.res.headers.get(POLICY_HEADER) !== POLICY_WITH_SCRIPT) c.res.headers.set(POLICY_HEADER, POLICY);
    if (allowed === POLICY_WITH_OWN_SCRIPT) c.res.headers.set('Content-Security-Policy', allowed);
    if (https) c.res.headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
    // What may be kept says so itself.
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
