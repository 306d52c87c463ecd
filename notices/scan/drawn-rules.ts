import type { Rule } from '../formats/pdf-paths.ts';
import type { Raster } from './raster.ts';
import { INK } from './specks.ts';

/** Shorter strokes are letters; thicker ones are pictures. In points. */
const LEAST_PT = 24;
const THICKEST_PT = 4;
/** Breaks that a bad copy makes in a line. */
const BREAK_PT = 1.5;

/**
 * The straight lines drawn on a level page, in points: what tables are made of.
 *
 * @param scale dots a point
 */
export function drawnRules(page: Raster, scale: number): Rule[] {
  const level = strokes(page.width, page.height, (x, y) => page.data[y * page.width + x] ?? 255, scale);
  const upright = strokes(page.height, page.width, (x, y) => page.data[x * page.width + y] ?? 255, scale);
  return [
    ...level.map(({ at, from, to }) => ({ x0: from, y0: at, x1: to, y1: at })),
    ...upright.map(({ at, from, to }) => ({ x0: at, y0: from, x1: at, y1: to })),
  ].map((r) => ({ x0: r.x0 / scale, y0: r.y0 / scale, x1: r.x1 / scale, y1: r.y1 / scale }));
}

interface Stroke {
  at: number;
  from: number;
  to: number;
  last: number;
  rows: number;
}

/** Stretches of ink along one axis; those of neighbouring rows that lie over each other are one stroke. */
function strokes(length: number, rows: number, shade: (x: number, y: number) => number, scale: number): Stroke[] {
  const [least, gap, thickest] = [LEAST_PT * scale, BREAK_PT * scale, THICKEST_PT * scale];
  const done: Stroke[] = [];
  let open: Stroke[] = [];
  for (let y = 0; y < rows; y++) {
    for (const [from, to] of stretches(length, (x) => shade(x, y) < INK, least, gap)) {
      const over = open.filter((s) => s.from < to && s.to > from);
      const [first, ...others] = over;
      if (!first) open.push({ at: y, from, to, last: y, rows: 1 });
      else {
        // A line that rises a dot on its way is two stretches that touch.
        first.from = Math.min(from, ...over.map((s) => s.from));
        first.to = Math.max(to, ...over.map((s) => s.to));
        first.at = Math.min(...over.map((s) => s.at));
        first.last = y;
        open = open.filter((s) => !others.includes(s));
      }
    }
    const ended = open.filter((s) => y - s.last > 2);
    if (ended.length > 0) {
      open = open.filter((s) => y - s.last <= 2);
      for (const s of ended) done.push(s);
    }
  }
  return [...done, ...open].filter((s) => s.last - s.at <= thickest).map((s) => ({ ...s, at: (s.at + s.last) / 2 }));
}

function stretches(length: number, isInk: (x: number) => boolean, least: number, gap: number): [number, number][] {
  const out: [number, number][] = [];
  let from = -1;
  let last = -1;
  for (let x = 0; x < length; x++) {
    if (!isInk(x)) continue;
    if (from < 0 || x - last > gap) {
      if (from >= 0 && last - from >= least) out.push([from, last]);
      from = x;
    }
    last = x;
  }
  if (from >= 0 && last - from >= least) out.push([from, last]);
  return out;
}
