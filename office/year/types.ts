import type { Policy } from '../../dsl/policy/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { DirectiveView, Directory, SentText } from '../../register/index.ts';
import type { ReadNotice } from '../registration.ts';

/** How people behave in a rehearsal: at once, late, not at all, or as it happens. */
export const BEHAVIOURS = ['prompt', 'late', 'never', 'random'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** A year that is to be played. */
export interface YearAsked {
  readonly reads: readonly ReadNotice[];
  /** Whom the notices name; nobody in it is written to. */
  readonly directory: Directory;
  readonly calendar: WorkCalendar;
  readonly issuedAt: Instant;
  /** For all directives; default: as the rules choose. */
  readonly policy?: Policy;
  readonly behaviour: Behaviour;
  /** Of `random`: the same seed gives the same year. */
  readonly seed: number;
}

/** How far a year has been played, and what has happened in it so far. */
export interface PlayedYear {
  /** Virtual time, null before the first day. */
  readonly reached: Instant | null;
  readonly lives: readonly DirectiveView[];
  /** Once it is over. */
  readonly outcome?: YearOutcome;
}

export interface YearOutcome {
  readonly planned: number;
  readonly run: number;
  /** Steps, messages and acts that went otherwise than planned, a line each; empty where plan = run. */
  readonly differences: readonly string[];
  /** Acts that were not taken, a line each, with the reason. */
  readonly refused: readonly string[];
  /** Messages the stand-ins for the mail server and Zalo took. */
  readonly taken: { readonly email: number; readonly zalo: number };
  /** The words that left, by the id of their row in the ledger. */
  readonly words: ReadonlyMap<string, SentText>;
  readonly virtualDays: number;
  readonly seconds: number;
}

export interface YearHooks {
  /** Heard after each step; `done` of `total` steps are played. */
  readonly onStep: (played: PlayedYear, done: number, total: number) => void;
  /** Asked to stop, it ends with the step it is at, and leaves nothing behind. */
  readonly signal: AbortSignal;
}

/**
 * Plays a year on a Temporal, a register and mailboxes of its own.
 * @throws UserError where it is too much to play, or was stopped.
 */
export type PlayYear = (asked: YearAsked, hooks: YearHooks) => Promise<PlayedYear>;
