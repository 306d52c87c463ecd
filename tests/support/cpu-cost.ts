/**
 * What a piece of work costs the processor, in ms: the least of several tries, since what else the process does at the
 * time (collecting garbage, a neighbour's test) only adds. Never time by the wall clock: the machine may be busy.
 */
export function cpuCost(work: () => unknown, tries = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
