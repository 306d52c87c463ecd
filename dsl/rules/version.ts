import type { Directive } from './directive.ts';

/*
 * The interpreter's version: what `decide` and `apply` mean. A running directive keeps the version it was started
 * with, because its history must replay to the same commands for years, and because whoever was told something by one
 * meaning is not told the contrary by another. A change of behaviour adds a constant with its reason, a branch on
 * `follows`, and recorded histories in `tests/histories/`; old constants stay as long as such runs may.
 */

/** The first: one ladder a role, three clocks, rounds begun by a return or a changed deadline. */
export const FIRST_INTERPRETER = 1;

/**
 * The rules know which agencies lead and cooperate. Another lead is told by messages of its own: the assignment to the
 * new one, word to the former one that it leads no more, to the others who leads now. The first version sent the
 * assignment to all of them, and the former lead heard nothing.
 */
export const KNOWS_WHO_LEADS = 2;

/**
 * Agencies that lead together acknowledge each for itself: the first that did freed all others, of whom nobody knew
 * whether they had got it.
 */
export const EACH_ACKNOWLEDGES = 3;

/**
 * The lead says itself who of its own people is told: only the office could, so a head who handed a task on had to write
 * a letter about it, and the reminders went on to somebody else.
 */
export const LEAD_NAMES_CONTACT = 4;

/**
 * Of agencies that lead together none names the person who is told: a directive has one such person, so the second to
 * name one undid the first's choice, and the first heard nothing of it.
 */
export const SOLE_LEAD_NAMES_CONTACT = 5;

/**
 * A result that its lead takes back stopped no clock of the deadline: it began a new round, so a lead that was late and
 * handed in and took back again and again kept its head from ever hearing of it. And what is resumed before anybody can
 * have heard that it was suspended tells nobody: people read that something goes on which for them had never stopped.
 */
export const WITHDRAWN_STOPS_NOTHING = 6;
export const UNHEARD_SUSPENSION_IS_SILENT = 6;

export const CURRENT_INTERPRETER = WITHDRAWN_STOPS_NOTHING;

/** Does a directive follow what a version brought? What nobody has issued yet follows the newest. */
export function follows({ interpreter = CURRENT_INTERPRETER }: Directive, version: number): boolean {
  return interpreter >= version;
}

/**
 * Can this program follow a directive of that version? One that a newer program started must wait for a newer program:
 * an older meaning would tell its people something else.
 */
export function isKnownInterpreter(interpreter: number): boolean {
  return Number.isInteger(interpreter) && interpreter >= FIRST_INTERPRETER && interpreter <= CURRENT_INTERPRETER;
}
