/**
 * What a piece of work costs the processor, in ms: the least of several tries, since what else the process does at the
 * time (collecting garbage, a neighbour's test) only adds. Never time by the wall clock: the machine may be busy.
 */
export function cpuCost(work: () => unknown, tries = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, since(before));
  }
  return least;
}

/** The same of work that is waited for; nothing else of the process may go on meanwhile. */
export async function cpuCostOf(work: () => Promise<unknown>, tries = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    await work();
    least = Math.min(least, since(before));
  }
  return least;
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
