import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type TakenMail, takeFolder } from '../../../inbound/mail/index.ts';
import { readInbound } from '../../../inbound/mail/read/index.ts';
import { EvidenceStore } from '../../../office/links/index.ts';
import { standard } from '../../../policies/standard.ts';
import { takenText } from '../../../texts/intake.ts';
import { morning } from '../../delivery/support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife } from '../../delivery/support/life.ts';
import { growth } from '../../support/growth.ts';
import { replyMail, reportMail } from './mails.ts';

let life: LivingDirective;
let folder: string;
let box: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  box = join(folder, 'Maildir');
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(box, part), { recursive: true });
  life = await openLife(standard);
  await life.goTo(morning('2025-02-24') + 3_600_000);
});
afterEach(async () => {
  await life.close();
  await rm(folder, { recursive: true });
});

const office = () => ({ register: life.register, evidence: new EvidenceStore(join(folder, 'evidence')) });
const arrive = (name: string, raw: string | Buffer) => writeFile(join(box, 'new', name), raw);
const kinds = (taken: readonly TakenMail[]) => taken.map((m) => `${m.name} ${m.taken.kind}${m.aside ? ' aside' : ''}`);
async function messageTo(person: string) {
  const row = (await life.register.directives.show(LIFE_ID))?.messages.find((m) => m.personId === person);
  return { about: row?.messageId ?? '', to: row?.address ?? '', from: `x <${row?.address ?? ''}>` };
}
/** A mail of anybody who has seen the Message-ID of one of ours. */
const known = (about: string, from: string, type: string, body: string) =>
  [`From: ${from}`, `In-Reply-To: ${about}`, `Content-Type: ${type}; charset=utf-8`, '', body].join('\r\n');

describe('mail made to stop the office', () => {
  test('is set aside or passes for what it is, and everything else goes on', async () => {
    const { about, from } = await messageTo('an');
    await arrive('1.lt', known(about, from, 'text/html', '<'.repeat(300_000)));
    await arrive('2.lines', known(about, from, 'text/plain', '\n'.repeat(38_000_000)));
    await arrive('3.foreign', known('<la@x.example>', from, 'text/html', '<'.repeat(300_000)));
    await arrive('4.report', reportMail(await messageTo('an')));
    const taken = await takeFolder(office(), box);
    expect(kinds(taken)).toEqual(['1.lt empty', '2.lines unreadable aside', '3.foreign foreign', '4.report settled']);
    expect(await readdir(join(box, 'new'))).toEqual([]);
  });

  test('that is no plain file is never opened: a pipe, a link to a device', async () => {
    execFileSync('mkfifo', [join(box, 'new', '1.ong')]);
    await symlink('/dev/zero', join(box, 'new', '2.thiet-bi'));
    await arrive('3.report', reportMail(await messageTo('an')));
    expect(kinds(await takeFolder(office(), box))).toEqual([
      '1.ong unreadable aside',
      '2.thiet-bi unreadable aside',
      '3.report settled',
    ]);
  });

  test('that was being read when the process died is set aside at the next start, and is not read again', async () => {
    const { about, from } = await messageTo('an');
    await arrive('1.giet', replyMail({ about, from }));
    await arrive('2.report', reportMail(await messageTo('an')));
    const args = [join(import.meta.dirname, 'taker.mjs'), life.file, box, join(folder, 'evidence'), 'reading'];
    const [, signal] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
    expect([signal, await readdir(join(box, 'new'))]).toEqual(['SIGKILL', ['1.giet', '2.report']]);
    const taken = await takeFolder(office(), box);
    expect(kinds(taken)).toEqual(['1.giet unreadable aside', '2.report settled']);
    expect(taken[0] && takenText(taken[0].taken)).toContain('dừng đột ngột khi đang đọc thư này');
    expect((await readdir(box)).sort()).not.toContain('dondoc.reading');
  });

  test('by the thousand, as answers to one message: so many a day wait for a person, the rest is set aside', async () => {
    const { about, from } = await messageTo('an');
    for (let i = 10; i < 34; i++) await arrive(`${i}.tl`, replyMail({ about, from, messageId: `<tl${i}@x.example>` }));
    const count = (taken: readonly TakenMail[], kind: string) => taken.filter((m) => m.taken.kind === kind).length;
    const first = await takeFolder(office(), box);
    expect([count(first, 'reply'), count(first, 'too-many')]).toEqual([20, 4]);
    expect(first.filter((m) => m.aside)).toHaveLength(4);
    // The same mail again is no further one; a day later there is room again.
    await arrive('50.tl', replyMail({ about, from, messageId: '<tl10@x.example>' }));
    await arrive('51.tl', replyMail({ about, from, messageId: '<tl51@x.example>' }));
    expect(kinds(await takeFolder(office(), box))).toEqual(['50.tl reply', '51.tl too-many aside']);
    await arrive('52.tl', replyMail({ about, from, messageId: '<tl52@x.example>' }));
    const tomorrow = { ...office(), clock: () => Date.now() + 25 * 3_600_000 };
    expect(kinds(await takeFolder(tomorrow, box))).toEqual(['52.tl reply']);
    expect(await life.register.replies.list()).toHaveLength(21);
  });
});

describe('twice the text costs about twice the time', () => {
  const SHAPES: readonly [name: string, type: string, piece: string][] = [
    ['of <', 'text/html', '<'],
    ['of open comments', 'text/html', '<!--'],
    ['of open tags', 'text/html', '<a '],
    ['of quotations', 'text/html', '<blockquote>'],
    ['of entities', 'text/html', '&#'],
    ['of styles', 'text/html', '<style>'],
    ['of line ends', 'text/plain', '\n'],
    ['of dashes', 'text/plain', '-- \n>'],
    ['of heads', 'text/plain', 'Từ: a@b\n'],
    ['of attributions', 'text/plain', 'Vào @ '],
    ['of blanks', 'text/plain', ' '],
    ['of brackets', 'text/plain', '('],
  ];
  test.each(SHAPES)('%s', async (_name, type, piece) => {
    const mail = (letters: number) =>
      Buffer.from(known('<a@b.vn>', 'a@b.vn', type, piece.repeat(Math.ceil(letters / piece.length))));
    await readInbound(mail(1_000));
    const [small, large] = [mail(5_000), mail(20_000)];
    // Four times the text: sixteen times the time is what a pattern that goes back and forth would take.
    expect(
      await growth(
        () => readInbound(small),
        () => readInbound(large),
        10,
      ),
    ).toBeLessThan(10);
  });
});
