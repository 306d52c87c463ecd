import type { Span } from '../../notices/index.ts';

/**
 * Every place in `within` where the words stand, however white space and composed letters are written there. Spans are
 * in the text as it stands.
 */
export function placesOf(words: string, text: string, within: Span): Span[] {
  const forms = new Set([words, words.normalize('NFC'), words.normalize('NFD')].map(patternOf));
  for (const form of forms) {
    const places: Span[] = [];
    for (const m of text.slice(...within).matchAll(new RegExp(form, 'gu'))) {
      const start = within[0] + m.index;
      places.push([start, start + m[0].length]);
    }
    if (places.length > 0) return places;
  }
  return [];
}

/** The place nearest to a span; the first of equals. */
export function nearestTo(places: readonly Span[], to: Span): Span | undefined {
  const distance = ([start, end]: Span) => Math.max(0, start - to[1], to[0] - end);
  return [...places].sort((a, b) => distance(a) - distance(b))[0];
}

function patternOf(words: string): string {
  return words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
}
