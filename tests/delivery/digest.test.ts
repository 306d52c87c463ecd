import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dayOf, HOUR_MS, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { begin, beginDue, dueMessages } from '../support/leaving.ts';
import { type Office, openOffice } from './support/office.ts';
import { openPressing, PRESSING_POLICY, type Pressing } from './support/pressing.ts';

let office: Office;
let pressing: Pressing;
beforeEach(async () => {
  office = await openOffice();
  pressing = await openPressing(office, 12);
});
afterEach(() => office.close());

const CANCEL = { type: 'cancel', by: { party: 'secretariat' }, reason: 'không còn cần' } as const;
/** When every reader's morning round has been. */
const NOON = 12 * 60;

/** Lives through a day, minute by minute of what the ledger waits for, and delivers. */
async function liveUntil(until: number): Promise<void> {
  const postOffice = office.postOffice();
  for (;;) {
    const next = await office.register.ledger.nextAt();
    if (next === null || next > until || office.now > until) break;
    office.now = Math.max(office.now + 1_000, next);
    await postOffice.deliverDue();
  }
  office.now = until;
}

describe('one digest a reader a morning', () => {
  test('what falls due in a morning leaves as one message, and every item is a row with its outcome', async () => {
    for (let i = 0; i < 4; i++) await pressing.post(i, 'due-reminder', '2025-03-10', 10 * i);
    for (let i = 4; i < 6; i++) await pressing.post(i, 'overdue', '2025-03-10', 10 * i);
    await liveUntil(instantAt('2025-03-10', NOON));

    expect(office.mail.mails).toHaveLength(1);
    expect(office.zalo.messages).toHaveLength(1);
    const rows = await pressing.messages('email');
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map((r) => r.outcome))).toEqual(new Set(['accepted']));
    const [mail] = office.mail.mails;
    expect(new Set(rows.map((r) => r.messageId))).toEqual(new Set([mail?.headers.get('message-id')?.[0]]));
    expect(new Set(rows.map((r) => r.providerId)).size).toBe(1);
    const zalo = await pressing.messages('zalo');
    expect(new Set(zalo.map((r) => r.shipment))).toEqual(new Set([office.zalo.messages[0]?.trackingId]));
  });

  test('it is grouped, the most pressing first, and holds each directive once', async () => {
    await pressing.post(0, 'due-reminder', '2025-03-10');
    await pressing.post(1, 'acknowledge-reminder', '2025-03-10');
    await pressing.post(2, 'overdue', '2025-03-17');
    await pressing.act(1, { type: 'acknowledge', by: { party: 'lead', agency: 'sxd' } }, instantAt('2025-03-10', 520));
    office.now = instantAt('2025-03-17', NOON);
    await office.postOffice().deliverDue();
    const [mail] = office.mail.mails;
    const text = mail?.text ?? '';
    expect(mail?.subject).toBe('Nhiệm vụ cần xử lý, ngày 17/03/2025: 1 quá hạn, 1 sắp đến hạn');
    expect(text.indexOf('QUÁ HẠN (1)')).toBeGreaterThan(0);
    expect(text.indexOf('SẮP ĐẾN HẠN (1)')).toBeGreaterThan(text.indexOf('QUÁ HẠN (1)'));
    expect(text).not.toContain('mục 2 –');
    for (const place of ['mục 1 –', 'mục 3 –']) expect(text.split(place)).toHaveLength(2);
    // What was counted from another day says so.
    expect(text).toContain('(tính đến ngày 10/03/2025)');
    const acknowledged = (await pressing.messages()).filter((m) => m.kind === 'acknowledge-reminder');
    expect(acknowledged.map((m) => m.reason)).toEqual(Array(2).fill('Đã xác nhận trước giờ gửi'));
  });

  test('what is late longest comes first, then what falls due first, then as it stands in the notice', async () => {
    const dues = ['2025-03-14', '2025-03-12', null, '2025-03-12', '2025-03-03', '2025-02-28'] as const;
    const several = await openPressing(office, dues.length, { dues });
    for (const i of [3, 0, 2, 1]) await several.post(i, i === 2 ? 'silence-reminder' : 'due-reminder', '2025-03-10', i);
    for (const i of [4, 5]) await several.post(i, 'overdue', '2025-03-10', i);
    office.now = instantAt('2025-03-10', NOON);
    await office.postOffice().deliverDue();
    const text = office.mail.mails[0]?.text ?? '';
    const places = [...text.matchAll(/mục (\d+) –/g)].map(([, place]) => Number(place));
    // Overdue: 28/2, 3/3. Due: 12/3 twice, 14/3. Without a deadline: last.
    expect(places).toEqual([6, 5, 2, 4, 1, 3]);
    const [zalo] = office.zalo.messages;
    expect(JSON.stringify(zalo)).toMatch(/mục 6.*mục 5/);
  });

  test('an item alone is an ordinary message, under its own name', async () => {
    await pressing.post(0, 'due-reminder', '2025-03-10');
    await liveUntil(instantAt('2025-03-10', NOON));
    const [row] = await pressing.messages('email');
    expect(row).toMatchObject({
      outcome: 'accepted',
      shipment: null,
      messageId: expect.stringMatching(/^<[0-9a-f]{32}@dondoc\.example>$/),
    });
    expect(office.mail.mails[0]?.subject).toMatch(/^41\/TB-UBND, mục 1/);
  });

  test('assignments, answers, last escalations and express directives go on their own', async () => {
    const express = await openPressing(office, 3, { policy: { ...PRESSING_POLICY, alone: true } });
    const urgent = await openPressing(office, 2, { urgency: 'hoả tốc' });
    await pressing.post(0, 'assignment', '2025-03-10', 20, { cause: { event: 'issued' } });
    await pressing.post(1, 'returned', '2025-03-10', 20, { cause: { event: 'returned' } });
    const last = { stage: 'escalate', cause: { rung: { after: { workingDays: 9 } } } } as const;
    await pressing.post(2, 'overdue', '2025-03-10', 20, last);
    await pressing.post(3, 'overdue', '2025-03-10', 20, {
      cause: { rung: { after: { workingDays: 1 } }, letter: 'x' },
    });
    await express.post(0, 'due-reminder', '2025-03-10');
    await urgent.post(0, 'due-reminder', '2025-03-10');
    office.now = instantAt('2025-03-10', 8 * 60 + 30);
    await office.postOffice().deliverDue();
    expect(office.mail.mails).toHaveLength(6);
    const rows = [...(await pressing.messages()), ...(await express.messages()), ...(await urgent.messages())];
    expect(new Set(rows.map((r) => r.shipment))).toEqual(new Set([null]));
  });

  test('a digest the server turns away for now comes back as one, with what joined it', async () => {
    for (const i of [0, 1]) await pressing.post(i, 'due-reminder', '2025-03-10');
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] });
    await liveUntil(instantAt('2025-03-10', NOON));
    expect(office.mail.mails).toHaveLength(1);
    const rows = await pressing.messages('email');
    expect(rows.map((r) => [r.outcome, r.attempts])).toEqual([
      ['accepted', 1],
      ['accepted', 1],
    ]);
  });

  test('a crash once it was begun leaves all of it in doubt, and sends none of it again', async () => {
    for (const i of [0, 1, 2]) await pressing.post(i, 'due-reminder', '2025-03-10', i);
    office.now = instantAt('2025-03-10', NOON);
    const { ledger } = office.register;
    const begun = await beginDue(ledger, { before: office.now, channel: 'email' });
    expect(new Set(begun.map((row) => row.dispatch)).size).toBe(1);
    const postOffice = office.postOffice();
    await postOffice.attempt('email', begun[0]?.dispatch ?? '');
    expect(office.events).toContainEqual(expect.objectContaining({ type: 'abandoned' }));
    office.now += 24 * HOUR_MS;
    await postOffice.deliverDue();
    expect((await pressing.messages('email')).map((m) => m.outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(office.mail.mails).toHaveLength(0);
  });

  test('what comes due before it is begun leaves with it', async () => {
    for (const i of [0, 1, 2]) await pressing.post(i, 'due-reminder', '2025-03-10', i);
    office.now = instantAt('2025-03-10', NOON);
    await dueMessages(office.register.ledger, { before: office.now });
    await pressing.post(3, 'due-reminder', '2025-03-10', 240);
    await office.postOffice().deliverDue();
    const rows = await pressing.messages('email');
    expect(rows.map((r) => [r.outcome, r.attempts])).toEqual(Array(4).fill(['accepted', 0]));
    expect(new Set(rows.map((r) => r.shipment)).size).toBe(1);
    expect(office.mail.mails).toHaveLength(1);
  });

  test('of a digest of which one row is not as it was, none is begun', async () => {
    for (const i of [0, 1]) await pressing.post(i, 'due-reminder', '2025-03-10');
    office.now = instantAt('2025-03-10', NOON);
    const { ledger } = office.register;
    const [digest = []] = await dueMessages(ledger, { before: office.now, channel: 'email' });
    await ledger.settle(digest[1]?.id ?? '', { outcome: 'skipped', reason: 'thôi' });
    expect(await begin(ledger, digest)).toBeNull();
    expect((await pressing.messages('email')).map((r) => r.outcome).sort()).toEqual(['planned', 'skipped']);
  });

  test('an act between the collecting and the sending keeps it back', async () => {
    for (const i of [0, 1]) await pressing.post(i, 'due-reminder', '2025-03-10');
    office.now = instantAt('2025-03-10', NOON);
    const { ledger } = office.register;
    const [digest = []] = await dueMessages(ledger, { before: office.now, channel: 'email' });
    await pressing.act(0, CANCEL, office.now);
    expect(await begin(ledger, digest)).toBeNull();
    await office.postOffice().deliverDue();
    expect((await pressing.messages('email')).map((r) => r.outcome).sort()).toEqual(['accepted', 'skipped']);
  });

  test('one bounce speaks for every item of the digest', async () => {
    for (const i of [0, 1]) await pressing.post(i, 'due-reminder', '2025-03-10');
    await liveUntil(instantAt('2025-03-10', NOON));
    const messageId = office.mail.mails[0]?.headers.get('message-id')?.[0] ?? '';
    const bounce = { outcome: 'bounced', reason: '550', by: 'hộp thư trả lại' } as const;
    expect((await office.register.ledger.learn({ messageId }, bounce)).changed).toHaveLength(2);
  });
});

describe('decent hours', () => {
  test('a retry that falls into the evening waits for the next morning of work', async () => {
    await pressing.post(0, 'assignment', '2025-03-07', 530, { cause: { event: 'issued' } });
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] }, 4);
    // Friday 16:50, then retries after 17:00.
    await liveUntil(instantAt('2025-03-10', NOON));
    const [row] = await pressing.messages('email');
    expect(row?.outcome).toBe('accepted');
    expect(dayOf(row?.leaveAt ?? 0)).toBe('2025-03-10');
  });

  test('an act that closes a directive while its message waits for the morning leaves it unsent', async () => {
    await pressing.post(0, 'assignment', '2025-03-07', 535, { cause: { event: 'issued' } });
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] });
    office.now = instantAt('2025-03-07', 16 * 60 + 56);
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    await pressing.act(0, CANCEL, instantAt('2025-03-08', 600));
    office.now = instantAt('2025-03-10', NOON);
    await postOffice.deliverDue();
    expect((await pressing.messages('email')).map((m) => [m.outcome, m.reason])).toEqual([
      ['skipped', 'Nhiệm vụ đã bị huỷ trước giờ gửi'],
    ]);
    expect(office.mail.mails).toHaveLength(0);
  });

  test('what was under way when its directive closed and did not leave is not tried again', async () => {
    await pressing.post(0, 'assignment', '2025-03-10', 20, { cause: { event: 'issued' } });
    const now = instantAt('2025-03-10', 520);
    const { ledger } = office.register;
    const begun = await beginDue(ledger, { before: now, channel: 'email' });
    await pressing.act(0, CANCEL, now);
    await ledger.retry(begun, now + MINUTE_MS, '451');
    expect((await pressing.messages('email')).map((m) => m.outcome)).toEqual(['skipped']);
  });
});
