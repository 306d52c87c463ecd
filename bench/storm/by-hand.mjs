import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import pg from 'pg';
import { openOffice, openOfficeAt, registerDirectives } from '../drill/office.mjs';
import { built } from '../support/load.mjs';
import { startWorkerOf } from '../support/worker.mjs';
import { countRows, countRowsAt } from './rows.mjs';

const { SEARCH_ATTRIBUTES } = await built('workflows/contract.js');

const WEEK_MS = 7 * 86_400_000;

/**
 * The workflow by hand for the same end: it can be found by the same search attributes, and its step writes the same
 * two rows into the same table, with nothing to look up or to compose: the words are there beforehand.
 */
export async function byHand(given) {
  const { folder, count } = given;
  const office = await openOffice(folder, 'full');
  const { lives } = await registerDirectives(office, count, `tay-${randomUUID().slice(0, 8)}`);
  await office.register.close();
  const db = new Libsql(join(folder, 'register.db'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  const like = db.prepare('select * from messages where directive_id = ?').all([lives[0].directive.id]).slice(0, 2);
  const columns = Object.keys(like[0]);
  const insert = db.prepare(`insert into messages (${columns}) values (${columns.map(() => '?')})`);
  const written = (directive) => (row) =>
    columns.map((name) => ({ ...row, id: randomUUID(), directive_id: directive, post_key: 'by hand' })[name]);
  return run(given, {
    ...inFile(db, (id) => {
      for (const row of like.map(written(id))) insert.run(row);
    }),
    ids: lives.map((life) => life.directive.id),
    attributes: attributesOf,
  });
}

const attributesOf = (at) => [
  { key: SEARCH_ATTRIBUTES.DondocNotice, value: 'bao/TB' },
  { key: SEARCH_ATTRIBUTES.DondocPolicy, value: 'dien-tap' },
  { key: SEARCH_ATTRIBUTES.DondocLead, value: ['so-noi-vu'] },
  { key: SEARCH_ATTRIBUTES.DondocDue, value: new Date(at) },
];

/** Rows in a SQLite file: how many there are, and a step's in one transaction. */
function inFile(db, write) {
  return {
    rows: countRows(db),
    async notify(id) {
      db.exec('begin immediate');
      write(id);
      db.exec('commit');
    },
    close: () => db.close(),
  };
}

/** The leanest that still tells somebody: nothing to find it by, two rows of three columns and a line of text. */
export async function byHandLeanest(given) {
  const db = new Libsql(join(given.folder, 'rows.db'));
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table messages (id text, channel text, body text)',
  );
  const insert = db.prepare('insert into messages values (?, ?, ?)');
  const name = randomUUID();
  return run(given, {
    ...inFile(db, (id) => {
      for (const channel of ['email', 'zalo']) insert.run([id, channel, `Nhắc việc ${id}: đề nghị báo cáo kết quả.`]);
    }),
    ids: Array.from({ length: given.count }, (_, i) => `${name}/${i}`),
    attributes: () => [],
  });
}

/** `byHand` with its rows in the cluster's database: the same table, one transaction a step. */
export async function byHandAt(given) {
  return run(given, {
    ...(await rowsByHand(await given.temporal.registerUrl(), given.count)),
    attributes: attributesOf,
  });
}

/** So many directives in a register on PostgreSQL, and a step that writes the rows of one of them. */
export async function rowsByHand(url, count) {
  const office = await openOfficeAt(url);
  const { lives } = await registerDirectives(office, count, `tay-${randomUUID().slice(0, 8)}`);
  await office.register.close();
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const { rows: like } = await pool.query('select * from messages where directive_id = $1 limit 2', [
    lives[0].directive.id,
  ]);
  const columns = Object.keys(like[0]);
  const insert = `insert into messages (${columns.map((name) => `"${name}"`)}) values (${columns.map((_, i) => `$${i + 1}`)})`;
  const rows = await countRowsAt(url);
  return {
    rows,
    ids: lives.map((life) => life.directive.id),
    async notify(id) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const row of like) {
          const own = { ...row, id: randomUUID(), directive_id: id, post_key: 'by hand' };
          await client.query({ name: 'row', text: insert, values: columns.map((name) => own[name]) });
        }
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: async () => {
      await rows.close();
      await pool.end();
    },
  };
}

/** As many as the register has. */
const CONNECTIONS = 8;

async function run({ temporal, client, taskQueue }, { rows, ids, notify, attributes, close }) {
  const before = await rows();
  const workflowsPath = fileURLToPath(new URL('by-hand.workflow.mjs', import.meta.url));
  const worker = await startWorkerOf({
    temporal,
    taskQueue,
    workflowsPath,
    activities: { notify },
    maxCachedWorkflows: 150,
  });
  return {
    starts: ids.map((id) => (at) => {
      const args = [{ id, steps: [at, at + WEEK_MS] }];
      return client.workflow.start('byHand', {
        workflowId: `by-hand/${id}`,
        taskQueue,
        args,
        typedSearchAttributes: attributes(at),
      });
    }),
    done: async () => ((await rows()) - before) / 2,
    async close() {
      await worker.stop();
      await close();
    },
  };
}
