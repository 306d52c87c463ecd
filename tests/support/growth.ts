import { readFileSync } from 'node:fs';

/**
 * How many times the work of `small` the work of `large` is. What else the machine does only adds to a time and never
 * takes from it, so both are tried in turns and the least of each counts; the tries end as soon as the answer is under
 * `bound`, which a busy machine reaches later and one that does too much work never.
 */
export async function growth(small: Work, large: Work, bound: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    least = Math.min(least, await cpuCost(small));
    most = Math.min(most, await cpuCost(large));
    if (most / Math.max(least, GRAIN_MS) < bound) break;
  }
  return most / Math.max(least, GRAIN_MS);
}

export type Work = () => unknown;

const TRIES = 12;
/** Less than this is mostly what the clock and the garbage collector make of it. */
const GRAIN_MS = 4;

/** What a piece of work takes of the processor once, in ms; nothing else of the process may go on meanwhile. */
export async function cpuCost(work: Work): Promise<number> {
  const before = threadMs();
  await work();
  return threadMs() - before;
}

/** Processor time of this thread alone where the system tells it (Linux), else of the process with its helpers. */
function threadMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}
