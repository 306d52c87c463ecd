import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CHECKER = 'dsl/proof/index.ts';
/** Holds what is made here. */
export const VERSION_FILE = 'dsl/proof/version.ts';
const IMPORTED = /^(?:import|export)\s(?!type\s)[^;]*?from\s+'(\.[^']+)';/gm;

/** A digest of all code that a verdict of the checker hangs on: the files it runs, comments included. */
export function checkerDigest(read = (file) => readFileSync(join(ROOT, file), 'utf8')) {
  const hash = createHash('sha256');
  for (const file of [...filesFrom(CHECKER, read)].sort()) hash.update(`${file}\n${read(file)}\n`);
  return hash.digest('hex').slice(0, 12);
}

/** The file and all it imports from the project, types alone aside. */
export function filesFrom(file, read, found = new Set()) {
  if (file === VERSION_FILE || found.has(file)) return found;
  found.add(file);
  for (const [, path] of read(file).matchAll(IMPORTED)) filesFrom(posix.join(posix.dirname(file), path), read, found);
  return found;
}
