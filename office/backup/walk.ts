import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../system/error-code.ts';

/** The plain files at a path, each by what follows the path; nothing where there is nothing. */
export async function filesAt(path: string): Promise<string[]> {
  try {
    const is = await lstat(path);
    if (is.isFile()) return [''];
    if (!is.isDirectory()) return [];
    const below = await Promise.all(
      (await readdir(path))
        .sort()
        .map(async (name) => (await filesAt(join(path, name))).map((rest) => (rest === '' ? name : `${name}/${rest}`))),
    );
    return below.flat();
  } catch (error) {
    // Gone since it was listed.
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** How long a file is and what is in it. */
export async function digestOf(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
