import type { Raster } from './raster.ts';

/** The side of the squares in which the paper's own shade is looked at, in dots. */
const SQUARE = 48;
/** Of a square so much may be ink and the rest still shows the paper. */
const PAPER_AT = 0.8;
const DARKEST_PAPER = 60;

/**
 * The page as if its paper were white all over: shadows at the fold, grey copies and uneven light are divided out, so
 * that one threshold fits the whole page.
 */
export function onWhitePaper(page: Raster): Raster {
  const { width, height, data } = page;
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const shade = smoothed(shadesOf(page, columns, rows), columns, rows);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(rows - 1, Math.max(0, y / SQUARE - 0.5));
    const [r0, ay] = [Math.floor(gy), gy - Math.floor(gy)];
    const r1 = Math.min(rows - 1, r0 + 1);
    for (let x = 0; x < width; x++) {
      const gx = Math.min(columns - 1, Math.max(0, x / SQUARE - 0.5));
      const [c0, ax] = [Math.floor(gx), gx - Math.floor(gx)];
      const c1 = Math.min(columns - 1, c0 + 1);
      const top = (shade[r0 * columns + c0] ?? 255) * (1 - ax) + (shade[r0 * columns + c1] ?? 255) * ax;
      const low = (shade[r1 * columns + c0] ?? 255) * (1 - ax) + (shade[r1 * columns + c1] ?? 255) * ax;
      const paper = top * (1 - ay) + low * ay;
      const at = y * width + x;
      out[at] = Math.min(255, Math.round(((data[at] ?? 255) * 255) / paper));
    }
  }
  return { width, height, data: out };
}

function shadesOf({ width, height, data }: Raster, columns: number, rows: number): Float64Array {
  const shades = new Float64Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      counts.fill(0);
      let total = 0;
      for (let y = r * SQUARE; y < Math.min(height, (r + 1) * SQUARE); y += 2)
        for (let x = c * SQUARE; x < Math.min(width, (c + 1) * SQUARE); x += 2) {
          const shade = data[y * width + x] ?? 255;
          counts[shade] = (counts[shade] ?? 0) + 1;
          total++;
        }
      let seen = 0;
      let shade = 0;
      while (shade < 255 && seen + (counts[shade] ?? 0) < total * PAPER_AT) seen += counts[shade++] ?? 0;
      shades[r * columns + c] = Math.max(DARKEST_PAPER, shade);
    }
  return shades;
}

/** A dark picture on the page is darker than the paper around it: the brightest neighbour is nearer to the truth. */
function smoothed(shades: Float64Array, columns: number, rows: number): Float64Array {
  const widest = around(shades, columns, rows, (near) => Math.max(...near));
  return around(widest, columns, rows, (near) => near.reduce((a, b) => a + b, 0) / near.length);
}

function around(
  shades: Float64Array,
  columns: number,
  rows: number,
  of: (near: readonly number[]) => number,
): Float64Array {
  return shades.map((_, i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    const near: number[] = [];
    for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
      for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++)
        near.push(shades[y * columns + x] ?? 255);
    return of(near);
  });
}
