import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR_MS, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { dondoc } from '../support/dondoc.ts';
import { morning } from './support/facts.ts';
import { type Office, openOffice } from './support/office.ts';
import { openPressing, PRESSING_POLICY, type Pressing } from './support/pressing.ts';

let office: Office;
let byZalo: Pressing;
beforeEach(async () => {
  office = await openOffice();
  byZalo = await openPressing(office, 4, { policy: { ...PRESSING_POLICY, channels: ['zalo'] } });
  office.now = morning('2025-03-10');
});
afterEach(() => office.close());

const ASSIGNED = { cause: { event: 'issued' } } as const;

/** Lets the post office look as often as it would by itself, until an instant. */
async function liveUntil(until: number, postOffice = office.postOffice()): Promise<void> {
  while (office.now < until) {
    await postOffice.deliverDue();
    office.now = Math.min(until, office.now + 15 * MINUTE_MS);
  }
}

const outcomes = async (channel: 'email' | 'zalo') => (await byZalo.messages(channel)).map((m) => m.outcome);

describe('a channel that is down for more than a day', () => {
  test('refuses what has waited a day for it: that goes by mail; what is young goes on waiting', async () => {
    for (const i of [0, 1, 2]) await byZalo.post(i, 'assignment', '2025-03-10', 20, ASSIGNED);
    await office.zalo.stop();
    const postOffice = office.postOffice();
    await liveUntil(morning('2025-03-11') - MINUTE_MS, postOffice);
    expect(await outcomes('zalo')).toEqual(['planned', 'planned', 'planned']);
    expect(office.mail.mails).toHaveLength(0);
    await byZalo.post(3, 'assignment', '2025-03-11', 30, ASSIGNED);
    await liveUntil(morning('2025-03-11') + 2 * HOUR_MS, postOffice);
    expect(await outcomes('zalo')).toEqual(['refused', 'refused', 'refused', 'planned']);
    expect(office.mail.mails).toHaveLength(3);
    expect(await outcomes('email')).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await byZalo.messages('zalo'))[0]?.reason).toMatch(/^kênh không gửi được hơn một ngày: /);
    expect(office.events.filter((e) => e.type === 'alarm').length).toBeGreaterThan(0);
  });

  test('is still known to be down by a post office that was started again', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    await office.zalo.stop();
    await liveUntil(instantAt('2025-03-10', 14 * 60));
    const again = office.postOffice();
    await liveUntil(morning('2025-03-11') + HOUR_MS, again);
    expect(await outcomes('zalo')).toEqual(['refused']);
    expect(await outcomes('email')).toEqual(['accepted']);
  });

  test('one that fails on a Monday has not been down since Friday', async () => {
    await byZalo.post(0, 'assignment', '2025-03-07', 530, ASSIGNED);
    await office.zalo.stop();
    await liveUntil(morning('2025-03-10') + HOUR_MS);
    expect(await outcomes('zalo')).toEqual(['planned']);
  });
});

describe('who is reached by nothing', () => {
  test('stands in dondoc calls with the reasons and the number, until somebody has called', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    office.zalo.inject({ call: 'message', error: -118 });
    office.mail.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    await liveUntil(office.now + HOUR_MS);
    const listed = JSON.parse((await dondoc(['calls', '--format', 'json'], office.env)).stdout);
    expect(listed.calls).toMatchObject([{ person: 'Nguyễn Văn An', agency: 'Sở Xây dựng', phone: '84912345678' }]);
    expect(listed.calls[0].reasons).toEqual([
      expect.stringMatching(/^(email|zalo): /),
      expect.stringMatching(/^(email|zalo): /),
    ]);
    const half = await dondoc(['calls', listed.calls[0].id, '--by', 'Lê Hà'], office.env);
    expect([half.code, half.stderr.trim()]).toEqual([2, expect.stringContaining('--note')]);
    const called = await dondoc(['calls', listed.calls[0].id, '--by', 'Lê Hà', '--note', 'đã báo'], office.env);
    expect(called.stdout).toBe('Đã ghi cuộc gọi cho Nguyễn Văn An, Sở Xây dựng: 2 thông báo.\n');
    expect(await office.register.calls.missed()).toEqual([]);
  });
});

describe('a doubt', () => {
  test('settled by dondoc settle as not sent goes by the other channel; as accepted it stays, and nothing leaves', async () => {
    for (const i of [0, 1]) await byZalo.post(i, 'assignment', '2025-03-10', 20, ASSIGNED);
    office.zalo.inject({ call: 'message', drop: true, taken: true }, 2);
    await liveUntil(office.now + HOUR_MS);
    expect([await outcomes('zalo'), office.mail.mails.length]).toEqual([['unknown', 'unknown'], 0]);
    const { messages } = JSON.parse((await dondoc(['settle', '--format', 'json'], office.env)).stdout);
    expect(messages).toMatchObject(Array(2).fill({ channel: 'zalo', outcome: 'unknown', person: 'Nguyễn Văn An' }));
    const by = ['--by', 'Lê Hà', '--reason', 'đã hỏi'];
    expect((await dondoc(['settle', messages[0].id, 'chưa', 'gửi', ...by], office.env)).stdout).toContain(
      'chưa gửi được',
    );
    expect((await dondoc(['settle', messages[1].id, 'accepted', ...by], office.env)).stdout).toContain('đã nhận');
    await liveUntil(office.now + HOUR_MS);
    expect(office.mail.mails).toHaveLength(1);
    expect((await outcomes('zalo')).sort()).toEqual(['accepted', 'refused']);
  });

  test('that is none any more is refused in one line; a channel’s word against the ledger is one too', async () => {
    await byZalo.post(0, 'assignment', '2025-03-10', 20, ASSIGNED);
    const [row] = await byZalo.messages('zalo');
    const settle = (verdict: string) =>
      dondoc(['settle', row?.id ?? '', verdict, '--by', 'Lê Hà', '--reason', 'đã hỏi'], office.env);
    expect((await settle('mất rồi')).stderr).toMatch(/kết quả là “đã nhận” .*“chưa gửi”/);
    const none = await settle('da nhan');
    expect([none.code, none.stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining('không có thông báo')]]);
    const word = { outcome: 'delivered', reason: 'Zalo báo tin đã đến máy người nhận', by: 'Zalo' } as const;
    await office.register.ledger.learn({ id: row?.id ?? '' }, word);
    expect((await dondoc(['settle'], office.env)).stdout).toContain('sổ ghi “chờ gửi”');
    expect((await settle('accepted')).code).toBe(0);
    await liveUntil(office.now + HOUR_MS);
    expect([await outcomes('zalo'), office.zalo.calls]).toEqual([['accepted'], 0]);
  });
});

test('dondoc show --texts shows what the reader got, and no more than began to leave', async () => {
  for (const i of [0, 1]) await byZalo.post(i, 'due-reminder', '2025-03-10', i);
  office.now = instantAt('2025-03-10', 12 * 60);
  await office.postOffice().deliverDue();
  await byZalo.post(0, 'overdue', '2025-03-17', 0);
  const id = byZalo.ids[0] ?? '';
  const shown = await dondoc(['show', id, '--texts'], office.env);
  expect(shown.stdout.match(/Tin theo mẫu Zalo 7001/g)).toHaveLength(1);
  expect(shown.stdout).toContain('so_ky_hieu: 2 nhiệm vụ');
  const json = JSON.parse((await dondoc(['show', id, '--texts', '--format', 'json'], office.env)).stdout);
  expect(json.messages.map((m: { sent: unknown }) => m.sent)).toEqual([
    { subject: null, text: expect.stringContaining('so_ky_hieu: 2 nhiệm vụ') },
    null,
  ]);
});
