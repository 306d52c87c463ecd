/*
 * The words of jest. What imports them may be loaded once for many files, so they are those of the file that is being
 * run, whoever holds them.
 */

export let afterAll;
export let afterEach;
export let beforeAll;
export let beforeEach;
export let describe;
export let expect;
export let jest;
export let test;

/** From now on they are these. */
export function speak(words) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } = words);
}
