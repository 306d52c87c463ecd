import { watch } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** A file is written in several steps: what comes within this is one change. */
const SETTLES_MS = 150;

/** Calls `onChange` once, then after each change of one of the files, until the program or `stop` says so. */
export async function whenChanged(
  files: readonly string[],
  onChange: () => Promise<void>,
  stop = new AbortController(),
): Promise<void> {
  const end = () => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running.then(onChange);
    // Somebody else waits for it; until then it has not failed unheard.
    running.catch(end);
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(run, SETTLES_MS);
  };
  const folders = new Set(files.map((file) => dirname(file)));
  const names = new Set(files.map((file) => basename(file)));
  try {
    // Folders: editors put a new file in the place of the old one.
    const followed = Promise.all([...folders].map((folder) => follow(folder, names, changed, stop.signal)));
    // What is saved while the first is looked at counts too: it is watched by now.
    run();
    await followed;
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
