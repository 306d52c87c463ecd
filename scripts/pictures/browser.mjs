/* A real browser, and pictures of what it shows. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/pictures';
const CHROMIUM = '/usr/bin/chromium';
export const SIZES = { 'may-tinh': { width: 1200, height: 800 }, 'dien-thoai': { width: 390, height: 780 } };
/** A reader on a slow line should see them at once. */
const LARGEST = 160 * 1024;

export function openBrowser() {
  if (!existsSync(CHROMIUM)) execFileSync('bash', ['scripts/install-browser.sh'], { stdio: 'inherit' });
  return chromium.launch({
    executablePath: CHROMIUM,
    env: { ...process.env, LANGUAGE: 'vi' },
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--lang=vi'],
  });
}

/** Keeps the whole page, or the part that is asked for, as `docs/pictures/<name>.png`. */
export async function keepPicture(page, name, part = { fullPage: true }) {
  const path = join(FOLDER, `${name}.png`);
  // Our pages take no pictures and run no script: the palette is chosen on an empty one.
  const empty = await page.context().browser().newPage();
  const picture = await withPalette(empty, await page.screenshot(part));
  await empty.close();
  if (picture.length > LARGEST) throw new Error(`${path}: ${picture.length} bytes, more than ${LARGEST}`);
  await writeFile(path, picture);
  process.stdout.write(`${path} ${Math.round(picture.length / 1024)} kB\n`);
}

/** One mail, as a desktop and as a phone show it. */
export async function keepMail(browser, name, html) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    await page.setContent(html);
    await keepPicture(page, `thu-${name}-${size}`);
    await page.close();
  }
}

/** The picture with a palette: letters need few colours, and the browser writes three bytes for each point. */
async function withPalette(page, png) {
  const { width, height, palette, points } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const all = new Uint32Array(data.buffer);
      const counts = new Map();
      for (const colour of all) counts.set(colour, (counts.get(colour) ?? 0) + 1);
      const rgb = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
      const palette = [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 64)
        .map(([colour]) => rgb(colour));
      const nearest = (colour) => {
        const own = rgb(colour);
        const far = palette.map((known) => known.reduce((sum, c, i) => sum + (c - own[i]) ** 2, 0));
        return String.fromCharCode(far.indexOf(Math.min(...far)));
      };
      const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(colour)]));
      return { width, height, palette, points: btoa(Array.from(all, (colour) => indexes.get(colour)).join('')) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  const indexes = Buffer.from(points, 'base64');
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), indexes.subarray(y * width, (y + 1) * width)]),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.of()),
  ]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
