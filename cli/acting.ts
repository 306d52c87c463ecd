import type { Actor } from '../dsl/rules/index.ts';
import { dayOf } from '../dsl/time/day.ts';
import { type ActingAs, actingAs } from '../office/acting-as.ts';
import type { DirectiveRecord, Register } from '../register/index.ts';
import { ACTING, machineAccount } from '../texts/who.ts';
import { giverName } from './giver-name.ts';
import { Dialogue } from './init/ask.ts';
import { terminal } from './terminal.ts';

export interface ActingOptions {
  readonly as?: string | undefined;
  readonly by?: Actor['party'] | undefined;
  readonly head?: boolean | undefined;
  readonly agency?: string | undefined;
}

/** Who gives this command: as `--as` says, as they answer at a keyboard, else what the machine calls them. */
export async function commandActor(
  register: Register,
  { as, by, head, agency }: ActingOptions,
  directive?: DirectiveRecord,
): Promise<Actor> {
  const said: ActingAs = { ...(await nameOf(as)), party: by, head, agency };
  return actingAs(register, said, dayOf(Date.now()), directive);
}

async function nameOf(as: string | undefined): Promise<Pick<ActingAs, 'name' | 'account'>> {
  if (as !== undefined) return { name: giverName(as, ACTING.empty) };
  const account = machineAccount(giverName(undefined, ACTING.empty));
  if (terminal().stdin.isTTY !== true) return { name: account, account: true };
  const dialogue = new Dialogue(terminal().stdin, terminal().stderr);
  try {
    const name = await dialogue.required({ asks: ACTING.asks, usual: account });
    return name === account ? { name, account: true } : { name };
  } finally {
    dialogue.close();
  }
}
