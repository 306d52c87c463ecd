import type { Confirmation } from '../../office/review/index.ts';
import { confirmationRefusals as refuse } from '../../texts/review/index.ts';
import { giverName } from '../giver-name.ts';

export interface ConfirmationOptions {
  readonly confirm?: readonly string[];
  readonly confirmAll?: boolean;
  readonly as?: string;
}

/** What is confirmed by whom; ids may also be joined by commas. */
export function confirmationOf({ confirm = [], confirmAll, as }: ConfirmationOptions): Confirmation {
  const ids = confirm.flatMap((part) => part.split(',')).filter((id) => id !== '');
  return { directives: confirmAll === true ? 'all' : ids, by: giverName(as, refuse.emptyName) };
}
