import { present } from '../../dsl/present.ts';
import { mark, unmarked } from './marks.ts';
import type { Drawing } from './pdf-drawing.ts';
import type { Glyph } from './pdf-letters.ts';
import type { Rule } from './pdf-paths.ts';

/** A run of text on a page: left edge, right edge and baseline in points from the page's top left corner. */
export interface Run {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Height of the letters in points. */
  readonly size: number;
  readonly text: string;
  /** A blank stands before it, however narrow the gap. */
  readonly spaced?: boolean;
}

/** Parts of the size of the letters: a blank nobody typed, the widest blank inside a run, a letter doubled to be bold. */
const WORD_GAP = 0.14;
const RUN_GAP = 0.65;
const BACK = 0.5;
const DOUBLED = 0.15;

/** The letters a reader sees, once each: those painted twice to look bold, and white ones on white, are left out. */
export function visible(drawing: Drawing, glyphs: readonly Glyph[]): Glyph[] {
  const cells = new Map<number, Glyph[]>();
  const out: Glyph[] = [];
  for (const g of glyphs) {
    if (g.white && !drawing.hasImage && !onGround(g, drawing.grounds)) continue;
    if (g.text.trim() === '') {
      out.push(g);
      continue;
    }
    if (isThere(g, cells)) continue;
    const key = cellOf(Math.floor(g.x0 / CELL), Math.floor(g.y / CELL));
    const own = cells.get(key);
    if (own) own.push(g);
    else cells.set(key, [g]);
    out.push(g);
  }
  return out;
}

/** Letters are looked up by the square of the page they begin in, in points. */
const CELL = 6;
const ROWS = 100_000;
/** Around a letter of ordinary size there are a few. */
const MOST_SQUARES = 64;

function cellOf(column: number, row: number): number {
  return column * ROWS + row;
}

/**
 * Looks at no more squares than hold letters, and counts them instead of walking from one to the other: a broken
 * file may say that a letter is as large as a town, or stands so far out that adding one changes nothing.
 */
function isThere(g: Glyph, cells: ReadonlyMap<number, readonly Glyph[]>): boolean {
  const reach = DOUBLED * g.size * 1.1;
  const [left, top] = [Math.floor((g.x0 - reach) / CELL), Math.floor((g.y - reach) / CELL)];
  const columns = Math.floor((g.x0 + reach) / CELL) - left + 1;
  const rows = Math.floor((g.y + reach) / CELL) - top + 1;
  const isFew = columns * rows <= Math.max(MOST_SQUARES, cells.size);
  if (!isFew) return [...cells.values()].some((letters) => letters.some((k) => isTwice(k, g)));
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rows; r++)
      for (const k of cells.get(cellOf(left + c, top + r)) ?? []) if (isTwice(k, g)) return true;
  return false;
}

function isTwice(a: Glyph, b: Glyph): boolean {
  const near = DOUBLED * Math.max(a.size, b.size);
  return a.text === b.text && Math.abs(a.x0 - b.x0) < near && Math.abs(a.y - b.y) < near;
}

function onGround(g: Glyph, grounds: Drawing['grounds']): boolean {
  const [x, y] = [(g.x0 + g.x1) / 2, g.y - g.size * 0.3];
  return grounds.some(([x0, y0, x1, y1]) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
}

/** Letters put together into runs, in the order they are painted; struck ones are marked. */
export function runsOfGlyphs(glyphs: readonly Glyph[], rules: readonly Rule[]): Run[] {
  const strikes = rules.filter((r) => r.y0 === r.y1).sort((a, b) => a.y0 - b.y0);
  const runs: Run[] = [];
  let chain: Glyph[] = [];
  const end = (): void => {
    for (const run of split(chain, strikes)) runs.push(run);
    chain = [];
  };
  for (const g of glyphs) {
    const last = chain.at(-1);
    if (last && !follows(last, g)) end();
    chain.push(g);
  }
  end();
  return runs;
}

/** Does a letter stand on the line of the one painted before it, somewhere on its right? */
function follows(last: Glyph, g: Glyph): boolean {
  return (
    Math.abs(g.y - last.y) < 0.1 * last.size &&
    Math.abs(g.size - last.size) < 0.05 * last.size &&
    g.x0 > last.x0 - BACK * last.size &&
    g.x0 - last.x1 < 12 * last.size
  );
}

function split(chain: readonly Glyph[], strikes: readonly Rule[]): Run[] {
  const runs: Run[] = [];
  const wordGap = wordGapOf(chain);
  let text = '';
  let spaced = false;
  let first: Glyph | null = null;
  let last: Glyph | null = null;
  const end = (): void => {
    if (first && last && text.trim() !== '')
      runs.push(
        present({ x0: first.x0, x1: last.x1, y: first.y, size: first.size, text, spaced: spaced || undefined }),
      );
    text = '';
    first = last = null;
    spaced = false;
  };
  let blank = false;
  for (const g of chain) {
    if (g.text.trim() === '') {
      blank = true;
      continue;
    }
    const gap = last ? g.x0 - last.x1 : 0;
    const apart = wordGap.apart(gap, blank, g.size);
    if (last && (gap > Math.max(RUN_GAP, wordGap.widest) * g.size || gap < -BACK * g.size)) {
      end();
      spaced = true;
    } else if (last && apart) text += ' ';
    else if (!last && blank) spaced = true;
    const letters = unmarked(g.text);
    text += isStruck(g, strikes) ? mark('struck', letters) : letters;
    first ??= g;
    last = g;
    blank = false;
  }
  end();
  return runs;
}

interface WordGap {
  /** Are two letters with this gap two words? */
  apart(gap: number, blank: boolean, size: number): boolean;
  /** Widest gap inside a run, in parts of the size. */
  readonly widest: number;
}

const USUAL: WordGap = { apart: (gap, blank, size) => blank || gap > WORD_GAP * size, widest: RUN_GAP };

/**
 * Heads are spread out letter by letter, with blanks typed between letters or without: then words are told by the
 * wider gaps alone.
 */
function wordGapOf(chain: readonly Glyph[]): WordGap {
  const letters = chain.filter((g) => g.text.trim() !== '');
  if (letters.length < 4) return USUAL;
  const gaps = letters.slice(1).map((g, i) => (g.x0 - (letters[i]?.x1 ?? 0)) / g.size);
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const least = sorted[Math.floor(sorted.length / 10)] ?? 0;
  // In running text half the gaps and more are none at all.
  if (least < 0.09 || usual > 1.2) return USUAL;
  const wide = usual * 1.45;
  return { apart: (gap, _, size) => gap > wide * size, widest: Math.max(RUN_GAP, usual * 4) };
}

/** A line through the middle of a letter, neither below it nor above. */
function isStruck(g: Glyph, strikes: readonly Rule[]): boolean {
  const [from, to] = [g.y - 0.5 * g.size, g.y - 0.12 * g.size];
  const middle = (g.x0 + g.x1) / 2;
  for (let i = firstBelow(strikes, from); i < strikes.length; i++) {
    const r = strikes[i];
    if (!r || r.y0 > to) return false;
    if (r.x0 <= middle && r.x1 >= middle) return true;
  }
  return false;
}

function firstBelow(rules: readonly Rule[], y: number): number {
  let [lo, hi] = [0, rules.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((rules[mid]?.y0 ?? 0) < y) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
