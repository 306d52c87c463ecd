/*
 * The interpreter's version: what `decide` and `apply` mean. A running directive keeps the version it was started
 * with, because its history must replay to the same commands for years. A change of behaviour adds a constant with its
 * reason, a branch on it, and a recorded history to `tests/histories/`; old constants stay as long as such runs may.
 */

/** The first: one ladder a role, three clocks, rounds begun by a return or a changed deadline. */
export const FIRST_INTERPRETER = 1;

export const CURRENT_INTERPRETER = FIRST_INTERPRETER;
