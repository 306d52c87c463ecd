/**
 * A digest of the code by which the checker decides (`scripts/checker-digest.mjs`): a verdict that was remembered counts
 * only while this stands. `npm run checker-version` writes it, a test holds it.
 */
export const CHECKER_VERSION = 'ff8e2e32c7df';
