import { withinEdits } from '../../system/misspelt.ts';

/** The word a misspelt one may stand for: few letters apart, whatever their case; undefined where none is near. */
export function nearestWord(given: string, known: readonly string[]): string | undefined {
  const plain = given.toLowerCase();
  const near = known.flatMap((word) => {
    const edits = withinEdits(plain, word.toLowerCase(), Math.max(1, Math.floor(word.length / 3)));
    return edits === undefined ? [] : [{ word, edits }];
  });
  near.sort((a, b) => a.edits - b.edits);
  return near[0]?.word ?? known.find((word) => beginsAlike(plain, word.toLowerCase()));
}

/** `remindd`, `working`: one is the beginning of the other. */
function beginsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));
}
