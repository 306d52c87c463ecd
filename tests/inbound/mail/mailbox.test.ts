import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type TakenMail, takeFolder } from '../../../inbound/mail/index.ts';
import { mailsSetAside } from '../../../inbound/mail/read/index.ts';
import { EvidenceStore } from '../../../office/links/index.ts';
import { standard } from '../../../policies/standard.ts';
import { MailIntake } from '../../../service/mail-intake.ts';
import { takeFileLock } from '../../../system/file-lock.ts';
import { morning } from '../../delivery/support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife } from '../../delivery/support/life.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { replyMail, reportMail } from './mails.ts';

let life: LivingDirective;
let folder: string;
let box: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  box = join(folder, 'Maildir');
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(box, part), { recursive: true });
  life = await openLife(standard);
  await life.goTo(morning('2025-02-24') + 3_600_000);
});
afterEach(async () => {
  await life.close();
  await rm(folder, { recursive: true });
});

/** As a mail server does: written whole beside, then put among the new. */
async function arrive(name: string, raw: string | Buffer): Promise<void> {
  await writeFile(join(box, 'tmp', name), raw);
  await rename(join(box, 'tmp', name), join(box, 'new', name));
}

const office = () => ({ register: life.register, evidence: new EvidenceStore(join(folder, 'evidence')) });
const rows = async () => (await life.register.directives.show(LIFE_ID))?.messages ?? [];
async function messageTo(person: string) {
  const row = (await rows()).find((m) => m.personId === person);
  return { about: row?.messageId ?? '', to: row?.address ?? '', from: `x <${row?.address ?? ''}>` };
}
const listed = async (part: string) => (await readdir(join(box, part)).catch(() => [])).sort();
const kinds = (taken: readonly TakenMail[]) => taken.map((m) => `${m.name} ${m.taken.kind}${m.aside ? ' aside' : ''}`);

describe('a Maildir', () => {
  test('a mail nobody can read is set aside and stops none of the others', async () => {
    await arrive('1.rac', '');
    await mkdir(join(box, 'new', '2.thu-muc'));
    await arrive('3.bao-cao', reportMail(await messageTo('an')));
    expect(kinds(await takeFolder(office(), box))).toEqual([
      '1.rac unreadable aside',
      '2.thu-muc unreadable aside',
      '3.bao-cao settled',
    ]);
    expect([await listed('new'), await listed('cur')]).toEqual([[], ['3.bao-cao:2,S']]);
    const aside = await mailsSetAside(box);
    expect([...aside.names].sort()).toEqual(['1.rac:2,', '2.thu-muc:2,']);
    expect(await takeFolder(office(), box)).toEqual([]);
  });

  test('so is one larger than any that is read', async () => {
    await arrive('1.lon', '');
    await truncate(join(box, 'new', '1.lon'), 41 * 1024 * 1024);
    expect(kinds(await takeFolder(office(), box))).toEqual(['1.lon unreadable aside']);
  });

  test('what the office cannot write down stays where it is, and is taken once it can', async () => {
    const { about, from } = await messageTo('an');
    const files = [{ name: 'ket-qua.pdf', bytes: Buffer.from('%PDF-1.7 x') }];
    await arrive('1.tra-loi', replyMail({ about, from, files }));
    await writeFile(join(folder, 'evidence'), 'a file where the folder should be');
    await expect(takeFolder(office(), box)).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await listed('new')).toEqual(['1.tra-loi']);
    await rm(join(folder, 'evidence'));
    expect(kinds(await takeFolder(office(), box))).toEqual(['1.tra-loi reply']);
    expect(await life.register.replies.list()).toHaveLength(1);
  });

  test('is taken by one at a time; the lock goes with the one who held it', async () => {
    await arrive('1.bao-cao', reportMail(await messageTo('an')));
    const held = takeFileLock(join(box, 'dondoc.lock'));
    await expect(takeFolder(office(), box)).rejects.toThrow(/một tiến trình khác đang nhận thư/);
    expect(await listed('new')).toEqual(['1.bao-cao']);
    held?.release();
    const both = await Promise.allSettled([takeFolder(office(), box), takeFolder(office(), box)]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rows()).filter((m) => m.outcome === 'bounced')).toHaveLength(1);
  });

  test('is taken in rounds of so many, and no further once told to stop', async () => {
    for (const i of [1, 2, 3, 4, 5]) await arrive(`${i}.la`, reportMail({ about: `<la${i}@x.example>` }));
    expect(await takeFolder(office(), box, { most: 2 })).toHaveLength(2);
    const halt = new AbortController();
    const taken = await takeFolder(office(), box, { signal: halt.signal, onTaken: () => halt.abort() });
    expect([taken.length, (await listed('new')).length]).toEqual([1, 2]);
  });
});

test.each(['written', 'moved'])(
  'kill -9 whenever a mail is %s: nothing is lost, nothing comes twice',
  async (moment) => {
    const { about, from, to } = await messageTo('an');
    const files = [{ name: 'ket-qua.pdf', bytes: Buffer.from('%PDF-1.7 x') }];
    await arrive('1.tra-loi', replyMail({ about, from, files }));
    await arrive('2.tra-ve', reportMail({ about, to }));
    const taker = join(import.meta.dirname, 'taker.mjs');
    const run = async () => {
      const child = spawn(process.execPath, [taker, life.file, box, join(folder, 'evidence'), moment], {
        stdio: 'inherit',
      });
      const [code, signal] = await once(child, 'exit');
      return signal ?? code;
    };
    const ends: unknown[] = [];
    while (ends.at(-1) !== 0 && ends.length < 6) ends.push(await run());
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 0]);
    expect([await listed('new'), (await listed('cur')).length]).toEqual([[], 2]);
    expect((await life.register.replies.list()).map((r) => r.files.length)).toEqual([1]);
    const row = (await rows()).find((m) => m.personId === 'an');
    expect(row?.history.filter((h) => h.outcome === 'bounced')).toHaveLength(1);
  },
);

describe('the service', () => {
  /** Hours of the machine a test moves by hand. */
  const service = () => {
    const told: { mails: string[]; troubles: string[]; now: number } = { mails: [], troubles: [], now: 1_000_000 };
    const intake = new MailIntake({
      ...{ office: office(), folder: box, clock: () => told.now },
      onTaken: (mail) => told.mails.push(mail.name),
      onTrouble: (error) => told.troubles.push(String(error)),
    });
    return { told, intake };
  };

  test('takes what waits, all of it, one round at a time, and keeps its heartbeat', async () => {
    for (let i = 0; i < 230; i++) await arrive(`${1000 + i}.la`, `From: x@y.example\r\n\r\nChào ${i}`);
    const { told, intake } = service();
    await Promise.all([intake.round(), intake.round(), intake.round()]);
    expect([told.mails.length, new Set(told.mails).size, told.troubles]).toEqual([230, 230, []]);
    expect(await life.register.accounts.mailbox()).toEqual({ at: 1_000_000, trouble: null });
    told.now += 6 * 60_000;
    await intake.round();
    expect((await life.register.accounts.mailbox())?.at).toBe(told.now);
    await intake.stop();
  });

  test('names a trouble once, since when, and that it is over', async () => {
    const { told, intake } = service();
    await rename(box, `${box}.cu`);
    await intake.round();
    told.now += 60_000;
    await intake.round();
    expect(told.troubles).toEqual([expect.stringContaining('không đọc được như một Maildir')]);
    expect(await life.register.accounts.mailbox()).toMatchObject({
      at: 1_000_000,
      trouble: expect.stringContaining('Maildir'),
    });
    await rename(`${box}.cu`, box);
    await intake.round();
    expect(await life.register.accounts.mailbox()).toEqual({ at: 1_060_000, trouble: null });
    await intake.stop();
  });
});

test('dondoc intake and doctor say what was set aside, where, and what to do', async () => {
  const env = environment(join(folder, 'data'), { MAIL_INBOX: box });
  await arrive('1.rac', '');
  const { stdout } = await dondoc(['intake', '--maildir', box], env);
  expect(stdout).toMatch(/^1\.rac: không đọc được như một bức thư: .*; để riêng\n$/);
  const { code, stdout: told } = await dondoc(['doctor'], env);
  expect(code).toBe(1);
  expect(told).toMatch(/^!! {2}Thư đến +1 thư không đọc được, để riêng ở .*de-rieng\/cur: .*dondoc intake < TỆP/m);
});
