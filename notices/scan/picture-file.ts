import { type Raster, turned } from './raster.ts';

/** Dots an inch of the picture a person compares with: enough to read it. */
const SHOWN_DPI = 110;
const QUALITY = 55;

/** A page's picture, upright and small, to be shown beside what was read of it. */
export async function asJpeg(picture: Raster, quarters: number, scale: number): Promise<Uint8Array> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const { width, height, data } = turned(picture, quarters);
  const rgba = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((shade, i) => {
    rgba.fill(shade, 4 * i, 4 * i + 3);
  });
  const whole = createCanvas(width, height);
  whole.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0);
  const factor = Math.min(1, SHOWN_DPI / 72 / scale);
  const small = createCanvas(Math.round(width * factor), Math.round(height * factor));
  small.getContext('2d').drawImage(whole, 0, 0, small.width, small.height);
  return new Uint8Array(await small.encode('jpeg', QUALITY));
}
