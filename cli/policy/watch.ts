import { watch } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** A file is written in several steps: what comes within this is one change. */
const SETTLES_MS = 150;

/** Calls `onChange` once, then after each change of one of the files, until the program is told to stop. */
export async function whenChanged(files: readonly string[], onChange: () => Promise<void>): Promise<void> {
  await onChange();
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, SETTLES_MS);
  };
  const folders = new Set(files.map((file) => dirname(file)));
  const names = new Set(files.map((file) => basename(file)));
  try {
    // Folders: editors put a new file in the place of the old one.
    await Promise.all([...folders].map((folder) => follow(folder, names, changed, stop.signal)));
  } finally {
    clearTimeout(timer);
    process.removeListener('SIGINT', end).removeListener('SIGTERM', end);
    await running;
  }
}

async function follow(
  folder: string,
  names: ReadonlySet<string>,
  changed: () => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const { filename } of watch(folder, { signal })) {
      if (filename === null || names.has(filename)) changed();
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}
