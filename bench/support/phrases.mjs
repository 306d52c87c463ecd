import { existsSync, readFileSync } from 'node:fs';
import { generator } from './load.mjs';

const LABELLED = new URL('../../../shared/deadlines/phrases.jsonl', import.meta.url);

/** Sets of phrases with answers: our generator's, and the labelled ones where they are at hand. */
export async function phraseSets(count) {
  const { phraseOf } = await generator('phrases');
  const sets = [
    {
      name: `${count} generated`,
      phrases: Array.from({ length: count }, (_, i) => {
        const { text, anchor, due, seed } = phraseOf(i + 1);
        return { id: String(seed), text, anchor, due, alternatives: [] };
      }),
    },
  ];
  if (existsSync(LABELLED)) {
    const phrases = readFileSync(LABELLED, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, text, anchor, due, alt, start }) => ({ id, text, anchor, due, alternatives: alt ?? [], start }));
    sets.push({ name: `${phrases.length} labelled`, phrases });
  }
  return sets;
}

/** The latest day of several, as `dondoc deadline --jsonl` gives it. */
export const latest = (days) => days.reduce((best, day) => (best === null || day > best ? day : best), null);
