import type { Policy } from '../policy/policy.ts';
import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { Act } from './act.ts';
import type { Clocks } from './clocks.ts';
import type { MovedStep } from './forecast.ts';
import type { Post } from './post.ts';
import type { Status } from './state.ts';

/** A wake's inputs: its instant, and the act that caused it. Everything else follows from them by the rules. */
export interface WakeMark {
  /** Domain time of the wake. */
  readonly at: Instant;
  /** The act that caused it, where a person did; `id` makes it idempotent. */
  readonly act?: { readonly id: string; readonly act: Act };
}

/**
 * Everything one wake of a directive changed, written to the register in one transaction at its place `seq` in the
 * directive's log. A place is written once: whoever comes later to the same place gets what it holds.
 */
export interface Wake extends WakeMark {
  readonly directiveId: string;
  /** Rises by one with each wake of the directive that has something to record. */
  readonly seq: number;
  readonly posts: readonly Post[];
  /** The directive as it stands after the wake: the register's lists are made from it. */
  readonly standing: Standing;
  /** Its clocks after the wake: what its messages say of dates. */
  readonly clocks: Clocks;
  readonly plan?: PlanChange;
}

/**
 * What a change of terms, the day of an event, an import or a merger did to the steps that were planned, kept with the
 * wake.
 */
export interface PlanChange {
  /** Both plans, as far as they differ. */
  readonly moved?: readonly MovedStep[];
  readonly previousPolicy?: Policy;
  readonly previousCalendar?: { readonly id: string; readonly version: Day };
  /** Did agencies take part before others were merged into it? */
  readonly previouslyCooperating?: boolean;
  /** Steps whose time had passed before the import: done, and nobody was told. */
  readonly skipped?: readonly Post[];
}

export interface Standing {
  readonly status: Status;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** When the rules will look again; null = only a person's act can move it. */
  readonly nextWake: Instant | null;
  readonly acknowledgedAt?: Instant;
  readonly submittedAt?: Instant;
  readonly closedAt?: Instant;
}
