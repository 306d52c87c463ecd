import { userInfo } from 'node:os';
import { UserError } from '../dsl/user-error.ts';

/** Who gives a command: the name after `--as`, else what the machine calls them. `emptyName` refuses a blank one. */
export function giverName(given: string | undefined, emptyName: string): string {
  if (given !== undefined) {
    const name = given.replace(/\s+/g, ' ').trim();
    if (name === '') throw new UserError(emptyName);
    return name;
  }
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number nobody has named: the number is what is known.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
