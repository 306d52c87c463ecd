import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../dsl/user-error.ts';

export interface WaitingMail {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** A pipe, a device, a link to somewhere else: never opened, for that alone could hang. */
  readonly isFile: boolean;
  /** @throws with a system's code where it cannot be read, or is no plain file. */
  read(): Promise<Buffer>;
  /** From now on it counts as seen: `new/` → `cur/`, with the flag S. */
  seen(): Promise<void>;
  /** Out of the way of the others, into a folder of its own, for a person to look at. */
  setAside(): Promise<void>;
}

/** A mail program shows it beside the inbox (Maildir++). */
const ASIDE = '.dondoc-de-rieng';

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
      .map(async (name) => ({ name, is: await lstat(join(fresh, name)).catch(() => undefined) })),
  );
  return mails
    .flatMap(({ name, is }) => (is === undefined ? [] : [{ name, at: is.mtimeMs, size: is.size, isFile: is.isFile() }]))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(({ name, size, isFile }) => ({
      name,
      size,
      isFile,
      read: () => readPlainFile(join(fresh, name)),
      seen: () => move(folder, name, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`),
      setAside: async () => {
        // Mail servers only take for a folder what has all three.
        for (const part of ['new', 'tmp']) await mkdir(join(folder, ASIDE, part), { recursive: true });
        await move(folder, name, join(ASIDE, 'cur'), `${name.replace(/:2,.*$/, '')}:2,`);
      },
    }));
}

/** Opened so that no pipe is waited for and no link followed, should it have been put in its place meanwhile. */
async function readPlainFile(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw Object.assign(new Error('no plain file'), { code: 'ENOTSUP' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

export interface SetAside {
  readonly folder: string;
  readonly names: readonly string[];
}

/** What has been set aside and nobody has taken away since. */
export async function mailsSetAside(maildir: string): Promise<SetAside> {
  const folder = join(maildir, ASIDE, 'cur');
  return { folder, names: (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')) };
}

/** Within one disk a move is whole or not at all. */
async function move(maildir: string, name: string, to: string, as: string): Promise<void> {
  await mkdir(join(maildir, to), { recursive: true });
  await rename(join(maildir, 'new', name), join(maildir, to, as));
}
