import { unmarked } from '../formats/marks.ts';
import type { Page } from '../formats/pdf-page.ts';

/** So many words are looked for, of the first that a page begins with. */
const WORDS = 4;
const TRIED = 12;

/** Where each page begins in the text that was put together of them; null where its first words are not found. */
export function pageStarts(text: string, pages: readonly Page[]): (number | null)[] {
  let from = 0;
  return pages.map((page, i) => {
    if (i === 0) return 0;
    const words = page.runs.map((r) => unmarked(r.text));
    for (let k = 0; k < Math.min(TRIED, words.length); k++) {
      const at = text.indexOf(words.slice(k, k + WORDS).join(' '), from);
      if (at < 0 || words.length < k + WORDS) continue;
      from = at;
      return at;
    }
    return null;
  });
}
