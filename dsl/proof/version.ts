/**
 * What the checker decides and how it looks. A verdict that was remembered counts only while this and the interpreter's
 * version stand: raise it with every change by which a policy could be judged otherwise.
 */
export const CHECKER_VERSION = 2;
