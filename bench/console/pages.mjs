import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { built } from '../support/load.mjs';
import { say, whole } from '../support/measure.mjs';

const ROUNDS = 20;
const SLOW_ROUNDS = 3;
const MB = 1024 * 1024;

/** Each page of the office, asked by addresses that differ from round to round; and what one answer may take. */
const PAGES = [
  ['list', 50, (i) => `/vp/nhiem-vu${i % 2 ? '' : '?tung-don-vi=1'}`],
  ['list, open', 50, (i) => `/vp/nhiem-vu?trang-thai=open&trang=${1 + i}`],
  ['list, overdue', 50, (i) => `/vp/nhiem-vu?qua-han=1&trang=${1 + (i % 3)}`],
  ['list, one agency', 50, (i) => `/vp/nhiem-vu?don-vi=cq-${1 + i}`],
  ['list, far pages', 50, (i) => `/vp/nhiem-vu?trang=${50 * (i + 1)}`],
  ['search, rare', 50, (i) => `/vp/nhiem-vu?tim=${encodeURIComponent(`địa bàn ${i * 37} đợt ${7 + i}`)}`],
  ['search, common', 50, (i) => `/vp/nhiem-vu?tim=${['phoi+hop', 'so', 'giải+ngân', 'quy+hoach+bao+cao'][i % 4]}`],
  ['search, number', 50, (i) => `/vp/nhiem-vu?tim=${1 + i}.${1 + i}/TB-UBND`],
  ['search, none', 50, (i) => `/vp/nhiem-vu?tim=khong-co-${i}`],
  ['search, overdue', 50, (i) => `/vp/nhiem-vu?qua-han=1&tim=${encodeURIComponent(['trạm y tế', 'an toan'][i % 2])}`],
  ['one directive', 50, (i, ids) => `/vp/nhiem-vu/${ids[i]}`],
  ['report', 500, () => '/vp/bao-cao'],
  ['report of a day', 500, (i) => `/vp/bao-cao?ngay=2025-10-${10 + i}`],
  ['report compared', 1_000, (i) => `/vp/bao-cao?so-voi=2025-11-${10 + i}`],
  ['behind a figure', 500, (i) => `/vp/bao-cao/nhiem-vu?o=openOverdue&theo=agency&nhom=S%E1%BB%9F+s%E1%BB%91+${1 + i}`],
];

/** Files, and the annex that is judged anew from every log of its quarter: what is asked for once a month. */
const FILES = [
  ['report, xlsx', 3_000, () => '/vp/bao-cao/bao-cao.xlsx'],
  ['report, docx', 3_000, () => '/vp/bao-cao/bao-cao.docx'],
  ['annex', 10_000, () => '/vp/bao-cao/danh-gia?ky=Q4%2F2025'],
  ['annex, docx', 10_000, () => '/vp/bao-cao/danh-gia/phu-luc-danh-gia.docx?ky=Q4%2F2025'],
  ['annex, xlsx', 10_000, () => '/vp/bao-cao/danh-gia/phu-luc-danh-gia.xlsx?ky=Q4%2F2025'],
];

/**
 * The pages of an office whose register holds 100,000 directives and a million events: milliseconds from request to
 * answer over loopback, one at a time, and the memory of the process that serves.
 */
export async function pages({ directives = 100_000, rounds = ROUNDS, from, show, database }) {
  const folder = from ?? (await mkdtemp(join(tmpdir(), 'dondoc-console-')));
  const place = database ?? join(folder, 'register.db');
  try {
    // In a process of its own: what filling took is no memory of the service's.
    if (database === undefined ? !existsSync(place) : await isEmpty(database))
      filled(place, Math.max(1, Math.round(directives / 1_000)));
    await measure(folder, place, rounds, show);
  } finally {
    if (from === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function isEmpty(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select to_regclass('directives') as there");
  await client.end();
  return rows[0].there === null;
}

function filled(place, thousands) {
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./fill-child.mjs', import.meta.url)), place, String(thousands)],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the register was not filled');
}

async function measure(folder, place, rounds, show) {
  const office = await open(folder, place);
  say(['page'.padEnd(18), '  p50 ms', '  p95 ms', '     aim'].join('  '));
  await ask(office, PAGES, rounds, show);
  sayMemory();
  await ask(office, FILES, rounds, show);
  sayMemory();
  await office.close();
}

async function ask(office, pages, rounds, show) {
  const ids = office.items;
  for (const [name, most, path] of pages) {
    const times = [];
    for (let i = 0; i < (most >= 500 ? Math.min(rounds, SLOW_ROUNDS) : rounds) + 1; i++) {
      const start = performance.now();
      const answer = await fetch(`${office.url}${path(i % ROUNDS, ids)}`, { headers: { cookie: office.cookie } });
      const html = await answer.text();
      // The first answer pays for what is read from the disk once.
      if (i > 0) times.push(performance.now() - start);
      if (answer.status !== 200) throw new Error(`${path(i, ids)}: ${answer.status}`);
      if (show && i === 1) say(`${name}: ${(/<h2>[^<]*<\/h2>/.exec(html) ?? [''])[0]} ${html.length}`);
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    const isIn = at(0.95) <= most;
    say(
      [
        name.padEnd(18),
        at(0.5).toFixed(1).padStart(8),
        at(0.95).toFixed(1).padStart(8),
        String(most).padStart(8),
        isIn ? '' : 'over',
      ].join('  '),
    );
    if (!isIn) process.exitCode = 1;
  }
}

function sayMemory() {
  say(
    `resident memory at its most: ${whole(process.resourceUsage().maxRSS / 1024)} MB, now ${whole(process.memoryUsage().rss / MB)} MB`,
  );
}

async function open(folder, place) {
  const [register, texts, calendars, consoles, staff, lives, { standardRates }] = await Promise.all([
    built('register/index.js'),
    built('texts/messages/index.js'),
    built('dsl/time/civil-servants.js'),
    built('console/index.js'),
    built('office/staff/index.js'),
    import('./lives.mjs'),
    built('console/http/rates.js'),
  ]);
  const calendar = calendars.civilServants;
  const r = await register.openRegister({
    ...(place.includes('://') ? { url: place } : { file: place }),
    compose: texts.composeMessage,
    mailDomain: 'console.invalid',
    calendar,
  });
  const rates = standardRates(() => Date.now() * 1_000);
  const running = await consoles.startConsole({
    ...{ register: r, client: undefined, calendar, trustProxy: false, publicUrl: undefined, rates },
    ...{ host: '127.0.0.1', port: 0, now: () => lives.NOW, ready: new Set(['email']) },
    ...{ keyFile: join(folder, 'keys.json'), evidenceFolder: join(folder, 'evidence') },
    ...{
      draftsFolder: join(folder, 'drafts'),
      policiesFolder: join(folder, 'policies'),
      evaluationFile: join(folder, 'danh-gia.yaml'),
    },
    onTrouble: (error) => process.stderr.write(`${error?.stack ?? error}\n`),
  });
  const secret = await staff.invite(r, { name: 'Người đo', role: 'secretary' }, lives.NOW);
  const entered = await fetch(`${running.localUrl}${staff.ticketPath(secret)}`, { method: 'POST', redirect: 'manual' });
  const found = await r.directives.list({ limit: ROUNDS + 1, offset: 500 });
  return {
    url: running.localUrl,
    cookie: entered.headers.get('set-cookie').split(';')[0],
    items: found.map(({ id }) => Buffer.from(id).toString('base64url')),
    close: async () => {
      await running.close();
      await r.close();
    },
  };
}
