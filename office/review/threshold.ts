import type { Deadline } from '../../deadline/index.ts';
import type { DraftDirective, Name } from '../../notices/index.ts';
import { doubtWords } from '../../texts/review/index.ts';

/**
 * A reading less sure than this is issued only after a person has confirmed it: no lead (0.54), a lead that is only the
 * letter's addressee (0.55) or whose name ends before a word no order begins with (0.4), a date with two readings (0.65
 * and less). A lead under its heading, in a field, as the subject of a known verb, from an introduction stays above.
 * What these figures mean is measured: docs/reading.md.
 */
export const CONFIRM_BELOW = 0.75;

/**
 * A name matched less surely than this differs by letters from every name in the directory. It may be a slip; it may as
 * well be another place one letter away ("Cẩm Hà", "Cẩm Hải") that the directory does not have. Only a person knows.
 */
export const AGENCY_CONFIRM_BELOW = 0.9;

/** Why a person must look at a directive before it is issued; empty where nobody must. */
export function doubtsOf(directive: DraftDirective): string[] {
  const doubts: string[] = [];
  if (directive.confidence < CONFIRM_BELOW) {
    doubts.push(doubtWords.reading(directive.confidence, directive.warnings[0] ?? unsureDate(directive)));
  }
  for (const name of namesOf(directive)) if (isDoubtful(name)) doubts.push(doubtWords.agency(name.name));
  for (const d of directive.deadlines) if (isUndecided(d)) doubts.push(doubtWords.undecided(d.phrase));
  return [...new Set(doubts)];
}

/** Everything a person should look at in a directive, each once, without figures. */
export function lookAt(directive: DraftDirective): string[] {
  const { confidence, warnings, deadlines } = directive;
  const date = confidence < CONFIRM_BELOW && warnings.length === 0 ? unsureDate(directive) : undefined;
  const undecided = deadlines.filter(isUndecided).map((d) => doubtWords.undecided(d.phrase));
  return [...new Set([...warnings, ...(date === undefined ? [] : [date]), ...undecided])];
}

/** Where the reader gave no reason of its own, the date it is least sure of. */
function unsureDate({ deadlines }: DraftDirective): string | undefined {
  const unsure = deadlines.find((d) => d.due !== null && d.confidence < CONFIRM_BELOW);
  return unsure && doubtWords.date(unsure.phrase, unsure.due);
}

/** Days are on offer and none was taken: issued like this it would have no deadline at all. */
function isUndecided({ due, alternatives = [] }: Deadline): boolean {
  return due === null && alternatives.length > 0;
}

/** Was an agency found for the name, but not surely enough to be told without a look? */
export function isDoubtful({ agency, agencyConfidence = 1 }: Name): boolean {
  return agency !== undefined && agencyConfidence < AGENCY_CONFIRM_BELOW;
}

/** All agencies a directive names. */
export function namesOf({ lead, cooperating, supervisor }: DraftDirective): Name[] {
  return [...lead, ...cooperating, ...supervisor];
}
