import type { ActType } from '../dsl/rules/act.ts';
import type { Wake, WakeMark } from '../dsl/rules/index.ts';
import type { Register } from '../register/index.ts';
import {
  ACT_UPDATE,
  activityIdOf,
  type DirectiveActivities,
  directiveWorkflowId,
  type NotTaken,
  type SentOff,
} from '../workflows/contract.ts';
import type { ActDoor } from './door.ts';

/** So many activities are named to the workflow, whose history keeps them. */
const MOST_NAMED = 4;

/** An act that has just been written down. */
export interface ActWritten {
  readonly directiveId: string;
  readonly actId: string;
  readonly type: ActType;
}

/**
 * The directive workflow's one activity. Takes an act that bears the office's signature, and only once; writes the wake and its ledger rows in one transaction and returns: sending is
 * the work of other activities, so that a slow mail server never holds up a workflow task.
 */
export function directiveActivities(
  register: Register,
  onPlanned: () => void,
  door: Pick<ActDoor, 'admits'>,
  onActed: (acted: ActWritten) => void = () => {},
): DirectiveActivities {
  return {
    async record(wake: Wake, seal?: string): Promise<WakeMark | SentOff | NotTaken | null> {
      const { directiveId, seq, act } = wake;
      if (act) {
        const { id, act: given } = act;
        const put = { workflowId: directiveWorkflowId(directiveId), update: ACT_UPDATE, id, given };
        if (!(await door.admits(directiveId, given.type, put, seal))) return { notTaken: 'unsigned' };
        // A signed act somebody puts again, to a later run of the workflow.
        const place = await register.directives.placeOfAct(directiveId, id);
        if (place !== undefined && place !== seq) return { notTaken: 'repeated' };
      }
      const { recorded, planned, held, leaves } = await register.directives.recordWake(wake);
      if (planned > 0) onPlanned();
      if (act && recorded) onActed({ directiveId, actId: act.id, type: act.act.type });
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
