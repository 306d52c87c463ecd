import type { Wake, WakeMark } from '../dsl/rules/index.ts';
import type { Register } from '../register/index.ts';
import { activityIdOf, type DirectiveActivities, type SentOff } from '../workflows/contract.ts';

/** So many activities are named to the workflow, whose history keeps them. */
const MOST_NAMED = 4;

/**
 * The directive workflow's one activity. Writes the wake and its ledger rows in one transaction and returns: sending is
 * the work of other activities, so that a slow mail server never holds up a workflow task.
 */
export function directiveActivities(register: Register, onPlanned: () => void): DirectiveActivities {
  return {
    async record(wake: Wake): Promise<WakeMark | SentOff | null> {
      const { planned, held, leaves } = await register.directives.recordWake(wake);
      if (planned > 0) onPlanned();
      if (held !== undefined && !isSame(held, wake)) return held;
      if (leaves.length === 0) return null;
      const named = leaves.slice(0, MOST_NAMED).map(({ channel, dispatch, leaveAt }) => ({
        activity: activityIdOf(channel, dispatch),
        leaveAt,
      }));
      return { leaves: named, more: leaves.length - named.length };
    },
  };
}

function isSame(held: WakeMark, wake: Wake): boolean {
  return held.at === wake.at && held.act?.id === wake.act?.id;
}
