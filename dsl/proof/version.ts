/**
 * A digest of the code by which the checker decides (`scripts/checker-digest.mjs`): a verdict that was remembered counts
 * only while this stands. `npm run checker-version` writes it, a test holds it.
 */
export const CHECKER_VERSION = '907ea11b20b2';
