/**
 * Runs `work` over the items, at most `limit` (one at least) at once, in order of start. The first failure is thrown,
 * and what is under way then goes on unheard.
 */
export async function atOnce<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), items.length) }, lane));
}
