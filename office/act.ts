import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Act, Refusal } from '../dsl/rules/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { type Register, standingKept } from '../register/index.ts';
import { ACT_NOT_RUNNING, ACT_NOT_SEALED, refusalText } from '../texts/refusals.ts';
import { ACT_UPDATE, type ActTaken, directiveWorkflowId } from '../workflows/contract.ts';
import { isUnsigned, refusalIn } from './refusal-in.ts';

/** An act that the rules refused. The message says why, in Vietnamese; nothing was changed. */
export class ActRefused extends UserError {
  constructor(readonly refusal: Refusal) {
    super(refusalText(refusal));
  }
}

/** What an act needs: the workflows that take it, and the register that has it. */
export interface OfficeAtWork {
  readonly client: Client;
  readonly register: Pick<Register, 'directives'>;
}

/**
 * Does an act on a running directive and returns how it stands then. `actId` makes it idempotent: the same id again,
 * after a lost answer or a double click, changes nothing.
 *
 * Before a refusal or a fault is passed on, the log is asked for the id. A run knows only the ids in its own history:
 * an act whose answer was lost with a server, or that a run before this one took, stands in the log, and the state says
 * of its second try that it has been done.
 * @throws ActRefused with the reason.
 */
export async function actOn(office: OfficeAtWork, directiveId: string, act: Act, actId: string): Promise<ActTaken> {
  const { register } = office;
  try {
    return await update(office, directiveId, act, actId);
  } catch (error) {
    const taken = await register.directives.placeOfAct(directiveId, actId);
    const directive = taken === undefined ? undefined : await register.directives.find(directiveId);
    if (directive === undefined) throw error;
    return { standing: standingKept(directive) };
  }
}

async function update(office: OfficeAtWork, directiveId: string, act: Act, actId: string): Promise<ActTaken> {
  const handle = office.client.workflow.getHandle(directiveWorkflowId(directiveId));
  try {
    return await handle.executeUpdate<ActTaken, [Act]>(ACT_UPDATE, { args: [act], updateId: actId });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw await notRunning(office, directiveId);
    if (isUnsigned(error)) throw new UserError(ACT_NOT_SEALED);
    const refusal = refusalIn<Refusal>(error);
    throw refusal ? new ActRefused(refusal) : error;
  }
}

/** It has come to its end, or was ended by somebody else, or is not begun yet on this Temporal. */
async function notRunning({ client, register }: OfficeAtWork, directiveId: string): Promise<UserError> {
  const handle = client.workflow.getHandle(directiveWorkflowId(directiveId));
  const run = await handle.describe().catch((error: unknown) => {
    // Old work that was entered as closed never ran.
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  });
  const hasEnded =
    run === undefined
      ? // A register that was restored has it open before the first start begins it anew.
        (await register.directives.find(directiveId))?.closedAt !== null
      : run.status.name === 'COMPLETED';
  return hasEnded ? new ActRefused({ code: 'closed' }) : new UserError(ACT_NOT_RUNNING);
}
