/*
 * Pictures of the mails the four policies send, for docs/thu-mau.md: the sample notices played on the real engine, the
 * mails of some of their steps drawn by a real browser as a desktop and as a phone show them. After `npm run build`:
 *
 *   npm run pictures
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { renderHtml } from '../dist/activities/email/html.js';
import { issueInstant, parseFile, readNotices } from '../dist/cli/input.js';
import { civilServants } from '../dist/dsl/time/civil-servants.js';
import { grantOf } from '../dist/office/links/grant.js';
import { shippedRules } from '../dist/policies/index.js';
import { loadDirectory } from '../dist/register/index.js';
import { ActsScript } from '../dist/rehearsal/acts-file.js';
import { rehearse } from '../dist/rehearsal/rehearse.js';
import { withStage } from '../dist/rehearsal/theatre.js';

const FOLDER = 'docs/pictures';
const SIZES = { 'may-tinh': { width: 1200, height: 800 }, 'dien-thoai': { width: 390, height: 780 } };
/** A reader on a slow line should see them at once. */
const LARGEST = 100 * 1024;

/** Name of the picture, and whose message of which directive it shows. */
const MAILS = [
  ['tieu-chuan-giao', 'II.1', 'assignment', 'lead'],
  ['tieu-chuan-nhac', 'II.2', 'due-reminder', 'lead'],
  ['tieu-chuan-qua-han', 'II.3.b', 'overdue', 'headOf(lead)'],
  ['tieu-chuan-cong-van', 'II.3.b', 'overdue', 'supervisor'],
  ['hoa-toc-giao', '1', 'assignment', 'lead'],
  ['khong-han-im-lang', 'II.4', 'silence-reminder', 'lead'],
  ['bao-cao-dinh-ky-nhac', 'II.6', 'due-reminder', 'lead'],
];

const notices = [
  ['notices/samples/thong-bao-mau.txt', 'rehearsal/samples/kich-ban-mau.yaml'],
  ['notices/samples/cong-dien-mau.txt'],
];
const directory = loadDirectory('register/samples/danh-ba-mau.yaml');

const messages = [];
await withStage({ calendar: civilServants, directory }, async (stage) => {
  let links = 0;
  stage.register.carryLinks((request) => {
    const id = `mau-${++links}`;
    return { id, grant: grantOf(request), url: `https://dondoc.haison.example/l/${id}` };
  });
  for (const [file, acts] of notices) {
    const reads = await readNotices(file);
    const script = ActsScript.of(acts ? await parseFile(acts) : [], acts ?? '');
    const { played } = await rehearse(stage, reads, {
      rules: shippedRules,
      issuedAt: issueInstant(reads[0].notice.anchor),
      acts: (task) => script.actsFor(task),
    });
    messages.push(...played.flatMap(({ view }) => view.messages.map((m) => ({ ...m, place: view.directive.localId }))));
  }
});
if (!existsSync('/usr/bin/chromium')) execFileSync('bash', ['scripts/install-browser.sh'], { stdio: 'inherit' });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
});
await mkdir(FOLDER, { recursive: true });
for (const [name, place, kind, role] of MAILS) {
  const message = messages.find(
    (m) => m.channel === 'email' && m.place === place && m.kind === kind && m.role === role && m.content !== null,
  );
  if (!message) throw new Error(`${name}: the rehearsal made no such message`);
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    await page.setContent(renderHtml(message.content));
    const path = join(FOLDER, `thu-${name}-${size}.png`);
    const picture = await withPalette(page, await page.screenshot({ fullPage: true }));
    await page.close();
    await writeFile(path, picture);
    const bytes = picture.length;
    if (bytes > LARGEST) throw new Error(`${path}: ${bytes} bytes, more than ${LARGEST}`);
    process.stdout.write(`${path} ${Math.round(bytes / 1024)} kB\n`);
  }
}
await browser.close();

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
