import type { MiddlewareHandler } from 'hono';

/*
 * The address of a page is the key to it: no other site may learn it (no referrer, nothing loaded from elsewhere), no
 * cache may keep it, no search temporal list it. Pages hold no script at all, so none can run; those few that use a
 * passkey, and the one that proves a policy while it is typed, load one file of ours, and nothing in a page can run there
 * either.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of a page that loads a script of ours. */
export const POLICY_WITH_SCRIPT = `${POLICY}; script-src 'self'`;
/** Of the page whose script asks this service again while somebody types. */
export const POLICY_WITH_ASKING_SCRIPT = `${POLICY_WITH_SCRIPT}; connect-src 'self'`;
const LOOSER: readonly (string | null)[] = [POLICY_WITH_SCRIPT, POLICY_WITH_ASKING_SCRIPT];
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
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (!LOOSER.includes(c.res.headers.get(POLICY_HEADER))) c.res.headers.set(POLICY_HEADER, POLICY);
    if (https) c.res.headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
    // What may be kept says so itself.
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
