import { afterEach, describe, expect, test } from '@jest/globals';
import type { TimedAct } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { loadRegisterIn, openRegisterIn, RESTORED_MARK, type Register } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { lead, on } from '../support/acts.ts';
import { beginDue, dueRows } from '../support/leaving.ts';
import { copyOf } from './copied.ts';
import { live } from './live.ts';
import { at, DATABASES, type Database, DIRECTORY, draft, NOTICE, openFresh } from './support.ts';

/*
 * A backup of Monday is restored on the Monday after. The reminder of Friday left in between, or did not: the register
 * cannot know. Nothing leaves until a person has seen what that is.
 */

const MONDAY = '2025-03-03';
const RESTORED_AT = at('2025-03-10', 9);
const WORD = { by: 'Lê Thị Hai', doubt: (taken: number, restored: number) => `có thể đã gửi ${restored - taken}` };

const SUBMITS: TimedAct = on('2025-03-10', { type: 'submit-result', by: lead, text: 'Đã xong' });

describe.each(DATABASES)('a register restored a week later ($name)', (database) => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  test('what may have left is told from what cannot have, and nothing leaves until somebody agrees', async () => {
    const { register, sent } = await restored(database, ends, at(MONDAY, 12));
    expect(sent).toBeGreaterThan(0);
    // As `up` starts it again, then somebody acts.
    await goOn(register, [RESTORED_AT + 60_000, SUBMITS]);

    const { doubtful, others } = await register.restoration.held();
    expect([...new Set(doubtful.map(({ kind }) => kind))]).toEqual(['due-reminder']);
    expect([...new Set(others.map(({ kind }) => kind))]).toEqual(['result-waiting']);
    expect(await register.restoration.waiting()).toBe(doubtful.length + others.length);
    const later = { before: at('2025-03-10', 15) };
    expect(await dueRows(register.ledger, later)).toEqual([]);
    const [first] = others;
    // An activity of the office of before asks for it by its name.
    expect(await register.ledger.collect(first?.dispatch ?? '', later.before)).toMatchObject({ rows: [] });

    expect(await register.restoration.agree({ ...WORD, again: false })).toBe(doubtful.length);
    expect(await register.restoration.agree({ ...WORD, again: true })).toBeUndefined();
    expect(await register.restoration.waiting()).toBeUndefined();
    const left = await beginDue(register.ledger, later);
    expect(left.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
    const unknown = await register.ledger.having(['unknown']);
    expect(unknown.map(({ id }) => id).sort()).toEqual(doubtful.map(({ id }) => id).sort());
    const { takenAt, restoredAt } = (await register.restoration.restored()) ?? { takenAt: 0, restoredAt: 0 };
    expect(unknown[0]).toMatchObject({ reason: WORD.doubt(takenAt, restoredAt) });
    expect((await register.restoration.restored())?.agreed).toMatchObject({ by: WORD.by, again: false });
  });

  test('whoever would rather send twice than not at all says so', async () => {
    const { register } = await restored(database, ends, at(MONDAY, 12));
    await goOn(register, [RESTORED_AT + 60_000]);
    const { doubtful } = await register.restoration.held();
    expect(await register.restoration.agree({ ...WORD, again: true })).toBe(0);
    const left = await beginDue(register.ledger, { before: at('2025-03-10', 15) });
    expect(left.map(({ id }) => id).sort()).toEqual(doubtful.map(({ id }) => id).sort());
  });

  test('what waited in the backup may have left, but for what waits beyond the restore', async () => {
    const { register } = await restored(database, ends, at(MONDAY, 8));
    const { doubtful, others } = await register.restoration.held();
    expect(doubtful.map(({ kind }) => kind)).toContain('assignment');
    expect(others).toEqual([]);
    const early = await restored(database, ends, at(MONDAY, 8), at(MONDAY, 7, 59));
    expect(await early.register.restoration.held()).toMatchObject({ doubtful: [] });
    expect((await early.register.restoration.held()).others.length).toBe(doubtful.length);
  });

  test('a directive given after the restore is in no doubt; steps of later are not either', async () => {
    const { register } = await restored(database, ends, at(MONDAY, 12));
    const fresh = draft('2', { issuedAt: at('2025-03-10', 10), due: '2025-03-31' });
    await register.notices.register({ ...NOTICE, number: '13/TB', text: `${NOTICE.text} Mới.` }, [fresh]);
    await register.directives.markStarted(fresh.id);
    await live(register, fresh, []);
    await goOn(register, [RESTORED_AT + 60_000, at('2025-03-18', 15)]);
    const { doubtful, others } = await register.restoration.held();
    expect(doubtful.map(({ kind }) => kind)).toEqual(doubtful.map(() => 'due-reminder'));
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['assignment', 'overdue']));
  });
});

/** An office issues on Monday at 8; a backup of `until` is restored. Before noon nothing had left. */
async function restored(
  database: Database,
  ends: (() => Promise<void>)[],
  until: Instant,
  restoredAt = RESTORED_AT,
): Promise<{ readonly register: Register; readonly sent: number }> {
  let clock = at(MONDAY, 8);
  const office = await openFresh(database, { now: () => clock });
  ends.push(() => office.close());
  await office.register.directory.import(DIRECTORY);
  await office.register.notices.register(NOTICE, [draft()]);
  await office.register.directives.markStarted(draft().id);
  await live(office.register, draft(), []);
  clock = until;
  let sent = 0;
  if (until > at(MONDAY, 8)) {
    for (const row of await beginDue(office.register.ledger, { before: until })) {
      await office.register.ledger.settle(row.id, { outcome: 'accepted' });
      sent++;
    }
  }
  const copy = await copyOf(office.register);
  const place = await database.fresh();
  const mark = { takenAt: copy.takenAt, restoredAt };
  await loadRegisterIn(place.storage(), copy, { [RESTORED_MARK]: JSON.stringify(mark) });
  const register = await openRegisterIn(place.storage(), {
    ...{ compose: composeMessage, mailDomain: 'dondoc.example', now: () => Math.max(clock, restoredAt) },
    calendar: (await import('../../dsl/time/civil-servants.ts')).civilServants,
  });
  ends.push(() => register.close().then(() => place.drop()));
  return { register, sent };
}

/** The directive of Monday goes on where its log stands. */
function goOn(register: Register, wakes: readonly (TimedAct | Instant)[]): Promise<void> {
  return live(register, draft(), wakes);
}
