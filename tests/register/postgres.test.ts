import { describe, expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { CURRENT_INTERPRETER } from '../../dsl/rules/index.ts';
import { isTransient, openRegister, openRegisterIn, type Register, takeRegisterSeat } from '../../register/index.ts';
import { postgresStorage, WRITERS_LOCK } from '../../register/storage/postgres.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { command, databaseOf, TEMPLATE } from '../support/postgres.ts';
import { DIRECTORY, draft, NOTICE } from './support.ts';

const server = process.env['DONDOC_TEST_POSTGRES'] ?? '';
const OPTIONS = { compose: composeMessage, mailDomain: 'dondoc.example' };
const open = (url: string) => openRegister({ url, ...OPTIONS });

(server === '' ? describe.skip : describe)('a register on PostgreSQL', () => {
  test('is made from nothing, and is the same register when it is opened again', async () => {
    await inDatabase('from_nothing', '', async (url) => {
      const first = await open(url);
      await first.directory.import(DIRECTORY);
      await first.notices.register(NOTICE, [draft()]);
      const id = await first.id();
      await first.close();
      const again = await open(url);
      expect([await again.id(), (await again.directives.list({})).length]).toEqual([id, 1]);
      await again.close();
    });
  });

  test('two that open an empty one together end with one schema', async () => {
    await inDatabase('together', '', async (url) => {
      const [one, other] = await Promise.all([open(url), open(url)]);
      expect(await one.id()).toBe(await other.id());
      await Promise.all([one.close(), other.close()]);
    });
  });

  test('whoever writes waits for the other writer, then says who holds it; readers wait for nobody', async () => {
    await inDatabase('writers', `template ${TEMPLATE}`, async (url) => {
      const register = await openRegisterIn(postgresStorage({ url }), { ...OPTIONS, lockWaitMs: 50 });
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query(`begin; select pg_advisory_xact_lock(${WRITERS_LOCK})`);
      expect(await register.directives.list({})).toEqual([]);
      const refused = register.notices.register(NOTICE, [draft()]);
      await expect(refused).rejects.toMatchObject({ fault: 'locked', message: expect.stringContaining('giữ khoá') });
      await other.query('commit');
      await register.directory.import(DIRECTORY);
      await register.notices.register(NOTICE, [draft()]);
      expect(await register.directives.list({})).toHaveLength(1);
      await other.end();
      await register.close();
    });
  });

  test('whoever waits to write keeps its place for as long as it waits at all', async () => {
    await inDatabase('places', `template ${TEMPLATE}`, async (url) => {
      const db = new Kysely<Record<string, never>>({ dialect: postgresStorage({ url }).dialect(4_321) });
      const { rows } = await sql<{ lock_timeout: string }>`show lock_timeout`.execute(db);
      expect(rows).toEqual([{ lock_timeout: '4321ms' }]);
      await db.destroy();
    });
  });

  test('a connection that was cut is a fault that passes: the next call works', async () => {
    await inDatabase('cut', `template ${TEMPLATE}`, async (url) => {
      const register = await open(url);
      await command(
        server,
        `select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
      );
      expect(await afterTheCut(register)).toEqual([]);
      await register.close();
    });
  });

  test('one that is cut between two statements of a transaction ends that transaction, and not the process', async () => {
    await inDatabase('between', `template ${TEMPLATE}`, async (url) => {
      const db = new Kysely<Record<string, never>>({ dialect: postgresStorage({ url }).dialect() });
      const cut = db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await command(server, `select pg_terminate_backend(${rows[0]?.pid}, 60000)`);
        // Its end comes in by the socket, while nothing is asked of it.
        while ((await sql`select 1`.execute(db)).rows.length !== 1);
        await new Promise((resolve) => setImmediate(resolve));
        return sql`select 2`.execute(trx);
      });
      await expect(cut).rejects.toThrow();
      expect((await sql<{ n: number }>`select 3 as n`.execute(db)).rows).toEqual([{ n: 3 }]);
      await db.destroy();
    });
  });

  test.each([
    ['nobody listens', () => 'postgres://dondoc@127.0.0.1:1/so', 'lost', '127.0.0.1:1/so: mất kết nối'],
    ['there is no such database', () => databaseOf(server, 'khong_co'), 'no-database', 'createdb'],
    ['the address says nothing', () => 'postgres://a:b@:x', 'bad-address', 'DONDOC_DATABASE'],
  ])('says what to do where %s', async (_, url, fault, words) => {
    await expect(open(url())).rejects.toMatchObject({ fault, message: expect.stringContaining(words) });
  });

  test('a database in another order than that of bytes is refused before anything is made in it', async () => {
    await inDatabase('ascii', "template template0 encoding 'SQL_ASCII'", async (url) => {
      await expect(open(url)).rejects.toMatchObject({ fault: 'wrong-order' });
    });
  });

  test('one service with a Temporal of its own has the seat, until its connection is gone', async () => {
    await inDatabase('seat', `template ${TEMPLATE}`, async (url) => {
      const seat = await takeRegisterSeat(url);
      expect(await takeRegisterSeat(url)).toBeUndefined();
      await command(
        server,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dondoc up'",
      );
      await seat?.lost;
      const next = await takeRegisterSeat(url);
      expect(next).toBeDefined();
      await next?.leave();
      await expect(takeRegisterSeat('postgres://127.0.0.1:1/so')).rejects.toMatchObject({ fault: 'lost' });
    });
  });

  test('what is issued follows rules that all who run directives know, whichever program issues it', async () => {
    await inDatabase('workers', `template ${TEMPLATE}`, async (url) => {
      const register = await open(url);
      await register.directory.import(DIRECTORY);
      const issued = async (text: string) => {
        const { directives } = await register.notices.register({ ...NOTICE, text }, [
          draft('1', { id: text, workflowId: text }),
        ]);
        return directives[0]?.interpreter;
      };
      expect(await issued('a')).toBe(CURRENT_INTERPRETER);
      const older = await register.joinWorkers(CURRENT_INTERPRETER - 1);
      const today = await register.joinWorkers(CURRENT_INTERPRETER);
      expect(await issued('b')).toBe(CURRENT_INTERPRETER - 1);
      // The database is restarted under them: the older one is at work still, and says so again.
      const holders = "from pg_stat_activity where application_name = 'dondoc worker'";
      await command(server, `select pg_terminate_backend(pid, 60000) ${holders}`);
      const patience = performance.now() + 60_000;
      while ((await issued(`c${performance.now()}`)) !== CURRENT_INTERPRETER - 1)
        expect(performance.now()).toBeLessThan(patience);
      await older.leave();
      expect(await issued('d')).toBe(CURRENT_INTERPRETER);
      await today.leave();
      // A newer program's workers know ours.
      const newer = await register.joinWorkers(CURRENT_INTERPRETER + 1);
      expect(await issued('e')).toBe(CURRENT_INTERPRETER);
      await newer.leave();
      await register.close();
    });
  });

  test('the password is in no word about it', async () => {
    const url = 'postgres://dondoc:b%C3%AD-m%E1%BA%ADt@127.0.0.1:1/so';
    const fault = await open(url).catch((error: unknown) => error);
    expect(JSON.stringify([String(fault), postgresStorage({ url }).name])).not.toMatch(/bí-mật|b%C3/);
  });
});

/** The pool learns of a cut at the next use of each connection, or by then has thrown it away. */
async function afterTheCut(register: Register): Promise<readonly unknown[]> {
  for (let tried = 0; tried < MOST_CONNECTIONS; tried++) {
    try {
      return await register.directives.list({});
    } catch (error) {
      expect(isTransient(error)).toBe(true);
    }
  }
  return register.directives.list({});
}

const MOST_CONNECTIONS = 8;

async function inDatabase(name: string, how: string, work: (url: string) => Promise<void>): Promise<void> {
  const database = `${name}_${process.pid}`;
  await command(server, `create database ${database} ${how}`);
  try {
    await work(databaseOf(server, database));
  } finally {
    await command(server, `drop database ${database} with (force)`);
  }
}
