import { isDeepStrictEqual } from 'node:util';

/** For each item of a list as it is to be: which item of the list as it was it goes on from; undefined: none. */
export function origins(before: readonly unknown[], after: readonly unknown[]): (number | undefined)[] {
  const found: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const take = (to: number, from: number) => {
    found[to] = from;
    free.delete(from);
  };
  // One that stayed where it was is itself, one that is elsewhere was moved, and what is left was changed in its order.
  for (const to of after.keys()) if (to < before.length && isDeepStrictEqual(before[to], after[to])) take(to, to);
  for (const to of after.keys()) {
    if (found[to] !== undefined) continue;
    const from = [...free].find((one) => isDeepStrictEqual(before[one], after[to]));
    if (from !== undefined) take(to, from);
  }
  for (const to of after.keys()) {
    if (found[to] !== undefined) continue;
    const above = Math.max(-1, ...found.slice(0, to).flatMap((one) => one ?? []));
    const from = [...free].find((one) => one > above && one <= to);
    if (from !== undefined) take(to, from);
  }
  return found;
}
