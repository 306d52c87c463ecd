/** @slow reads mails in a process of their own */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeMail } from '../../../inbound/mail/index.ts';
import { waitingMails } from '../../../inbound/mail/read/index.ts';
import { EvidenceStore } from '../../../office/links/index.ts';
import { standard } from '../../../policies/standard.ts';
import { mayBecome } from '../../../register/outcome.ts';
import { takenText } from '../../../texts/intake.ts';
import { fateLine } from '../../../texts/pages/index.ts';
import { morning } from '../../delivery/support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife } from '../../delivery/support/life.ts';
import { cases } from '../../support/depth.ts';
import { type ReportSketch, reportMail } from './mails.ts';

let life: LivingDirective;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  life = await openLife(standard);
});
afterEach(() => life.close());

const take = (raw: Uint8Array) => takeMail({ register: life.register, evidence: new EvidenceStore(folder) }, raw);
const report = (sketch: ReportSketch) => take(reportMail(sketch));

/** The assignment to the lead's contact, as the ledger holds it. */
async function message(person = 'an') {
  const found = (await life.register.directives.show(LIFE_ID))?.messages.find((m) => m.personId === person);
  if (!found) throw new Error('no message');
  return { ...found, about: found.messageId ?? '' };
}

const ledger = async () =>
  (await life.register.directives.show(LIFE_ID))?.messages.map((m) => [m.id, m.outcome, m.reason]);

describe('a report that a message came back', () => {
  const dresses: readonly [name: string, sketch: (about: string) => ReportSketch][] = [
    ['with the headers returned (Postfix)', (about) => ({ about })],
    ['with the message returned (Exchange, Gmail)', (about) => ({ about, returned: 'message/rfc822' })],
    ['with message/rfc822-headers', (about) => ({ about, returned: 'message/rfc822-headers' })],
    ['with nothing but an answer to', (about) => ({ returned: 'none', headers: [`In-Reply-To: ${about}`] })],
    ['with the address in capitals', (about) => ({ about, to: 'AN@AnPhu.Example' })],
  ];
  test.each(dresses)('%s is folded into the ledger, once', async (_name, sketch) => {
    await life.goTo(morning('2025-02-24') + 3_600_000);
    const { about } = await message();
    expect(await report(sketch(about))).toMatchObject({ kind: 'settled', row: { outcome: 'bounced' } });
    const { outcome, reason, history } = await message();
    expect(outcome).toBe('bounced');
    expect(reason).toMatch(/^thư bị trả lại, địa chỉ không có hoặc sai: 5\.1\.1 550 5\.1\.1 .*User unknown$/);
    expect(history.at(-1)).toMatchObject({ outcome: 'bounced', owner: 'báo cáo của máy chủ thư' });
    const before = await ledger();
    expect(await report(sketch(about))).toMatchObject({ kind: 'nothing-new' });
    expect(await ledger()).toEqual(before);
    expect((await message()).history).toHaveLength(history.length);
  });

  test.each([
    ['4.2.2', 'hộp thư đầy'],
    ['5.7.1', 'vì chính sách hoặc cho là thư rác'],
    ['5.4.7', 'quá thời gian'],
    ['5.9.9', 'thư bị trả lại: 5.9.9'],
  ])('says what %s means', async (status, words) => {
    await life.goTo(morning('2025-02-24') + 3_600_000);
    await report({ ...(await message()), status });
    expect((await message()).reason).toContain(words);
  });
});

test('an arrival nobody vouches for is shown as such wherever it is shown', async () => {
  await life.goTo(morning('2025-02-24') + 3_600_000);
  await report({ about: (await message()).about, action: 'delivered' });
  const row = await message();
  expect(row.outcome).toBe('delivered');
  expect(row.reason).toMatch(/báo cáo chưa xác thực$/);
  expect(fateLine({ kind: row.kind, role: row.role, channels: [row] })).toContain('(báo cáo chưa xác thực)');
});

describe('a doubt', () => {
  test.each([
    ['failed', 'bounced'],
    ['delivered', 'delivered'],
    ['relayed', 'accepted'],
    ['delayed', 'accepted'],
  ])('is settled by a report that it was %s', async (action, outcome) => {
    life.mail.inject({ stage: 'taken', drop: true });
    await life.goTo(morning('2025-02-24') + 3_600_000);
    const doubtful = (await life.register.ledger.having(['unknown']))[0];
    expect(doubtful).toBeDefined();
    const { messageId, address } = doubtful ?? {};
    await report({ about: messageId ?? '', to: address ?? '', action });
    expect(
      (await life.register.directives.show(LIFE_ID))?.messages.find((m) => m.messageId === messageId)?.outcome,
    ).toBe(outcome);
  });
});

test.each(['delayed', 'relayed', 'expanded'])('%s of a message that was taken says nothing new', async (action) => {
  await life.goTo(morning('2025-02-24') + 3_600_000);
  const before = await ledger();
  const taken = await report({ about: (await message()).about, action });
  expect(taken).toMatchObject({ kind: 'nothing-new' });
  expect(takenText(taken)).toContain('chưa có kết quả; sổ vẫn ghi: máy chủ đã nhận');
  expect(await ledger()).toEqual(before);
});

describe('what is foreign or hostile changes nothing and is said so', () => {
  const HOSTILE: readonly [name: string, kind: string, make: (about: string) => Buffer][] = [
    ['about a message nobody sent', 'foreign', () => reportMail({ about: '<abc@anphu.example>' })],
    ['about no message at all', 'foreign', () => reportMail({})],
    ['that names the message in its body only', 'foreign', (id) => reportMail({ diagnostic: `smtp; ${id}` })],
    ['about another address', 'stranger', (about) => reportMail({ about, to: 'binh@anphu.example' })],
    ['about no address', 'stranger', (about) => reportMail({ about, to: 'unknown' })],
    ['without an action that exists', 'stranger', (about) => reportMail({ about, action: 'burnt' })],
    ['that is no mail', 'unreadable', () => Buffer.from([0, 255, 13, 10, 13, 10, 7])],
    ['that is empty', 'unreadable', () => Buffer.of()],
    ['that is nested without end', 'unreadable', (id) => nested(id)],
    ['that is an answer of a machine', 'automatic', (id) => away(id)],
  ];
  test.each(HOSTILE)('a mail %s', async (_name, kind, make) => {
    await life.goTo(morning('2025-02-24') + 3_600_000);
    const before = await ledger();
    const taken = await take(make((await message()).about));
    expect(taken.kind).toBe(kind);
    expect(takenText(taken)).toContain('không thay đổi gì');
    expect(await ledger()).toEqual(before);
  });

  test('a report about a message that has not left yet', async () => {
    const evening = morning('2025-02-25') + 12 * 3_600_000;
    const by = { party: 'secretariat' } as const;
    await life.act({ at: evening, act: { type: 'change-deadline', by, due: '2025-04-30', reason: 'Chờ Bộ' } });
    const held = await life.register.ledger.having(['planned']);
    expect(held.map((m) => m.kind)).toContain('deadline-changed');
    for (const { messageId, address } of held) {
      const taken = await report({ about: messageId ?? '', to: address ?? '' });
      expect(taken).toMatchObject({ kind: 'nothing-new', row: { outcome: 'planned' } });
    }
    expect(await life.register.ledger.having(['planned'])).toEqual(held);
  });

  test('bytes of any kind, and reports broken at any place', async () => {
    await life.goTo(morning('2025-02-24') + 3_600_000);
    const { about } = await message();
    const whole = reportMail({ about, to: 'khac@anphu.example' });
    const before = await ledger();
    const broken = fc
      .tuple(fc.nat(whole.length), fc.nat(400), fc.uint8Array({ maxLength: 40 }))
      .map(([at, gap, put]) => Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + gap)]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 200 })), async (raw) => {
        expect((await take(raw)).kind).not.toBe('settled');
      }),
      { numRuns: cases(50, 1000) },
    );
    expect(await ledger()).toEqual(before);
  });
});

test('reports in any order and number move a message only forward', async () => {
  await life.goTo(morning('2025-02-24') + 3_600_000);
  const actions = fc.array(fc.constantFrom('failed', 'delayed', 'delivered', 'relayed', 'expanded'), { maxLength: 6 });
  const people = ['an', 'dung'];
  await fc.assert(
    fc.asyncProperty(actions, fc.constantFrom(...people), async (sequence, person) => {
      const { about, address } = await message(person);
      for (const action of sequence) await report({ about, to: address ?? '', action });
      const outcomes = (await message(person)).history.map((h) => h.outcome);
      outcomes.slice(1).forEach((to, i) => {
        expect(mayBecome(outcomes[i] ?? 'skipped', to)).toBe(true);
      });
    }),
    { numRuns: cases(8, 100) },
  );
});

test('a Maildir: the mails of new/ in order, each moved once it is dealt with; nothing else is one', async () => {
  await life.goTo(morning('2025-02-24') + 3_600_000);
  const box = await mkdtemp(join(tmpdir(), 'maildir-'));
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(box, name));
  await writeFile(join(box, 'new', '1.a.host'), reportMail({ about: (await message()).about }));
  await writeFile(join(box, 'new', '2.b.host'), 'xin chào');
  const mails = await waitingMails(box);
  expect(mails.map((m) => m.name)).toEqual(['1.a.host', '2.b.host']);
  const [first] = mails;
  expect((await take((await first?.read()) ?? Buffer.of())).kind).toBe('settled');
  await first?.seen();
  expect((await waitingMails(box)).map((m) => m.name)).toEqual(['2.b.host']);
  expect(await readdir(join(box, 'cur'))).toEqual(['1.a.host:2,S']);
  await rm(box, { recursive: true });
  await expect(waitingMails(box)).rejects.toThrow('Maildir');
});

function nested(about: string): Buffer {
  const open = Array.from({ length: 300 }, (_, i) => [
    `Content-Type: multipart/mixed; boundary=x${i}`,
    '',
    `--x${i}`,
  ]).flat();
  return Buffer.from(['From: a@b.vn', `In-Reply-To: ${about}`, ...open, ''].join('\r\n'));
}

function away(about: string): Buffer {
  const head = ['From: an@anphu.example', `In-Reply-To: ${about}`, 'Auto-Submitted: auto-replied', '', 'Tôi đi vắng'];
  return Buffer.from(head.join('\r\n'));
}
