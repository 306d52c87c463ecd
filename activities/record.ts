import type { Wake, WakeMark } from '../dsl/rules/index.ts';
import type { Register } from '../register/index.ts';
import type { DirectiveActivities } from '../workflows/contract.ts';

/**
 * The directive workflow's one activity. Writes the wake and its ledger rows in one transaction and returns: delivery
 * is the post office's work, so that a slow mail server never holds up a workflow task.
 */
export function directiveActivities(register: Register, onPlanned: () => void): DirectiveActivities {
  return {
    async record(wake: Wake): Promise<WakeMark | null> {
      const { planned, held } = await register.directives.recordWake(wake);
      if (planned > 0) onPlanned();
      return held === undefined || isSame(held, wake) ? null : held;
    },
  };
}

function isSame(held: WakeMark, wake: Wake): boolean {
  return held.at === wake.at && held.act?.id === wake.act?.id;
}
