import Libsql from 'libsql';
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
 * notices of their own. Messages keep no words.
 */
export async function fill(file, thousands) {
  const options = { compose: texts.composeMessage, mailDomain: 'console.invalid', calendar: calendars.civilServants };
  const r = await register.openRegisterIn(register.sqliteStorage({ file, synchronous: 'normal' }), options);
  await liveOnce(r);
  await r.close();
  const db = new Libsql(file);
  db.exec("pragma journal_mode = wal; pragma synchronous = off; update messages set outcome = 'accepted'");
  const notice = (id, k) => `printf('%03d', ${k}) || substr(${id}, 4)`;
  const directive = (id, k) => `printf('%03d', ${k}) || substr(${id}, 4)`;
  const changed = (k) => ({
    notices: {
      id: notice('id', k),
      content_sha256: notice('content_sha256', k),
      number: `'${k}.' || number`,
      text: "''",
    },
    directives: {
      id: directive('id', k),
      notice_id: notice('notice_id', k),
      parent: `case when parent is null then null else ${directive('parent', k)} end`,
      text: `text || ' Đợt ${k}.'`,
      workflow_id: `workflow_id || '-${k}'`,
    },
    directive_lists: {
      directive_id: directive('directive_id', k),
      notice_id: notice('notice_id', k),
      parent: `case when parent is null then null else ${directive('parent', k)} end`,
      place: `place || '-${k}'`,
      words: `words || 'dot ${k} '`,
    },
    directive_standings: {
      directive_id: directive('directive_id', k),
      notice_id: notice('notice_id', k),
      parent: `case when parent is null then null else ${directive('parent', k)} end`,
    },
    directive_words: { directive_id: directive('directive_id', k) },
    directive_parties: { directive_id: directive('directive_id', k) },
    events: { directive_id: directive('directive_id', k), act_id: `act_id || '-${k}'` },
    messages: {
      id: `id || '-${k}'`,
      directive_id: directive('directive_id', k),
      message_id: `message_id || '-${k}'`,
      content: 'null',
    },
  });
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map(({ name }) => name);
  const origin = `substr(%, 1, ${NOTICE_LETTERS}) in (select id from originals)`;
  db.exec('create table originals as select id from notices');
  for (let k = 1; k < thousands; k++) {
    db.exec('begin');
    for (const [table, columns] of Object.entries(changed(k))) {
      if (!tables.includes(table)) continue;
      const all = db
        .prepare(`select name from pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => name);
      const key = all.includes('directive_id') ? 'directive_id' : 'id';
      const values = all.map((name) => columns[name] ?? `"${name}"`).join(', ');
      const names = all.map((name) => `"${name}"`).join(', ');
      db.exec(`insert into "${table}" (${names}) select ${values} from "${table}" where ${origin.replace('%', key)}`);
    }
    db.exec('commit');
  }
  db.exec('drop table originals; pragma wal_checkpoint(truncate)');
  const count = (table) => db.prepare(`select count(*) as n from ${table}`).get().n;
  const counts = { directives: count('directives'), events: count('events'), messages: count('messages') };
  db.close();
  return counts;
}
