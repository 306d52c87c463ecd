/** A picture of a page in grey: a byte a dot, 0 black, 255 white, row after row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** From dots of red, green, blue and opacity, as a canvas hands them out, seen on white paper. */
export function greyOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  for (let i = 0, k = 0; i < data.length; i++, k += 4) {
    const grey = 0.299 * (rgba[k] ?? 0) + 0.587 * (rgba[k + 1] ?? 0) + 0.114 * (rgba[k + 2] ?? 0);
    const opacity = (rgba[k + 3] ?? 0) / 255;
    data[i] = Math.round(grey * opacity + 255 * (1 - opacity));
  }
  return { width, height, data };
}

/** Quarter turns clockwise, 0 to 3. */
export function turned(page: Raster, quarters: number): Raster {
  if (quarters % 4 === 0) return page;
  const { width, height, data } = page;
  const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to =
        quarters === 1 ? x * w + (w - 1 - y) : quarters === 2 ? (h - 1 - y) * w + (w - 1 - x) : (h - 1 - x) * w + y;
      out[to] = data[y * width + x] ?? 255;
    }
  return { width: w, height: h, data: out };
}

/** Turned about its middle by an angle in degrees, anticlockwise where it is above 0; what comes in is white. */
export function rotated(page: Raster, degrees: number): Raster {
  const { width, height, data } = page;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const out = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fx = cos * (x - cx) - sin * (y - cy) + cx;
      const fy = sin * (x - cx) + cos * (y - cy) + cy;
      const [x0, y0] = [Math.floor(fx), Math.floor(fy)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const at = y0 * width + x0;
      const [ax, ay] = [fx - x0, fy - y0];
      const top = (data[at] ?? 255) * (1 - ax) + (data[at + 1] ?? 255) * ax;
      const low = (data[at + width] ?? 255) * (1 - ax) + (data[at + width + 1] ?? 255) * ax;
      out[y * width + x] = Math.round(top * (1 - ay) + low * ay);
    }
  return { width, height, data: out };
}

/** Made smaller: each dot is the mean of those it stands for, so hard edges become soft. */
export function shrunk({ width, height, data }: Raster, factor: number): Raster {
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const [y0, y1] = [Math.floor((y * height) / h), Math.max(1, Math.ceil(((y + 1) * height) / h))];
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [Math.floor((x * width) / w), Math.max(1, Math.ceil(((x + 1) * width) / w))];
      let sum = 0;
      for (let r = y0; r < y1; r++) for (let c = x0; c < x1; c++) sum += data[r * width + c] ?? 255;
      out[y * w + x] = Math.round(sum / ((y1 - y0) * (x1 - x0)));
    }
  }
  return { width: w, height: h, data: out };
}

/** The plainest form of picture there is (PGM): what a recogniser reads without a codec. */
export function asPgm({ width, height, data }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
