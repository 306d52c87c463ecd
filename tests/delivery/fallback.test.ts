import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { morning } from './support/facts.ts';
import { directoryOf, type Office, openOffice } from './support/office.ts';
import { openPressing, PRESSING_POLICY, type Pressing } from './support/pressing.ts';

let office: Office;
let byZalo: Pressing;
beforeEach(async () => {
  office = await openOffice();
  byZalo = await openPressing(office, 2, { policy: { ...PRESSING_POLICY, channels: ['zalo'] } });
  office.now = morning('2025-03-10');
});
afterEach(() => office.close());

const ASSIGNED = { cause: { event: 'issued' } } as const;

describe('who is not reached by one channel', () => {
  test('is told by the next, in a row that points to the first, once', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    office.zalo.inject({ call: 'message', error: -118 });
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    await postOffice.deliverDue();
    const [zalo] = await byZalo.messages('zalo');
    const mails = await byZalo.messages('email');
    expect(zalo?.outcome).toBe('refused');
    expect(mails).toMatchObject([{ outcome: 'accepted', fallbackOf: zalo?.id, address: 'an@soxaydung.example' }]);
    expect(office.mail.mails).toHaveLength(1);
    expect(await office.register.calls.missed()).toEqual([]);
  });

  test('a doubt goes by no other channel, until a person says that it never left', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    office.zalo.inject({ call: 'message', drop: true, taken: true });
    await office.postOffice().deliverDue();
    expect(await byZalo.messages('email')).toEqual([]);
    const [zalo] = await byZalo.messages('zalo');
    await office.register.ledger.decide(zalo?.id ?? '', 'refused', { by: 'Lê Hà', reason: 'không thấy tin' });
    await office.postOffice().deliverDue();
    expect((await byZalo.messages('email')).map((m) => m.outcome)).toEqual(['accepted']);
  });

  test('stands in the call list where no channel is left, until somebody has called', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    office.zalo.inject({ call: 'message', error: -118 });
    office.mail.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    await postOffice.deliverDue();
    const missed = await office.register.calls.missed();
    const byChannel = missed.toSorted((a, b) => (a.row.channel ?? '').localeCompare(b.row.channel ?? ''));
    const reach = { phone: '84912345678', agencyName: 'Sở Xây dựng' };
    expect(byChannel).toMatchObject([
      { ...reach, row: { channel: 'email', outcome: 'refused' } },
      { ...reach, row: { channel: 'zalo', outcome: 'refused' } },
    ]);
    await office.register.calls.note(
      missed.map((m) => m.row.id),
      { by: 'Lê Hà', note: 'đã báo' },
    );
    expect(await office.register.calls.missed()).toEqual([]);
  });

  test('a mail that comes back goes by Zalo, once, and only where that fails too is there somebody to call', async () => {
    const byMail = await openPressing(office, 3, { policy: { ...PRESSING_POLICY, channels: ['email'] } });
    await byMail.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    const { ledger, calls } = office.register;
    const missed = () => calls.missed();
    const [mail] = await byMail.messages('email');
    const bounce = { outcome: 'bounced', reason: '550', by: 'hộp thư' } as const;
    for (let twice = 0; twice < 2; twice++) await ledger.learn({ id: mail?.id ?? '' }, bounce);
    expect(await missed()).toEqual([]);
    office.zalo.inject({ call: 'message', error: -118 });
    for (let twice = 0; twice < 2; twice++) await postOffice.deliverDue();
    const zalo = await byMail.messages('zalo');
    expect(zalo).toMatchObject([{ outcome: 'refused', fallbackOf: mail?.id, address: '84912345678', messageId: null }]);
    expect((await byMail.messages('email')).map((m) => m.outcome)).toEqual(['bounced']);
    expect((await missed()).map((m) => m.row.channel).sort()).toEqual(['email', 'zalo']);
  });

  test('a whole digest that comes back goes by Zalo as one message', async () => {
    const byMail = await openPressing(office, 3, { policy: { ...PRESSING_POLICY, channels: ['email'] } });
    for (const i of [0, 1, 2]) await byMail.post(i, 'due-reminder', '2025-03-10', i);
    office.now = instantAt('2025-03-10', 12 * 60);
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    const messageId = office.mail.mails[0]?.headers.get('message-id')?.[0] ?? '';
    await office.register.ledger.learn({ messageId }, { outcome: 'bounced', reason: '550', by: 'hộp thư' });
    await postOffice.deliverDue();
    expect(office.zalo.messages).toHaveLength(1);
    expect((await byMail.messages('zalo')).map((m) => m.outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  test('has no address for the channel of the policy: is told by the other from the start', async () => {
    await office.register.directory.import(directoryOf({ id: 'an', name: 'Nguyễn Văn An', phone: '84912345678' }));
    const byMail = await openPressing(office, 3, { policy: { ...PRESSING_POLICY, channels: ['email'] } });
    await byMail.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    await office.postOffice().deliverDue();
    expect(await byMail.messages()).toMatchObject([{ channel: 'zalo', outcome: 'accepted', fallbackOf: null }]);
    expect(await office.register.calls.missed()).toEqual([]);
  });

  test('has no address at all: is to be called, with that as the reason', async () => {
    await office.register.directory.import(directoryOf({ id: 'an', name: 'Nguyễn Văn An' }));
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    const [missed] = await office.register.calls.missed();
    expect(missed?.row).toMatchObject({ channel: null, outcome: 'skipped' });
    expect(missed?.row.reason).toMatch(/^Nguyễn Văn An: danh bạ không có/);
  });
});

describe('a channel the office does not use', () => {
  test.each(['email', 'zalo'] as const)('%s: goes straight to the other', async (channel) => {
    const other = channel === 'email' ? 'zalo' : 'email';
    const only = await openPressing(office, 3, { policy: { ...PRESSING_POLICY, channels: [channel] } });
    await only.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    const postOffice = office.postOfficeWith(other);
    for (let twice = 0; twice < 2; twice++) await postOffice.deliverDue();
    const [skipped] = await only.messages(channel);
    expect(skipped).toMatchObject({ outcome: 'skipped', reason: `cơ quan không dùng kênh ${channel}` });
    expect(await only.messages(other)).toMatchObject([{ outcome: 'accepted', fallbackOf: skipped?.id }]);
    expect(await office.register.calls.missed()).toEqual([]);
  });

  test('where none is, the call list', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    const postOffice = office.postOffice({ senders: [], unused: ['email', 'zalo'] });
    for (let i = 0; i < 3; i++) await postOffice.deliverDue();
    expect((await byZalo.messages()).map((m) => [m.channel, m.outcome]).sort()).toEqual([
      ['email', 'skipped'],
      ['zalo', 'skipped'],
    ]);
    expect(await office.register.calls.missed()).toHaveLength(2);
  });
});

describe('a channel that is down', () => {
  test('is tried with one message, costs the others no attempt, is shown, and heals by itself', async () => {
    for (let i = 0; i < 12; i++) await byZalo.post(i % 2, 'assignment', '2025-03-10', 20, ASSIGNED);
    const down = { send: 0, up: false };
    const sender = {
      ...{ channel: 'zalo' as const, concurrency: 1, prepare: async () => ({ text: null }), close: async () => {} },
      send: async () => {
        down.send++;
        if (down.up) return { kind: 'accepted' as const };
        return { kind: 'later' as const, reason: 'ECONNREFUSED', retryAfterMs: 0, scope: 'channel' as const };
      },
    };
    const postOffice = office.postOffice({ senders: [sender] });
    await postOffice.deliverDue();
    await postOffice.deliverDue();
    expect(down.send).toBe(1);
    const { ledger } = office.register;
    const [state] = await ledger.channels();
    expect(state).toMatchObject({ channel: 'zalo', since: office.now, reason: 'ECONNREFUSED' });
    expect((await byZalo.messages()).every((m) => m.outcome === 'planned' && m.attempts === 0)).toBe(true);
    down.up = true;
    office.now = (state?.pausedUntil ?? 0) + MINUTE_MS;
    await postOffice.deliverDue();
    expect(down.send).toBe(13);
    expect(await ledger.channels()).toMatchObject([{ pausedUntil: null }]);
  });
});
