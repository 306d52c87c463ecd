import { present } from '../../dsl/present.ts';
import { mark, unmarked } from '../formats/marks.ts';
import type { Page } from '../formats/pdf-page.ts';
import type { Run } from '../formats/pdf-runs.ts';
import { lettersMeant } from '../text/look-alikes.ts';
import { withRoman } from './figures.ts';
import { isDirt, UNSURE_BELOW } from './gate.ts';
import type { SeenPage, SeenWord } from './types.ts';

/** Of a word with digits more is asked: a wrong letter is seen, a wrong digit is believed. */
const UNSURE_DIGITS_BELOW = 90;
/** Letters that look alike in capitals and small but for their height. */
const ALIKE = /^[\p{L}]?[coöôơuưvwxzs]+$/iu;

/** What was seen on a page, in the form in which the text of a page with letters is put together. */
export function pageOfWords({ width, height, words, rules }: SeenPage): Page {
  const kept = withRoman(
    words.flatMap((word) => {
      const text = cleaned(word.text);
      return text === '' || isDirt(text, word.confidence) ? [] : [{ ...word, text }];
    }),
  );
  const runs = kept.map((word, i): Run => {
    const text = inCase(word, kept[i + 1]);
    const { x0, x1, y, size, follows } = word;
    return present({
      x0,
      x1,
      y,
      size,
      text: isUnsure(word) ? mark('unsure', text) : text,
      spaced: follows ? true : undefined,
    });
  });
  return { width, height, runs, rules, hasImage: false, stamps: [], comments: [] };
}

function isUnsure({ text, confidence }: SeenWord): boolean {
  return confidence < (/\d/.test(text) ? UNSURE_DIGITS_BELOW : UNSURE_BELOW);
}

/** Rules of tables that were taken for strokes, and signs that are others in print. */
function cleaned(text: string): string {
  return lettersMeant(unmarked(text))
    .replace(/^[|¦]+|[|¦]+$/g, '')
    .replace(/[|¦]/g, 'l')
    .replace(/[⁄∕]/g, '/')
    .trim();
}

/** "SỞ Tài chính", "toàn bỘ": letters whose small form only a line's height tells stand as their neighbours do. */
function inCase({ text }: SeenWord, next: SeenWord | undefined): string {
  const [first = '', ...others] = text;
  const tail = others.join('');
  if (tail === '' || !/\p{Lu}/u.test(tail)) return text;
  if (/^\p{Ll}/u.test(text) && /^\p{Ll}*\p{Lu}[^\p{L}]*$/u.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  const isAlike = !/\p{Ll}/u.test(text) && ALIKE.test(bare);
  return isAlike && next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text) ? first + tail.toLowerCase() : text;
}
