/** Advance widths of Times New Roman Bold, in thousandths of the size; accents take no room of their own. */
const WIDTHS: Readonly<Record<string, number>> = {
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 778,
  I: 389,
  J: 500,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  W: 1000,
  X: 722,
  Y: 722,
  Z: 667,
  Đ: 722,
  ' ': 250,
  ',': 250,
  '-': 333,
};
const OTHER = 600;

/** "Độc lập - Tự do - Hạnh phúc" in bold, in ems. */
export const MOTTO_EMS = 11.8;

const MM_OF_POINT = 25.4 / 72;

export function emsToMm(ems: number, points: number): number {
  return ems * points * MM_OF_POINT;
}

/** Width in mm of a line of bold capitals: near enough to draw a line of a third to a half of it. */
export function widthOfCapitals(text: string, points: number): number {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '');
  return emsToMm([...letters].reduce((sum, letter) => sum + (WIDTHS[letter] ?? OTHER), 0) / 1000, points);
}

/** A name too wide for its block (mm) in two lines of like length, not one full line and one stray word. */
export function balancedLines(text: string, points: number, width: number): string[] {
  if (widthOfCapitals(text, points) <= width) return [text];
  const words = text.split(' ');
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => widthOfCapitals(line, points)));
  return splits.reduce((best, split) => (widest(split) < widest(best) ? split : best), splits[0] ?? [text]);
}
