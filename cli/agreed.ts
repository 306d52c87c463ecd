import { UserError } from '../dsl/user-error.ts';
import { Dialogue } from './init/ask.ts';
import { terminal } from './terminal.ts';

/** What is asked before something is done, and what is said where nobody answers or they say no. */
export interface Asking {
  readonly ask: string;
  readonly declined: string;
  readonly mustConfirm: string;
}

/** Goes on only where a person says yes; whoever has no keyboard says --yes. */
export async function agreed({ ask, declined, mustConfirm }: Asking, yes: boolean): Promise<void> {
  if (yes) return;
  if (terminal().stdin.isTTY !== true) throw new UserError(mustConfirm);
  const dialogue = new Dialogue(terminal().stdin, terminal().stderr);
  try {
    if (!(await dialogue.yesNo(ask, false))) throw new UserError(declined);
  } finally {
    dialogue.close();
  }
}
