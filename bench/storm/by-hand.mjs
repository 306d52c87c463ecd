import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { openOffice, registerDirectives } from '../drill/office.mjs';
import { built } from '../support/load.mjs';
import { startWorkerOf } from '../support/worker.mjs';
import { countRows } from './rows.mjs';

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
    db,
    ids: lives.map((life) => life.directive.id),
    write: (id) => {
      for (const row of like.map(written(id))) insert.run(row);
    },
    attributes: (at) => [
      { key: SEARCH_ATTRIBUTES.DondocNotice, value: 'bao/TB' },
      { key: SEARCH_ATTRIBUTES.DondocPolicy, value: 'dien-tap' },
      { key: SEARCH_ATTRIBUTES.DondocLead, value: ['so-noi-vu'] },
      { key: SEARCH_ATTRIBUTES.DondocDue, value: new Date(at) },
    ],
  });
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
    db,
    ids: Array.from({ length: given.count }, (_, i) => `${name}/${i}`),
    write: (id) => {
      for (const channel of ['email', 'zalo']) insert.run([id, channel, `Nhắc việc ${id}: đề nghị báo cáo kết quả.`]);
    },
    attributes: () => [],
  });
}

async function run({ temporal, client, taskQueue }, { db, ids, write, attributes }) {
  const rows = countRows(db);
  const before = rows();
  const notify = async (id) => {
    db.exec('begin immediate');
    write(id);
    db.exec('commit');
  };
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
    done: () => (rows() - before) / 2,
    async close() {
      await worker.stop();
      db.close();
    },
  };
}
