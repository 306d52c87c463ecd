/** Pairs of neighbouring words the texts have in common, of all they have (Dice's coefficient): 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  let common = 0;
  for (const [pair, count] of one) common += Math.min(count, other.get(pair) ?? 0);
  const total = sum(one) + sum(other);
  return total === 0 ? 0 : (2 * common) / total;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}]+/u);
  const pairs = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    const pair = `${word} ${words[i + 1] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
