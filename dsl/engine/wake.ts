import type { ClockTime, Day, Instant } from '../time/day.ts';
import type { Act } from './act.ts';
import type { Post } from './post.ts';
import type { Status } from './state.ts';

/**
 * Everything one wake of a directive changed, written to the register in one transaction. Idempotent by
 * (directive, seq): the engine may deliver it again after a crash.
 */
export interface Wake {
  readonly directiveId: string;
  /** Rises by one with each wake of the directive. */
  readonly seq: number;
  /** Domain time of the wake. */
  readonly at: Instant;
  /** The act that caused it, where a person did. */
  readonly act?: { readonly id: string; readonly act: Act };
  readonly posts: readonly Post[];
  /** The directive as it stands after the wake: the register's lists are made from it. */
  readonly standing: Standing;
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
