/** The items in their order, at most so many at a time: databases bound the parameters of a statement. */
export function* batchesOf<T>(items: readonly T[], most: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += most) yield items.slice(from, from + most);
}
