const OURS = /^\/(?:vp|toi|tai-khoan)(?:\/[A-Za-z0-9_=-]+)*$/;

/**
 * Where somebody goes once they are in: a page of ours they were on their way to, below the path of all pages. Anything
 * else, an address of another site above all, is not gone to.
 */
export function returnPath(given: string | undefined): string | undefined {
  return given !== undefined && given.length <= 300 && OURS.test(given) ? given : undefined;
}
