import type { Context } from 'hono';
import type { Env } from '../http/caller.ts';
import type { ConsoleContext } from '../options.ts';

const OURS = /^\/(?:vp|toi|tai-khoan)(?:\/[A-Za-z0-9_=-]+)*$/;

/**
 * Where somebody goes once they are in: a page of ours they were on their way to, below the path of all pages. Anything
 * else, an address of another site above all, is not gone to.
 */
export function returnPath(given: string | undefined): string | undefined {
  return given !== undefined && given.length <= 300 && OURS.test(given) ? given : undefined;
}

/** The page a request asks for, as somebody may come back to it once they are in. A proxy may have left the path of all pages on. */
export function pathBelow(c: Context<Env>, { basePath }: Pick<ConsoleContext, 'basePath'>): string | undefined {
  const { path } = c.req;
  return returnPath(basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path);
}
