import type { Raster } from './raster.ts';

/** Dots darker than this are ink, on white paper. */
export const INK = 150;
/** A full stop of 12 points drawn at 300 dots an inch has 25 dots and more. */
const LARGEST_SPECK = 10;

/** The page without what a dirty glass leaves on a copy: spots too small for a full stop or a tone mark. */
export function withoutSpecks({ width, height, data }: Raster): Raster {
  const out = Uint8Array.from(data);
  const seen = new Uint8Array(data.length);
  const spot: number[] = [];
  for (let from = 0; from < data.length; from++) {
    if (seen[from] === 1 || (data[from] ?? 255) >= INK) continue;
    spot.length = 0;
    spot.push(from);
    seen[from] = 1;
    // What is large is followed to its end too: each dot is looked at once.
    for (let k = 0; k < spot.length; k++) {
      const at = spot[k] ?? 0;
      const x = at % width;
      for (let dy = -width; dy <= width; dy += width)
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy + dx;
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= data.length) continue;
          if (seen[next] === 1 || (data[next] ?? 255) >= INK) continue;
          seen[next] = 1;
          spot.push(next);
        }
    }
    if (spot.length <= LARGEST_SPECK) for (const at of spot) out[at] = 255;
  }
  return { width, height, data: out };
}
