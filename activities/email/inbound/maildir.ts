import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../dsl/user-error.ts';

export interface WaitingMail {
  readonly name: string;
  read(): Promise<Buffer>;
  /** From now on it counts as seen: `new/` → `cur/`, with the flag S. */
  seen(): Promise<void>;
}

/**
 * The mails that wait in a Maildir, the oldest first. A mail is marked only once it has been dealt with: after a crash
 * it comes again, and what it says changes nothing twice.
 * @throws UserError where the folder is no Maildir or cannot be read.
 */
export async function waitingMails(folder: string): Promise<WaitingMail[]> {
  const fresh = join(folder, 'new');
  const names = await readdir(fresh).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${folder}: không đọc được như một Maildir, cần có thư mục con new (${error.code ?? ''})`);
  });
  const mails = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => ({ name, at: (await stat(join(fresh, name)).catch(() => undefined))?.mtimeMs })),
  );
  return mails
    .flatMap(({ name, at }) => (at === undefined ? [] : [{ name, at }]))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(({ name }) => ({
      name,
      read: () => readFile(join(fresh, name)),
      seen: async () => {
        await mkdir(join(folder, 'cur'), { recursive: true });
        await rename(join(fresh, name), join(folder, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`));
      },
    }));
}
