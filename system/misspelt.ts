const LETTERS_PER_EDIT = 8;
const MOST_EDITS = 2;

/**
 * Letters to add, drop or change to get from one name to the other, where they are few for its length (by default one in
 * eight, two at most); undefined where the names are further apart.
 */
export function withinEdits(a: string, b: string, most = editsFor(a, b)): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return undefined;
    row = next;
  }
  const edits = row[b.length] ?? 0;
  return edits <= most ? edits : undefined;
}

function editsFor(a: string, b: string): number {
  return Math.min(MOST_EDITS, Math.floor(Math.min(a.length, b.length) / LETTERS_PER_EDIT));
}
