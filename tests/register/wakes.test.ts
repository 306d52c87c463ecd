import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRegisterIn } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { beginDue } from '../support/leaving.ts';
import { CountingStorage } from './counting.ts';
import { live } from './live.ts';
import {
  at,
  DATABASES,
  DIRECTIVE_ID,
  DIRECTORY,
  draft,
  NOTICE,
  type Opened,
  openFresh,
  openIssued,
  post,
  wake,
} from './support.ts';

describe.each(DATABASES)('recording a wake ($name)', (database) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openIssued(database);
  });
  afterEach(() => opened.close());

  const claimAll = (before: number) => beginDue(opened.register.ledger, { before });
  const messages = async () => (await opened.register.directives.show(DIRECTIVE_ID))?.messages ?? [];

  test('keeps the event, the standing and a message for each person and channel', async () => {
    const { register } = opened;
    const recorded = await register.directives.recordWake(wake({ posts: [post()] }));
    expect(recorded).toMatchObject({ recorded: true, planned: 2, skipped: 0 });

    const view = await register.directives.show(DIRECTIVE_ID);
    expect(view?.directive).toMatchObject({ status: 'assigned', issueState: 'started', nextWake: at('2025-03-07') });
    expect(view?.events).toMatchObject([{ seq: 0, at: at('2025-03-03'), posts: [post()], status: 'assigned' }]);
    expect(view?.messages.map((m) => [m.channel, m.address, m.personName, m.outcome])).toEqual(
      expect.arrayContaining([
        ['email', 'ba@haison.example', 'Phạm Văn Ba', 'planned'],
        ['zalo', 'z-3', 'Phạm Văn Ba', 'planned'],
      ]),
    );
    const mail = view?.messages.find((m) => m.channel === 'email');
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@dondoc\.example>$/);
    expect(mail?.content?.subject).toContain('12/TB-UBND');
    expect(mail?.content?.quote).toBe(NOTICE.text);
    expect(mail?.history).toMatchObject([{ revision: 0, outcome: 'planned' }]);
  });

  test('the same wake again changes nothing, even where it says something else', async () => {
    const { register } = opened;
    await register.directives.recordWake(wake({ posts: [post()] }));
    const before = await register.directives.show(DIRECTIVE_ID);
    const again = await register.directives.recordWake(
      wake({ posts: [post(), post({ key: 'other' })], standing: { status: 'cancelled' } }),
    );
    expect(again).toEqual({ recorded: false, planned: 0, skipped: 0, leaves: [], held: { at: wake().at } });
    expect(await register.directives.show(DIRECTIVE_ID)).toEqual(before);
  });

  test('two processes with the same wake at once write it once', async () => {
    const other = await opened.again();
    const both = await Promise.all([
      opened.register.directives.recordWake(wake({ posts: [post()] })),
      other.directives.recordWake(wake({ posts: [post()] })),
    ]);
    expect(both.map((r) => r.recorded).sort()).toEqual([false, true]);
    expect(await messages()).toHaveLength(2);
  });

  test('a post that comes again in a later wake reaches nobody twice', async () => {
    await opened.register.directives.recordWake(wake({ posts: [post()] }));
    const again = await opened.register.directives.recordWake(wake({ seq: 1, posts: [post()] }));
    expect(again).toEqual({ recorded: true, planned: 0, skipped: 0, leaves: [] });
    expect(await messages()).toHaveLength(2);
  });

  test('an older wake that arrives late is kept and does not turn the lists back', async () => {
    await opened.register.directives.recordWake(wake({ seq: 4, standing: { status: 'acknowledged' } }));
    await opened.register.directives.recordWake(wake({ seq: 3, standing: { status: 'assigned' } }));
    const view = await opened.register.directives.show(DIRECTIVE_ID);
    expect(view?.directive.status).toBe('acknowledged');
    expect(view?.events.map((e) => e.seq)).toEqual([3, 4]);
  });

  test('a wake of a directive nobody registered is an error and leaves nothing', async () => {
    await expect(opened.register.directives.recordWake(wake({ directiveId: 'nowhere' }))).rejects.toThrow('nowhere');
    expect(await opened.register.ledger.waiting()).toBe(0);
  });

  test('where nobody can be told, the ledger says so and why', async () => {
    const copy = post({ key: 'copy:cooperating', kind: 'copy', to: 'cooperating' });
    const head = post({ key: 'head', stage: 'escalate', kind: 'overdue', to: 'headOf(cooperating)' });
    expect(await opened.register.directives.recordWake(wake({ posts: [copy, head] }))).toEqual({
      recorded: true,
      planned: 0,
      skipped: 2,
      leaves: [],
    });
    const rows = await messages();
    expect(rows.map((m) => [m.postKey, m.outcome, m.channel, m.personId, m.agencyId])).toEqual(
      expect.arrayContaining([
        ['copy:cooperating', 'skipped', null, 'khong-kenh', 'so-xay-dung'],
        ['head', 'skipped', null, null, 'so-xay-dung'],
      ]),
    );
    for (const row of rows) expect(row.reason).toMatch(/\S/);
  });

  test('several agencies without anyone each leave a line', async () => {
    const id = draft('2').id;
    const lead = [{ name: 'Sở Lạ' }, { name: 'Sở Không Tên' }];
    const other = { ...NOTICE, text: `${NOTICE.text} (2)`, number: '13/TB-UBND' };
    await opened.register.notices.register(other, [draft('2', { lead })]);
    expect((await opened.register.directives.recordWake(wake({ directiveId: id, posts: [post()] }))).skipped).toBe(2);
    const reasons = (await opened.register.directives.show(id))?.messages.map((m) => m.reason).sort();
    expect(reasons).toEqual(['"Sở Không Tên": không có trong danh bạ', '"Sở Lạ": không có trong danh bạ']);
  });

  test('the person is looked up on the day of sending, not on the day of issue', async () => {
    await opened.register.directory.import({
      ...DIRECTORY,
      effective: '2025-03-10',
      positions: DIRECTORY.positions.map((p) =>
        p.agency === 'so-y-te' && p.function === 'contact' ? { ...p, person: 'van-thu' } : p,
      ),
    });
    const reminder = (seq: number, day: string) =>
      wake({ seq, posts: [post({ key: `r${seq}`, stage: 'remind', kind: 'due-reminder', at: at(day) })] });
    await opened.register.directives.recordWake(reminder(0, '2025-03-07'));
    await opened.register.directives.recordWake(reminder(1, '2025-03-10'));
    const mails = (await messages()).filter((m) => m.channel === 'email');
    expect(mails.map((m) => [m.postKey, m.personId])).toEqual([
      ['r0', 'dau-moi-yt'],
      ['r1', 'van-thu'],
    ]);
  });

  test("a person's mails about a directive form one thread", async () => {
    await opened.register.directives.recordWake(wake({ posts: [post()] }));
    await opened.register.directives.recordWake(
      wake({ seq: 1, posts: [post({ key: 'r1', stage: 'remind', kind: 'due-reminder', at: at('2025-03-07') })] }),
    );
    const [first, second] = (await messages()).filter((m) => m.channel === 'email');
    expect(first?.threadRoot).toBeNull();
    expect(second?.threadRoot).toBe(first?.messageId);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  test('what the close overtakes in the night does not leave in the morning', async () => {
    const { register } = opened;
    const acted = { party: 'lead', agency: 'so-y-te' } as const;
    await live(register, draft(), [
      { at: at('2025-03-10', 20), act: { type: 'submit-result', by: acted, text: 'Đã rà soát' } },
      { at: at('2025-03-10', 21), act: { type: 'approve', by: { party: 'secretariat' } } },
    ]);
    await claimAll(at('2025-03-11', 12));
    const of = async (key: string) => (await messages()).filter((m) => m.postKey === key);
    const waiting = await of('submitted.1:secretariat');
    expect(waiting.map((m) => m.outcome)).toEqual(['skipped', 'skipped']);
    expect(waiting[0]?.reason).toBe('Nhiệm vụ đã hoàn thành trước giờ gửi');
    expect(waiting[0]?.history.map((h) => h.outcome)).toEqual(['planned', 'skipped']);
    expect((await of('approved:lead')).map((m) => m.outcome)).toEqual(['sending', 'sending']);
    expect((await of('assign')).map((m) => m.outcome)).toEqual(['skipped', 'skipped']);
  });

  test('a reminder held for the morning is dropped once the result is in; the assignment is not', async () => {
    const { register } = opened;
    // Woken late, after an outage: the reminder of the morning waits for the next one.
    await live(register, draft(), [
      at('2025-03-07', 20),
      { at: at('2025-03-07', 21), act: { type: 'submit-result', by: { party: 'lead' }, text: 'Đã rà soát' } },
    ]);
    await claimAll(at('2025-03-10', 12));
    const outcomes = new Map((await messages()).map((m) => [m.postKey, [m.outcome, m.reason]]));
    expect(outcomes.get('assign')).toEqual(['sending', null]);
    expect(outcomes.get('remind.0/r0')).toEqual(['skipped', 'Đã gửi kết quả trước giờ gửi']);
  });

  test('a wake asks the database as little after a hundred others as at first', async () => {
    const place = await database.fresh();
    const storage = new CountingStorage(place.storage());
    const register = await openRegisterIn(storage, { compose: composeMessage, mailDomain: 'dondoc.example' });
    await register.directory.import(DIRECTORY);
    await register.notices.register(NOTICE, [draft()]);
    const record = (seq: number) =>
      storage.asked(() => register.directives.recordWake(wake({ seq, posts: [post({ key: `r${seq}` })] })));
    const first = await record(0);
    for (let seq = 1; seq < 100; seq++) await record(seq);
    expect(await record(100)).toBeLessThanOrEqual(first);
    expect(first).toBeLessThan(40);
    process.stderr.write(`  ${first} statements a wake\n`);
    await register.close();
    await place.drop();
  });
});

test('an empty directory plans nothing and says what is missing', async () => {
  const [database] = DATABASES;
  if (!database) throw new Error('no database');
  const opened = await openFresh(database);
  try {
    await opened.register.notices.register(NOTICE, [draft()]);
    await opened.register.directives.recordWake(
      wake({ posts: [post({ to: 'issuer' }), post({ key: 'b', to: 'supervisor' })] }),
    );
    const reasons = (await opened.register.directives.show(DIRECTIVE_ID))?.messages.map((m) => m.reason);
    expect(reasons).toHaveLength(2);
    for (const reason of reasons ?? []) expect(reason).toMatch(/^Danh bạ chưa ghi/);
  } finally {
    await opened.close();
  }
});
