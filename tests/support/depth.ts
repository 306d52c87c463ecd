/** `npm run test:deep` asks for it: every random test draws as many cases as are worth a night. */
const DEEP = process.env['DONDOC_TEST_DEEP'] === '1';

/** How many cases a random test draws: few in a run one waits for, more in a deep one. */
export function cases(few: number, deep: number): number {
  return DEEP ? deep : few;
}

/**
 * Where the cases of this run begin, for tests that hold for every seed: another place each time, so that many runs see
 * what one does not. A failing case is named by its own seed; `DONDOC_TEST_SEED` draws the same again.
 */
export function freshSeed(): number {
  const given = process.env['DONDOC_TEST_SEED'];
  return given === undefined ? 1 + Math.floor(Math.random() * 1_000_000_000) : Number(given);
}
