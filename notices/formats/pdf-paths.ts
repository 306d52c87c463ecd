import { type Matrix, mapPoint } from './pdf-matrix.ts';

/** A straight line drawn on a page, or the edge of a box: horizontal where y0 = y1. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A box thinner than this is a line. */
const THIN_PT = 3;

/** The horizontal and vertical lines of a path: pdf.js writes 0 x y (move), 1 x y (line), 2 … (curve), 4 (close). */
export function straightLines(path: readonly number[], matrix: Matrix, filled: boolean): Rule[] {
  const out: Rule[] = [];
  const points: [number, number][] = [];
  let curved = false;
  const end = (): void => {
    if (!curved) out.push(...edges(points, filled));
    points.length = 0;
    curved = false;
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    if (step === 0 || step === 1) {
      if (step === 0) end();
      points.push(mapPoint(matrix, path[i + 1] ?? 0, path[i + 2] ?? 0));
      i += 3;
    } else if (step === 4) {
      const [first] = points;
      if (first) points.push(first);
      i += 1;
    } else {
      curved = true;
      i += step === 2 ? 7 : 5;
    }
  }
  end();
  return out;
}

/** A thin box is one line; of other outlines each upright or level edge is. */
function edges(points: readonly [number, number][], filled: boolean): Rule[] {
  if (points.length > 200 || points.length < 2) return [];
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (y1 - y0 <= THIN_PT && x1 - x0 > THIN_PT) return [{ x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }];
  if (x1 - x0 <= THIN_PT && y1 - y0 > THIN_PT) return [{ y0, y1, x0: (x0 + x1) / 2, x1: (x0 + x1) / 2 }];
  if (filled) return [];
  return points.slice(1).flatMap(([x, y], i): Rule[] => {
    const [fromX, fromY] = points[i] ?? [x, y];
    if (Math.abs(y - fromY) < 0.5 && Math.abs(x - fromX) > THIN_PT)
      return [{ x0: Math.min(x, fromX), x1: Math.max(x, fromX), y0: y, y1: y }];
    if (Math.abs(x - fromX) < 0.5 && Math.abs(y - fromY) > THIN_PT)
      return [{ x0: x, x1: x, y0: Math.min(y, fromY), y1: Math.max(y, fromY) }];
    return [];
  });
}
