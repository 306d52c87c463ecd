import type { Raster } from './raster.ts';

/** Skew that is looked for, in degrees to either side, and how finely. */
export const MOST_SKEW = 8;
const COARSE = 0.5;
const FINE = 0.05;
/** Dots darker than this are ink, on white paper. */
const INK = 128;
/** The picture is looked at this small: lines of text are still apart. */
const LOOKED_AT = 1000;
const MOST_DOTS = 60_000;

/** How lines lie on a page. */
export interface Lie {
  /** By how much to turn the page anticlockwise so that its lines lie level, in degrees. */
  readonly degrees: number;
  /** How clearly lines are told from the room between them at that angle; compared between the page and its quarter turn. */
  readonly clearness: number;
}

/** Lines of text lie level where the ink of a page's rows is most unlike from one row to the next. */
export function lieOf(page: Raster): Lie {
  const dots = inkOf(page);
  if (dots.x.length === 0) return { degrees: 0, clearness: 0 };
  let best = 0;
  let most = -1;
  const tryOut = (degrees: number): void => {
    const clearness = clearnessAt(dots, degrees);
    if (clearness > most) [best, most] = [degrees, clearness];
  };
  for (let d = -MOST_SKEW; d <= MOST_SKEW; d += COARSE) tryOut(d);
  const around = best;
  for (let d = around - COARSE; d <= around + COARSE; d += FINE) tryOut(d);
  return { degrees: Math.round(best * 100) / 100, clearness: most };
}

interface Dots {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rows: number;
}

function inkOf({ width, height, data }: Raster): Dots {
  const step = Math.max(1, Math.round(Math.max(width, height) / LOOKED_AT));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step)
      if ((data[y * width + x] ?? 255) < INK) {
        xs.push(x / step);
        ys.push(y / step);
      }
  const every = Math.max(1, Math.ceil(xs.length / MOST_DOTS));
  const few = (all: readonly number[]): Float64Array => Float64Array.from(all.filter((_, i) => i % every === 0));
  return { x: few(xs), y: few(ys), rows: Math.ceil(height / step) + Math.ceil(width / step) };
}

function clearnessAt({ x, y, rows }: Dots, degrees: number): number {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const counts = new Float64Array(2 * rows);
  for (let i = 0; i < x.length; i++) {
    const at = Math.round(cos * (y[i] ?? 0) - sin * (x[i] ?? 0)) + (rows >> 1);
    if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  }
  let sum = 0;
  for (let i = 1; i < counts.length; i++) sum += ((counts[i] ?? 0) - (counts[i - 1] ?? 0)) ** 2;
  return sum / Math.max(1, x.length) ** 2;
}
