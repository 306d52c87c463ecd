import type { Policy, Role } from '../policy/policy.ts';
import type { State } from './state.ts';

/** Who must look at the result that waits. */
export function whoseTurn({ close }: Policy, state: Pick<State, 'endorsedAt'>): Role {
  return close.endorsedBy !== undefined && state.endorsedAt === null ? close.endorsedBy : close.approvedBy;
}
