import { present } from '../dsl/present.ts';
import { dueAt } from '../dsl/rules/late.ts';
import type { Standing, Wake } from '../dsl/rules/wake.ts';
import type { DirectiveRecord } from './records.ts';

/** How a directive stood, as the register has it: null or absent where it has not come so far. */
type Kept = Pick<DirectiveRecord, 'status' | 'due' | 'nextWake' | 'acknowledgedAt' | 'submittedAt' | 'closedAt'> & {
  readonly dueTime?: DirectiveRecord['dueTime'] | null;
};

/** The same as the rules say it. */
export function standingKept(kept: Kept): Standing {
  const { status, due, dueTime, nextWake, acknowledgedAt, submittedAt, closedAt } = kept;
  return present({
    status,
    due,
    dueTime: dueTime ?? undefined,
    nextWake,
    acknowledgedAt: acknowledgedAt ?? undefined,
    submittedAt: submittedAt ?? undefined,
    closedAt: closedAt ?? undefined,
  });
}

/** How a directive stands after a wake, as columns of its row and of the event. */
export function standingColumns({ standing }: Wake) {
  return {
    status: standing.status,
    due: standing.due,
    dueTime: standing.dueTime ?? null,
    dueAt: dueAt(standing.due, standing.dueTime),
    nextWake: standing.nextWake,
    acknowledgedAt: standing.acknowledgedAt ?? null,
    submittedAt: standing.submittedAt ?? null,
    closedAt: standing.closedAt ?? null,
  };
}
