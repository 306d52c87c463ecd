import type { Day, Instant } from '../time/day.ts';
import type { Actor } from './act.ts';

/** How a recurring directive stands. */
export interface SeriesStanding {
  /** Opened since it was issued; the first occurrence is issued with the notice. */
  readonly opened: number;
  /** Null before the first look, and once the series has ended. */
  readonly next: Opening | null;
  readonly end: SeriesEnd | null;
}

/** An occurrence that is to be opened. */
export interface Opening {
  /** By the rule: its name. */
  readonly day: Day;
  readonly due: Day;
  readonly opensAt: Instant;
}

/** Why no further occurrence is opened. Those that are open go on. */
export interface SeriesEnd {
  readonly at: Instant;
  /** `rule`: it has come to its end (UNTIL, COUNT). */
  readonly why: 'rule' | 'cancelled';
  readonly by?: Actor['party'];
  readonly reason?: string;
}

/** What a person says who cancels a series. */
export interface SeriesCancel {
  readonly by: Actor['party'];
  readonly reason: string;
}

export type SeriesRefusal =
  | { readonly code: 'series-ended' }
  | { readonly code: 'series-not-allowed'; readonly party: Actor['party'] }
  | { readonly code: 'series-no-reason' };

/** Why a series is not cancelled. It may be by the office that follows it and by whoever issued it, as a directive. */
export function refusalOfCancel({ end }: SeriesStanding, { by, reason }: SeriesCancel): SeriesRefusal | undefined {
  if (end !== null) return { code: 'series-ended' };
  if (by !== 'secretariat' && by !== 'issuer') return { code: 'series-not-allowed', party: by };
  if (reason.trim() === '') return { code: 'series-no-reason' };
  return undefined;
}
