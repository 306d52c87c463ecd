import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantAt } from '../../../dsl/time/day.ts';
import { type ReturnPaths, returnPathsOf, takeMail } from '../../../inbound/mail/index.ts';
import { EvidenceStore, type KeyRing, openKeyRing, rotateKeys } from '../../../office/links/index.ts';
import { standard } from '../../../policies/standard.ts';
import type { Register } from '../../../register/index.ts';
import { takenText } from '../../../texts/intake.ts';
import { morning } from '../../delivery/support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife } from '../../delivery/support/life.ts';
import { openOffice } from '../../delivery/support/office.ts';
import { openPressing } from '../../delivery/support/pressing.ts';
import * as bounces from './bounces.ts';
import { reportMail } from './mails.ts';

const PATTERN = 'thu+*@anphu.example';
const ID = 'a1'.repeat(12);

let folder: string;
let ring: KeyRing;
let paths: ReturnPaths;
let life: LivingDirective | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-paths-'));
  ring = await openKeyRing(join(folder, 'keys.json'));
  paths = returnPathsOf(ring, PATTERN);
});
afterEach(async () => {
  await life?.close();
  life = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const takeInto = (register: Register, raw: Buffer, returnPaths: ReturnPaths | null = paths) =>
  takeMail({ register, evidence: new EvidenceStore(folder), ...(returnPaths === null ? {} : { returnPaths }) }, raw);

/** A directive whose assignment has left under return paths of its own, and that mail as the server took it. */
async function sent() {
  const lived = await openLife(standard, { returnPath: paths.of });
  life = lived;
  await lived.goTo(morning('2025-02-24') + 3_600_000);
  const left = lived.mail.mails.find((m) => m.to.includes('an@anphu.example'));
  if (!left) throw new Error('no mail left');
  const row = async () => (await lived.register.directives.show(LIFE_ID))?.messages.find((m) => m.personId === 'an');
  return { register: lived.register, bounced: { path: left.from, to: 'an@anphu.example' }, row };
}

describe('a bounce that returns nothing of the message finds it by its return path', () => {
  const SHAPES = [
    ['Postfix', bounces.postfix, /hộp thư đầy: 5\.2\.2 552 5\.2\.2 Mailbox full$/],
    ['Exim', bounces.exim, /địa chỉ không có hoặc sai: 5\.1\.1 550 5\.1\.1 <an@anphu\.example>: user unknown$/],
    ['Exchange', bounces.exchange, /địa chỉ không có hoặc sai: 5\.1\.10 550 5\.1\.10 RESOLVER.*not found$/],
    ['qmail', bounces.qmail, /hộp thư đã bị khóa: 5\.2\.1 This address no longer accepts mail/],
  ] as const;
  test.each(SHAPES)('of %s', async (_name, write, reason) => {
    const { register, bounced, row } = await sent();
    expect(await takeInto(register, write(bounced))).toMatchObject({ kind: 'settled', row: { outcome: 'bounced' } });
    const settled = await row();
    expect([settled?.outcome, settled?.reason]).toEqual(['bounced', expect.stringMatching(reason)]);
    expect(await takeInto(register, write(bounced))).toMatchObject({ kind: 'nothing-new' });
    const others = (await register.directives.show(LIFE_ID))?.messages.filter((m) => m.id !== settled?.id);
    expect(others?.map((m) => m.outcome)).not.toContain('bounced');
  });

  test.each(SHAPES)('of %s: without return paths it is nobody’s', async (_name, write, _reason) => {
    const { register, bounced } = await sent();
    expect(await takeInto(register, write(bounced), null)).toMatchObject({ kind: 'foreign' });
  });

  test('of a digest: every row of it comes back', async () => {
    const office = await openOffice();
    try {
      const pressing = await openPressing(office, 3);
      for (const i of [0, 1, 2]) await pressing.post(i, 'due-reminder', '2025-03-10');
      office.now = instantAt('2025-03-10', 12 * 60);
      await office.postOffice().deliverDue();
      const [row] = await pressing.messages('email');
      const path = paths.of(row?.shipment ?? '');
      await takeInto(office.register, bounces.exim({ path, to: row?.address ?? '' }));
      expect((await pressing.messages('email')).slice(0, 3).map((m) => m.outcome)).toEqual(Array(3).fill('bounced'));
    } finally {
      await office.close();
    }
  });
});

describe('what is no bounce stays none', () => {
  test.each([
    ['a gateway’s notice', bounces.gateway, 'unclear'],
    ['an absence', bounces.away, 'automatic'],
  ] as const)('%s changes nothing', async (_name, write, kind) => {
    const { register, bounced, row } = await sent();
    const before = await row();
    const taken = await takeInto(register, write(bounced));
    expect([taken.kind, await row()]).toEqual([kind, before]);
    expect(takenText(taken)).toContain('không thay đổi gì');
  });

  test('a word of delay says no more: the ledger stays as it is', async () => {
    const { register, bounced, row } = await sent();
    const before = await row();
    const taken = await takeInto(register, bounces.eximLate(bounced));
    expect([taken.kind, await row()]).toEqual(['nothing-new', before]);
    expect(takenText(taken)).toContain('máy chủ báo còn chậm, đang thử tiếp');
  });

  test('nor what somebody makes up: another signature, another key, another message', async () => {
    const { register, bounced, row } = await sent();
    const { path } = bounced;
    const stranger = returnPathsOf(await openKeyRing(join(folder, 'khac.json')), PATTERN);
    const last = path.replace(/.(?=@)/, (c) => (c === '0' ? '1' : '0'));
    const forged = [last, stranger.of((await row())?.id ?? ''), path.replace('thu+', 'khac+'), 'vp@anphu.example'];
    for (const address of forged) {
      expect(await takeInto(register, bounces.postfix({ ...bounced, path: address }))).toMatchObject({
        kind: 'foreign',
      });
    }
    expect((await row())?.outcome).toBe('accepted');
  });

  test('word of an arrival that only names the message counts for nothing; of a return, as unproved', async () => {
    const { register, row } = await sent();
    const about = (await row())?.messageId ?? '';
    const told = await takeInto(register, reportMail({ about, action: 'delivered' }));
    expect([told.kind, (await row())?.outcome]).toEqual(['nothing-new', 'accepted']);
    expect(takenText(told)).toContain('không xác thực được');
    await takeInto(register, reportMail({ about, action: 'failed' }));
    expect(await row()).toMatchObject({ outcome: 'bounced', reason: expect.stringMatching(/báo cáo chưa xác thực$/) });
  });

  test('a report on somebody else that comes by the headers alone is still a stranger’s', async () => {
    const { register, row } = await sent();
    const about = (await row())?.messageId ?? '';
    expect(await takeInto(register, reportMail({ about, to: 'binh@anphu.example' }))).toMatchObject({
      kind: 'stranger',
    });
  });
});

describe('a return path', () => {
  test('opens under an older key, in capitals, among other addresses; never for another id', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{24}$/);
    fc.assert(
      fc.property(hex, hex, (id, other) => {
        const path = paths.of(id);
        expect(path.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(paths.idIn(['ai@khac.example', path.toUpperCase()])).toBe(id);
        if (other !== id) expect(paths.idIn([path.replace(id, other)])).toBeUndefined();
      }),
    );
  });

  test('outlives a rotation of the keys', async () => {
    const file = join(folder, 'keys.json');
    const path = paths.of(ID);
    expect(returnPathsOf(await rotateKeys(file), PATTERN).idIn([path])).toBe(ID);
  });

  test.each(['vp@anphu.example', 'a*@', `${'a'.repeat(30)}*@anphu.example`])('%s is no pattern for one', (pattern) => {
    expect(() => returnPathsOf(ring, pattern)).toThrow(/MAIL_RETURN_PATH: .*thu\+\*@/);
  });

  test.each([
    ['at once', { stage: 'mail', reply: [550, '5.7.1 not your address'] }],
    ['at the recipient', { stage: 'rcpt', reply: [553, '5.7.1 Sender address rejected: not owned by user'] }],
  ] as const)(
    'a server takes none, and says so %s: the mail leaves under the office’s address, once',
    async (_n, fault) => {
      const told: string[] = [];
      life = await openLife(standard, {
        returnPath: paths.of,
        onReturnPathRefused: (answer) => told.push(answer),
        connections: 1,
      });
      life.mail.inject(fault);
      await life.goTo(morning('2025-02-24') + 3_600_000);
      const { mails } = life.mail;
      expect(new Set(mails.map((m) => m.from))).toEqual(new Set(['vp@anphu.example']));
      expect(new Set(mails.map((m) => m.to[0])).size).toBe(mails.length);
      expect(mails.length).toBeGreaterThan(1);
      expect(told).toEqual([expect.stringContaining(fault.reply[1].slice(0, 5))]);
    },
  );

  test('a recipient that is refused is refused, whatever the sender', async () => {
    life = await openLife(standard, { returnPath: paths.of, connections: 1 });
    life.mail.inject({ stage: 'rcpt', reply: [550, '5.1.1 user unknown'] });
    await life.goTo(morning('2025-02-24') + 3_600_000);
    const outcomes = (await life.register.directives.show(LIFE_ID))?.messages.map((m) => m.outcome) ?? [];
    expect(outcomes.filter((o) => o === 'refused')).toHaveLength(1);
    expect(life.mail.mails.every((m) => m.from.startsWith('thu+'))).toBe(true);
  });
});
