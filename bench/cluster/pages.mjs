import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { NOW } from '../console/lives.mjs';
import { pages as consolePages } from '../console/pages.mjs';
import { built } from '../support/load.mjs';
import { percentile, table } from '../support/measure.mjs';

const [register, texts, calendars] = await Promise.all([
  built('register/index.js'),
  built('texts/messages/index.js'),
  built('dsl/time/civil-servants.js'),
]);

const ROUNDS = 20;
const PAGE = 50;
const DAY_MS = 86_400_000;

/**
 * The office's pages with the register on PostgreSQL; then what the register takes for them beside plain SQL by hand,
 * which knows no rules: a page of rows as they are stored, three selects by a key, counts by status and lead.
 */
export async function pages(temporal, directives) {
  const url = await temporal.emptyUrl();
  await consolePages({ directives, database: url });
  const calendar = calendars.civilServants;
  const r = await register.openRegister({
    url,
    compose: texts.composeMessage,
    mailDomain: 'console.invalid',
    calendar,
  });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const ids = (await r.directives.list({ limit: ROUNDS, offset: 500 })).map(({ id }) => id);
    const filter = (more) => ({ asOf: NOW, ...more });
    const lines = [
      [
        'list',
        () => r.directives.page(filter({}), PAGE),
        () => sql(pool, `${LIST} where l.parent is null order by l.place limit ${PAGE}`),
      ],
      [
        'list, overdue',
        () => r.directives.page(filter({ overdue: true }), PAGE),
        () => sql(pool, `${LIST} where l.overdue_from <= ${NOW} order by l.overdue_from, l.place limit ${PAGE}`),
      ],
      ['one directive', (i) => r.directives.show(ids[i]), (i) => one(pool, ids[i])],
      ['report', () => r.directives.figures(NOW, 200), () => counts(pool, NOW)],
      [
        'report compared',
        (i) => r.directives.changesBetween(NOW - (i + 1) * DAY_MS, NOW, 30),
        (i) => Promise.all([counts(pool, NOW - (i + 1) * DAY_MS), counts(pool, NOW)]),
      ],
    ];
    const told = [];
    for (const [name, ours, plain] of lines) {
      const [a, b] = [await timesOf(ours), await timesOf(plain)];
      const at = (times) => percentile(times, 50);
      told.push([name, `${at(a).toFixed(1)} ms`, `${at(b).toFixed(1)} ms`, (at(a) / at(b)).toFixed(1)]);
    }
    table(['register on PostgreSQL, p50', 'ours', 'plain SQL', 'times'], told);
  } finally {
    await pool.end();
    await r.close();
  }
}

const LIST = 'select d.*, l.* from directive_lists l join directives d on d.id = l.directive_id';

async function sql(pool, text) {
  return (await pool.query(text)).rows;
}

async function one(pool, id) {
  for (const [table, key] of [
    ['directives', 'id'],
    ['events', 'directive_id'],
    ['messages', 'directive_id'],
  ])
    await pool.query(`select * from ${table} where ${key} = $1`, [id]);
}

/** By lead and status, in time and late, of those that stood at an instant. */
function counts(pool, at) {
  return pool.query(
    `select first_lead, status, due_at is null as free, coalesce(closed_at, $1) > due_at as late, count(*)
     from directive_standings where since <= $1 and until > $1 group by 1, 2, 3, 4`,
    [at],
  );
}

async function timesOf(work) {
  const times = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const start = performance.now();
    await work(i % ROUNDS);
    if (i > 0) times.push(performance.now() - start);
  }
  return times;
}
