import { userInfo } from 'node:os';
import { UserError } from '../../dsl/user-error.ts';
import type { Confirmation } from '../../office/review/index.ts';
import { confirmationRefusals as refuse } from '../../texts/review/index.ts';

export interface ConfirmationOptions {
  readonly confirm?: readonly string[];
  readonly confirmAll?: boolean;
  readonly as?: string;
}

/** What is confirmed by whom; ids may also be joined by commas. */
export function confirmationOf({ confirm = [], confirmAll, as }: ConfirmationOptions): Confirmation {
  const ids = confirm.flatMap((part) => part.split(',')).filter((id) => id !== '');
  return { directives: confirmAll === true ? 'all' : ids, by: personOf(as) };
}

function personOf(given: string | undefined): string {
  if (given !== undefined) {
    const name = given.replace(/\s+/g, ' ').trim();
    if (name === '') throw new UserError(refuse.emptyName);
    return name;
  }
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number nobody has named: the number is what is known.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
