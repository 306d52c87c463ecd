import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const OTHERS = 0o077;
const FOLDER = 0o700;
const FILE = 0o600;

/** What we write into a data folder begins with one of these: a folder that holds other things keeps theirs as they are. */
const OURS =
  /^(register|temporal|service|settings|link-keys|archive-key|payload-keys|zalo-tokens|danh-ba|dondoc|evidence|security)\b/;

/**
 * Makes a folder that only its owner can open, or narrows the one there is: nothing in it is then reached by others,
 * whatever its own rights. Where the system knows no rights, or it is another's, it stays as it is.
 */
export async function keepPrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: FOLDER });
  if (((await stat(folder)).mode & OTHERS) !== 0) await chmod(folder, FOLDER).catch(() => {});
}

/** Narrows what we have written into it to its owner, all the way down. */
export async function narrow(folder: string): Promise<void> {
  await keepPrivate(folder);
  for (const { path, isFolder } of await wide(folder)) await chmod(path, isFolder ? FOLDER : FILE).catch(() => {});
}

/** What others on this machine could open if they came so far: the folder itself, then what we have written into it. */
export async function openToOthers(folder: string): Promise<readonly string[]> {
  const own = ((await stat(folder)).mode & OTHERS) === 0 ? [] : [folder];
  return [...own, ...(await wide(folder)).map(({ path }) => path)];
}

interface Wide {
  readonly path: string;
  readonly isFolder: boolean;
}

async function wide(folder: string, which: RegExp = OURS): Promise<Wide[]> {
  const found: Wide[] = [];
  for (const name of await readdir(folder)) {
    if (!which.test(name)) continue;
    const path = join(folder, name);
    // What goes while we look is nobody's to read.
    const is = await lstat(path).catch(() => undefined);
    if (is === undefined || !(is.isFile() || is.isDirectory())) continue;
    if ((is.mode & OTHERS) !== 0) found.push({ path, isFolder: is.isDirectory() });
    if (is.isDirectory()) found.push(...(await wide(path, /^/)));
  }
  return found;
}

/** What `work` creates, and the processes it starts create, is its owner's alone. Only for work that waits for nothing. */
export function asOwnerOnly<T>(work: () => T): T {
  const before = process.umask(OTHERS);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}
