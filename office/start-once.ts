import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { UserError } from '../dsl/user-error.ts';
import type { Register } from '../register/index.ts';
import { START_FAULTS } from '../texts/operator.ts';

/** Field of a workflow's memo: id of the register whose work it does. */
export const REGISTER_MEMO = 'register';

/**
 * Starts a workflow that bears this register's id in its memo. One that is there already is left alone, whether it
 * runs or has ended: ids are made of what a notice says, so a crash can be followed by the same call again.
 * @returns true where this call started it
 * @throws UserError where another register's workflow is there: two registers on one server would take each other's tasks.
 */
export async function startOnce(
  { client, register }: { readonly client: Client; readonly register: Pick<Register, 'id'> },
  workflowId: string,
  start: (memo: Record<string, string>) => Promise<unknown>,
): Promise<boolean> {
  const own = await register.id();
  try {
    await start({ [REGISTER_MEMO]: own });
    return true;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const { memo } = await client.workflow.getHandle(workflowId).describe();
    const other = memo?.[REGISTER_MEMO];
    // A workflow of an older program names none.
    if (other === undefined || other === own) return false;
    throw new UserError(START_FAULTS.otherRegister(workflowId, String(other), own));
  }
}
