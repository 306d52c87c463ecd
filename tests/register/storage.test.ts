import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CamelCasePlugin, Kysely, type Migration } from 'kysely';
import Libsql from 'libsql';
import { UserError } from '../../dsl/user-error.ts';
import {
  isTransient,
  openRegister,
  openRegisterIn,
  type RegisterOptions,
  StorageError,
  sqliteStorage,
} from '../../register/index.ts';
import { migrate } from '../../register/migrate.ts';
import { migrations } from '../../register/migrations/index.ts';
import type { Tables } from '../../register/schema.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { DATABASES, DIRECTIVE_ID, DIRECTORY, draft, NOTICE, openIssued, post, wake } from './support.ts';

const OPTIONS: RegisterOptions = { compose: composeMessage, mailDomain: 'dondoc.example' };

async function failure(work: Promise<unknown>): Promise<StorageError> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).not.toContain('\n');
    return error;
  }
  throw new Error('nothing failed');
}

describe.each(DATABASES)('the schema ($name)', (database) => {
  test('is made from nothing, and opening again leaves it and its data alone', async () => {
    const opened = await openIssued(database);
    try {
      const again = await opened.again();
      expect((await again.directives.find(DIRECTIVE_ID))?.localId).toBe('1');
    } finally {
      await opened.close();
    }
  });

  test('is made once when several processes start together', async () => {
    const place = await database.fresh();
    try {
      const registers = await Promise.all([1, 2, 3].map(() => openRegisterIn(place.storage(), OPTIONS)));
      await registers[0]?.directory.import(DIRECTORY);
      expect((await registers[2]?.directory.current())?.agencies).toHaveLength(DIRECTORY.agencies.length);
      for (const register of registers) await register.close();
    } finally {
      await place.drop();
    }
  });

  test('goes forward: a later migration runs once, one that fails leaves the last good schema', async () => {
    const place = await database.fresh();
    const db = new Kysely<Tables>({ dialect: place.storage().dialect(), plugins: [new CamelCasePlugin()] });
    try {
      await migrate(db, 'x');
      let runs = 0;
      const later: Migration = {
        up: async (trx) => {
          runs++;
          await trx.schema.createTable('later').addColumn('a', 'text').execute();
        },
      };
      const broken: Migration = {
        up: async (trx) => {
          await trx.schema.createTable('half').addColumn('a', 'text').execute();
          throw new Error('broken migration');
        },
      };
      await migrate(db, 'x', { ...migrations, '9998-later': later });
      await migrate(db, 'x', { ...migrations, '9998-later': later });
      expect(runs).toBe(1);
      const all = { ...migrations, '9998-later': later, '9999-broken': broken };
      await expect(migrate(db, 'x', all)).rejects.toThrow('broken migration');
      const tables = (await db.introspection.getTables()).map((t) => t.name);
      expect(tables).toContain('later');
      expect(tables).not.toContain('half');
      await expect(openRegisterIn(place.storage(), OPTIONS)).rejects.toMatchObject({ fault: 'newer' });
    } finally {
      await db.destroy();
      await place.drop();
    }
  });
});

describe('a SQLite file', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-storage-'));
    file = join(folder, 'so.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (change: Partial<RegisterOptions> = {}) => openRegister({ file, ...OPTIONS, ...change });

  test('is created with the folders around it', async () => {
    file = join(folder, 'du', 'lieu', 'so.db');
    await (await open()).close();
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test('that is a folder, or lies in a file, cannot be opened', async () => {
    mkdirSync(file);
    expect(await failure(open())).toMatchObject({ fault: 'cannot-open', message: expect.stringContaining(file) });
    writeFileSync(join(folder, 'tep'), '');
    for (file of [join(folder, 'tep', 'so.db'), join(folder, 'tep', 'sau', 'so.db'), '/proc/khong/co/so.db']) {
      expect(await failure(open())).toMatchObject({ fault: 'cannot-open' });
    }
  });

  test('that is no database, or somebody else’s, is left untouched', async () => {
    writeFileSync(file, 'Kính gửi: các đồng chí. '.repeat(300));
    const before = readFileSync(file);
    expect(await failure(open())).toMatchObject({ fault: 'not-ours' });
    expect(readFileSync(file)).toEqual(before);

    file = join(folder, 'khac.db');
    const other = new Libsql(file);
    other.exec('create table khach_hang (ten text)');
    other.close();
    expect(await failure(open())).toMatchObject({ fault: 'not-ours' });
    const still = new Libsql(file);
    expect(still.prepare('select name from sqlite_master').all()).toEqual([{ name: 'khach_hang' }]);
    still.close();
  });

  test('that is empty becomes a register', async () => {
    closeSync(openSync(file, 'w'));
    await (await open()).close();
  });

  test('locked for longer than one waits is said so, at opening and later, and passes by itself', async () => {
    const register = await open({ lockWaitMs: 300 });
    await register.notices.register(NOTICE, [draft()]);
    const holder = new Libsql(file);
    holder.exec('begin immediate');
    const opening = await failure(open({ lockWaitMs: 200 }));
    expect(opening).toMatchObject({ fault: 'locked' });
    expect(opening.message).toContain('khoá');
    const writing = await failure(register.directives.recordWake(wake({ posts: [post()] })));
    expect(isTransient(writing)).toBe(true);
    // Who only reads waits for nobody.
    expect((await register.directives.show(DIRECTIVE_ID))?.events).toEqual([]);
    holder.exec('rollback');
    expect((await register.directives.recordWake(wake({ posts: [post()] }))).recorded).toBe(true);
    holder.close();
    await register.close();
  });

  test('a lock that is let go in time is only waited for', async () => {
    const register = await open();
    await register.notices.register(NOTICE, [draft()]);
    const holder = new Libsql(file);
    holder.exec('begin immediate');
    const recorded = register.directives.recordWake(wake({ posts: [post()] }));
    const release = setTimeout(() => holder.exec('rollback'), 250);
    expect((await recorded).recorded).toBe(true);
    clearTimeout(release);
    holder.close();
    await register.close();
  });

  test('on a full disk nothing is half-written, and the same call succeeds once there is room', async () => {
    const first = await open();
    await first.directory.import(DIRECTORY);
    await first.notices.register(NOTICE, [draft()]);
    await first.close();

    const pages = pagesOf(file);
    const tight = await openRegisterIn(sqliteStorage({ file, maxPages: pages + 3 }), OPTIONS);
    let seq = 0;
    const fill = async () => {
      for (; seq < 200; seq++) await tight.directives.recordWake(wake({ seq, posts: [post({ key: `k${seq}` })] }));
    };
    const error = await failure(fill());
    expect(error).toMatchObject({ fault: 'disk-full' });
    expect(error.message).toContain('hết chỗ');
    expect(isTransient(error)).toBe(true);
    expect(seq).toBeGreaterThan(0);
    const view = await tight.directives.show(DIRECTIVE_ID);
    expect(view?.events).toHaveLength(seq);
    expect(view?.messages).toHaveLength(2 * seq);
    expect(await failure(tight.notices.register({ ...NOTICE, text: 'x'.repeat(100_000) }, []))).toMatchObject({
      fault: 'disk-full',
    });
    await tight.close();

    const roomy = await open();
    expect(await roomy.directives.recordWake(wake({ seq, posts: [post({ key: `k${seq}` })] }))).toMatchObject({
      planned: 2,
    });
    expect(await roomy.notices.find('x')).toBeUndefined();
    await roomy.close();
  });

  test('a mistake of ours is not taken for a fault of the storage', async () => {
    const register = await open();
    const error: unknown = await register.directives.recordWake(wake()).catch((e: unknown) => e);
    expect(error).not.toBeInstanceOf(UserError);
    expect(isTransient(error)).toBe(false);
    await register.close();
  });
});

function pagesOf(file: string): number {
  const db = new Libsql(file);
  const row: unknown = db.prepare('pragma page_count').get();
  db.close();
  return row !== null && typeof row === 'object' && 'page_count' in row ? Number(row.page_count) : 0;
}
