import Libsql from 'libsql';
import pg from 'pg';
import { built } from '../support/load.mjs';
import { liveOnce } from './lives.mjs';

const [register, texts, calendars] = await Promise.all([
  built('register/index.js'),
  built('texts/messages/index.js'),
  built('dsl/time/civil-servants.js'),
]);

/** Letters of a notice's id, with which the ids of its directives begin. */
const NOTICE_LETTERS = 12;

/**
 * A register with so many thousand directives: a thousand lived by the rules, the others copies of their rows under
 * notices of their own. Messages keep no words. `place` is a file's, or a database's of PostgreSQL that is empty.
 */
export async function fill(place, thousands) {
  const options = { compose: texts.composeMessage, mailDomain: 'console.invalid', calendar: calendars.civilServants };
  const r = await (place.includes('://')
    ? register.openRegister({ url: place, ...options })
    : register.openRegisterIn(register.sqliteStorage({ file: place, synchronous: 'normal' }), options));
  await liveOnce(r);
  await r.close();
  const db = await (place.includes('://') ? openPostgres(place) : openFile(place));
  await db.run("update messages set outcome = 'accepted'");
  await db.run('create table originals as select id from notices');
  for (let k = 1; k < thousands; k++) await copied(db, k);
  await db.run('drop table originals');
  await db.settle();
  const counts = { directives: 0, events: 0, messages: 0 };
  for (const table of Object.keys(counts))
    counts[table] = Number((await db.rows(`select count(*) as n from ${table}`))[0].n);
  await db.close();
  return counts;
}

/** The thousand lived once more, under ids and numbers of their own. */
async function copied(db, k) {
  const letters = `'${String(k).padStart(3, '0')}'`;
  const other = (id) => `${letters} || substr(${id}, 4)`;
  const group = `case when parent is null then null else ${other('parent')} end`;
  const changed = {
    notices: { id: other('id'), content_sha256: other('content_sha256'), number: `'${k}.' || number`, text: "''" },
    directives: {
      id: other('id'),
      notice_id: other('notice_id'),
      parent: group,
      text: `text || ' Đợt ${k}.'`,
      workflow_id: `workflow_id || '-${k}'`,
    },
    directive_lists: {
      directive_id: other('directive_id'),
      notice_id: other('notice_id'),
      parent: group,
      place: `place || '-${k}'`,
      words: `words || 'dot ${k} '`,
    },
    directive_standings: {
      directive_id: other('directive_id'),
      notice_id: other('notice_id'),
      parent: group,
    },
    directive_words: { directive_id: other('directive_id') },
    directive_parties: { directive_id: other('directive_id') },
    events: { directive_id: other('directive_id'), act_id: `act_id || '-${k}'` },
    messages: {
      id: `id || '-${k}'`,
      directive_id: other('directive_id'),
      message_id: `message_id || '-${k}'`,
      content: 'null',
    },
  };
  const origin = `substr(%, 1, ${NOTICE_LETTERS}) in (select id from originals)`;
  await db.run('begin');
  for (const [table, columns] of Object.entries(changed)) {
    const all = await db.columns(table);
    const key = all.includes('directive_id') ? 'directive_id' : 'id';
    const values = all.map((name) => columns[name] ?? `"${name}"`).join(', ');
    const names = all.map((name) => `"${name}"`).join(', ');
    await db.run(
      `insert into "${table}" (${names}) select ${values} from "${table}" where ${origin.replace('%', key)}`,
    );
  }
  await db.run('commit');
}

function openFile(file) {
  const db = new Libsql(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = off');
  const rows = (sql) => db.prepare(sql).all();
  return {
    run: (sql) => db.exec(sql),
    rows,
    columns: (table) => rows(`select name from pragma_table_info('${table}')`).map(({ name }) => name),
    settle: () => db.exec('pragma wal_checkpoint(truncate)'),
    close: () => db.close(),
  };
}

async function openPostgres(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = off');
  const rows = async (sql) => (await client.query(sql)).rows;
  return {
    run: (sql) => client.query(sql),
    rows,
    columns: async (table) =>
      (await rows(`select column_name from information_schema.columns where table_name = '${table}'`)).map(
        ({ column_name: name }) => name,
      ),
    settle: () => client.query('vacuum analyze'),
    close: () => client.end(),
  };
}
