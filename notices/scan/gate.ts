import { syllableShare } from '../text/syllables.ts';
import type { ScanFacts, SeenPage } from './types.ts';

/** Words less sure than this are shown to a person one by one. */
export const UNSURE_BELOW = 80;
/** Marks without a letter or digit that are less sure than this are dirt. */
export const DIRT_BELOW = 75;

/*
 * Of pages made worse on purpose those that read as their text layer does have 93.4 and more of confidence and 4 % of
 * doubtful letters at most; the first that tells wrong days has 91.4 and 9 %.
 */
const LEAST_CONFIDENCE = 92;
const LEAST_SYLLABLES = 0.9;
const MOST_DOUBTFUL = 0.07;
/** Too few words to be judged by their syllables. */
const FEW_WORDS = 25;
const FEW_LETTERS = 12;
/** A page with so much ink and hardly a letter is a picture, or a page nobody can read. */
const MOST_INK_UNREAD = 0.01;

export function factsOf({ words, ink }: SeenPage): ScanFacts {
  const kept = words.filter((w) => !isDirt(w.text, w.confidence));
  const sizes = kept.map(({ text, confidence }) => ({ n: lettersOf(text), confidence }));
  const letters = sizes.reduce((sum, { n }) => sum + n, 0);
  const share = (of: (confidence: number) => number): number =>
    letters === 0 ? 0 : sizes.reduce((sum, { n, confidence }) => sum + n * of(confidence), 0) / letters;
  return {
    letters,
    confidence: share((confidence) => confidence),
    syllables: kept.length < FEW_WORDS ? null : syllableShare(kept.map((w) => w.text).join(' ')),
    doubtful: share((confidence) => (confidence < UNSURE_BELOW ? 1 : 0)),
    ink,
  };
}

/** May what was recognised on a page be put before a person as its text? Below, a wrong reading is likelier than a help. */
export function isReadable({ letters, confidence, syllables, doubtful, ink }: ScanFacts): boolean {
  if (letters < FEW_LETTERS) return ink < MOST_INK_UNREAD;
  return (
    confidence >= LEAST_CONFIDENCE && doubtful <= MOST_DOUBTFUL && (syllables === null || syllables >= LEAST_SYLLABLES)
  );
}

/** Spots that were taken for a stroke or a point. */
export function isDirt(text: string, confidence: number): boolean {
  return lettersOf(text) === 0 && confidence < DIRT_BELOW;
}

function lettersOf(text: string): number {
  return text.replace(/[^\p{Lu}\p{Ll}\d]/gu, '').length;
}
