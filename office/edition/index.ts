/** A corrected edition of a notice that was issued: what goes on, what changes, what ends, what is new. */
export type { Adjusted } from './compare.ts';
export { carryOutEdition, changesAnything, type Edition, planEdition, requirePossible } from './edition.ts';
