import { type Raster, shrunk } from './raster.ts';
import type { Recogniser } from './recogniser.ts';
import type { SeenLine, SeenWord } from './types.ts';

/** The size at which figures are looked at again: another size makes other mistakes. */
const AGAIN_AT = 0.7;
/** White between two lines put under each other, in points; and how much around each is taken along. */
const BETWEEN_PT = 9;
const AROUND_PT = 2;
/** A figure that was read two ways is at most so sure. */
const DISPUTED = 40;

/**
 * Figures tell days, numbers and parts, no dictionary holds them, and a wrong one looks as right as a right one. So the
 * lines that have some are looked at a second time, and a figure that is not read the same is not sure.
 */
export async function lookedAtAgain(
  page: Raster,
  scale: number,
  lines: readonly SeenLine[],
  recogniser: Recogniser,
): Promise<readonly SeenLine[]> {
  const which = lines.filter((line) => line.words.some((word) => isFigure(word.text)));
  if (which.length === 0) return lines;
  const { picture, tops } = stacked(page, scale, which);
  const again = await recogniser.read(shrunk(picture, AGAIN_AT), scale * AGAIN_AT);
  const read = new Map<SeenLine, string[]>(which.map((line) => [line, []]));
  for (const { top, bottom, words } of again) {
    const middle = (top + bottom) / 2;
    const k = tops.findLastIndex((from) => from <= middle);
    const line = which[k];
    if (line) read.get(line)?.push(...words.map((w) => figureOf(w.text)));
  }
  return lines.map((line) => {
    const second = read.get(line);
    return second === undefined ? line : { ...line, words: line.words.map((word) => compared(word, second)) };
  });
}

function compared(word: SeenWord, second: string[]): SeenWord {
  if (!isFigure(word.text)) return word;
  const at = second.indexOf(figureOf(word.text));
  if (at < 0) return { ...word, confidence: Math.min(word.confidence, DISPUTED) };
  second.splice(at, 1);
  return word;
}

/** Digits, and Roman figures of quarters and parts. */
function isFigure(text: string): boolean {
  return /\d/.test(text) || /^[IVXH]+[.,;:)/]?$/.test(text);
}

/** Without the marks around it: those are lost sooner than a figure. */
function figureOf(text: string): string {
  return text.replace(/[⁄∕]/g, '/').replace(/^[^\p{L}\d]+|[^\p{L}\d%]+$/gu, '');
}

/** The lines cut out of the page and put under each other, and where each begins, in points. */
function stacked(
  page: Raster,
  scale: number,
  lines: readonly SeenLine[],
): { picture: Raster; tops: readonly number[] } {
  const between = Math.round(BETWEEN_PT * scale);
  const bands = lines.map(({ top, bottom }) => {
    const from = Math.max(0, Math.floor((top - AROUND_PT) * scale));
    return { from, to: Math.min(page.height, Math.ceil((bottom + AROUND_PT) * scale)) };
  });
  const height = bands.reduce((sum, { from, to }) => sum + to - from + between, between);
  const data = new Uint8Array(page.width * height).fill(255);
  const tops: number[] = [];
  let at = between;
  for (const { from, to } of bands) {
    tops.push((at - between / 2) / scale);
    data.set(page.data.subarray(from * page.width, to * page.width), at * page.width);
    at += to - from + between;
  }
  return { picture: { width: page.width, height, data }, tops };
}
