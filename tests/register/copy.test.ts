import { afterEach, describe, expect, test } from '@jest/globals';
import { loadRegisterIn, openRegisterIn, type Register, type RegisterCopy } from '../../register/index.ts';
import { MIGRATION_TABLE } from '../../register/migrate.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { on } from '../support/acts.ts';
import { copyOf } from './copied.ts';
import { live } from './live.ts';
import { at, DATABASES, type Database, DIRECTORY, draft, NOTICE, type Opened, openFresh } from './support.ts';

const WAYS = DATABASES.flatMap((from) => DATABASES.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })));
const OPTIONS = { compose: composeMessage, mailDomain: 'dondoc.example' };

describe.each(WAYS)('a register copied from $name', ({ from, to }) => {
  const opened: Opened[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  test('is the same register, row by row, and goes on where it was', async () => {
    const office = await openFresh(from);
    opened.push(office);
    await fill(office.register);
    const copy = await copyOf(office.register);
    expect(copy.tables.find(({ name }) => name === 'messages')?.rows).toBeGreaterThan(3);

    const register = await restored(to, copy, opened);
    expect((await copyOf(register)).text).toBe(copy.text);
    const [one, other] = await Promise.all([office.register, register].map((r) => r.directives.show(draft().id)));
    expect(other).toEqual(one);
    expect(await register.id()).toBe(await office.register.id());
  });

  test('is refused where something is already, which stays as it is', async () => {
    const office = await openFresh(from);
    opened.push(office);
    await fill(office.register);
    const copy = await copyOf(office.register);
    const place = await to.fresh();
    const other = await openRegisterIn(place.storage(), OPTIONS);
    opened.push({ register: other, again: async () => other, close: () => other.close().then(() => place.drop()) });
    await other.directory.import(DIRECTORY);
    await expect(loadRegisterIn(place.storage(), copy, {})).rejects.toMatchObject({ fault: 'in-use' });
    expect((await other.directory.current()).agencies).toHaveLength(DIRECTORY.agencies.length);
  });

  test('cut off in the middle leaves a register as empty as before, and the same call again fills it', async () => {
    const office = await openFresh(from);
    opened.push(office);
    await fill(office.register);
    const copy = await copyOf(office.register);
    const place = await to.fresh();
    const broken: RegisterCopy = {
      ...copy,
      async *rowsOf(table) {
        if (table === 'messages') throw new Error('the disk is gone');
        yield* copy.rowsOf(table);
      },
    };
    await expect(loadRegisterIn(place.storage(), broken, {})).rejects.toThrow('the disk is gone');
    const few: RegisterCopy = { ...copy, tables: copy.tables.map((t) => (t.name === 'links' ? { ...t, rows: 7 } : t)) };
    await expect(loadRegisterIn(place.storage(), few, {})).rejects.toThrow(/links/);
    await loadRegisterIn(place.storage(), copy, {});
    const register = await openRegisterIn(place.storage(), OPTIONS);
    opened.push({ register, again: async () => register, close: () => register.close().then(() => place.drop()) });
    expect((await copyOf(register)).text).toBe(copy.text);
  });
});

describe.each(DATABASES)('a copy ($name)', (database) => {
  test('of a newer program is refused', async () => {
    const place = await database.fresh();
    const copy = { migration: '9999-later', tables: [], rowsOf: none };
    await expect(loadRegisterIn(place.storage(), copy, {})).rejects.toMatchObject({ fault: 'newer' });
    await place.drop();
  });

  test('of an older one is brought forward when it is opened', async () => {
    const office = await openFresh(database);
    await office.register.directory.import(DIRECTORY);
    const copy = await copyOf(office.register);
    const older: RegisterCopy = {
      ...copy,
      migration: '0056-staff-accounts',
      tables: copy.tables.filter(({ rows }) => rows > 0),
    };
    const again: Opened[] = [office];
    const register = await restored(database, older, again);
    await fill(register);
    expect((await register.directives.list({})).length).toBeGreaterThan(0);
    for (const one of again) await one.close();
  });

  test('names no table of its own making', async () => {
    const office = await openFresh(database);
    const names = (await copyOf(office.register)).tables.map(({ name }) => name);
    expect(names.some((name) => name.startsWith(MIGRATION_TABLE))).toBe(false);
    expect(names).toContain('meta');
    await office.close();
  });
});

async function* none() {}

async function fill(register: Register): Promise<void> {
  await register.directory.import(DIRECTORY);
  const drafts = [draft(), draft('2', { due: null }), draft('3')];
  // Characters that end a line for some, and not for others.
  await register.notices.register({ ...NOTICE, text: `${NOTICE.text}\u2028Hết\r\n` }, drafts);
  for (const one of drafts) {
    await register.directives.markStarted(one.id);
    await live(
      register,
      one,
      [on('2025-03-04', { type: 'acknowledge', by: { party: 'lead' } }), at('2025-03-07'), at('2025-03-17')].slice(
        0,
        one.due === null ? 1 : 3,
      ),
    );
  }
}

async function restored(database: Database, copy: RegisterCopy, opened: Opened[]): Promise<Register> {
  const place = await database.fresh();
  await loadRegisterIn(place.storage(), copy, {});
  const register = await openRegisterIn(place.storage(), OPTIONS);
  opened.push({ register, again: async () => register, close: () => register.close().then(() => place.drop()) });
  return register;
}
