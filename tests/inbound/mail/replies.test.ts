import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, instantAt } from '../../../dsl/time/day.ts';
import { confirmReply, dismissReply, findReply, takeMail } from '../../../inbound/mail/index.ts';
import { EvidenceStore } from '../../../office/links/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { takenText } from '../../../texts/intake.ts';
import { ISSUED, openOffice, type TestOffice } from '../../console/support/office.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { beginDue } from '../../support/leaving.ts';
import { sketchNotice } from '../../support/notice.ts';
import { type ReplySketch, replyMail } from './mails.ts';

const NOTICE = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Nội vụ', due: '2025-03-14' },
  { id: 'II.3', lead: 'Sở Y tế', due: '2025-06-30' },
]);
/** Within office hours, whatever the hour of the test. */
const MORROW = instantAt(addDays(ISSUED, 1), 12 * 60);
const PDF = Buffer.from('%PDF-1.7 kết quả');

let office: TestOffice;
let one: DirectiveRecord;
let two: DirectiveRecord;
let three: DirectiveRecord;

beforeAll(async () => {
  office = await openOffice([NOTICE]);
  const [a, b, c] = await office.issue(NOTICE);
  if (!a || !b || !c) throw new Error('nothing was issued');
  [one, two, three] = [a, b, c];
  const { ledger } = office.register;
  for (const row of await beginDue(ledger, { before: MORROW })) {
    await ledger.settle(row.id, { outcome: 'accepted' });
  }
});
afterAll(() => office.close());

let mails = 0;
const take = (sketch: ReplySketch) =>
  takeMail(
    { register: office.register, evidence: new EvidenceStore(join(office.folder, 'evidence')) },
    replyMail({ messageId: `<tra-loi-${mails++}@x.example>`, ...sketch }),
  );

/** The mail a person got about a directive, and an answer of theirs to it. */
async function told(directive: DirectiveRecord, name: string) {
  const row = (await office.register.directives.show(directive.id))?.messages.find(
    (m) => m.channel === 'email' && m.personName === name,
  );
  if (!row) throw new Error(`${name} was not told`);
  return { about: row.messageId ?? '', from: `${name} <${row.address ?? ''}>`, address: row.address };
}

const acts = async ({ id }: DirectiveRecord) =>
  (await office.register.directives.show(id))?.events.flatMap((e) => (e.act === null ? [] : [e.act.act])) ?? [];

describe('an answer of the one who was told', () => {
  test('waits for a person; confirmed, it is the lead’s report of progress, with its file as evidence, once', async () => {
    const { about, from } = await told(one, 'Đầu mối Sở Nội vụ');
    const files = [
      { name: 'ket-qua.pdf', bytes: PDF },
      { name: 'chay.exe', bytes: Buffer.from('MZ') },
    ];
    const taken = await take({ about, from, files, messageId: '<tl-1@snv.example>' });
    expect(taken).toMatchObject({ kind: 'reply', repeated: false, left: ['chay.exe'] });
    expect(takenText(taken)).toContain('chờ người xác nhận');
    expect(await acts(one)).toEqual([]);
    expect(await office.register.evidence.of(one.id)).toEqual([]);

    // The same mail from a second mailbox, or after a crash.
    const again = await take({ about, from, files, messageId: '<tl-1@snv.example>' });
    expect(again).toMatchObject({ kind: 'reply', repeated: true });
    const waiting = await office.register.replies.list({ state: 'waiting' });
    expect(waiting.map((r) => [r.text, r.directiveId, r.files.map((f) => f.name)])).toEqual([
      ['Đã xong 60%.', one.id, ['ket-qua.pdf']],
    ]);

    const reply = await findReply(office.register, waiting[0]?.id.slice(0, 8) ?? '');
    // Whoever looks at the directive sees that it waits.
    const show = (...args: string[]) => dondoc(['show', one.id, ...args], environment(office.folder));
    expect((await show()).stdout).toMatch(
      new RegExp(`Thư trả lời chờ xác nhận.*\\n.*${reply.id.slice(0, 8)}.*tệp: ket-qua\\.pdf\\n {4}Đã xong 60%\\.`),
    );
    expect((await show('--format', 'chart')).stdout).toContain(`mã ${reply.id.slice(0, 8)}`);
    expect(JSON.parse((await show('--format', 'json')).stdout).replies).toHaveLength(1);
    await confirmReply(office.client, office.register, reply, 'Phạm Hà');
    // A command cut short before it could write down that it was done.
    await confirmReply(office.client, office.register, reply, 'Phạm Hà');
    const by = expect.objectContaining({ party: 'lead', person: expect.any(String), agency: expect.any(String) });
    expect(await acts(one)).toEqual([
      { type: 'report-progress', by, text: expect.stringMatching(/^Đã xong 60%\.\nTệp/) },
    ]);
    const [kept] = await office.register.evidence.of(one.id);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(kept).toMatchObject({ sha256, name: 'ket-qua.pdf', size: PDF.length });
    expect(await readFile(join(office.folder, 'evidence', sha256.slice(0, 2), sha256))).toEqual(PDF);
    const decided = await findReply(office.register, reply.id);
    expect(decided).toMatchObject({ state: 'confirmed', decidedBy: 'Phạm Hà' });
    await expect(confirmReply(office.client, office.register, decided, 'Phạm Hà')).rejects.toThrow('đã được xử lý');
  });

  test('to any mail of the thread is found by its references; a cooperating agency answers for itself', async () => {
    const { about, from } = await told(one, 'Đầu mối Sở Tài chính');
    const taken = await take({ about: '<lạ@x.example>', references: `<x@y.example> ${about}`, from });
    expect(taken).toMatchObject({ kind: 'reply', row: { directiveId: one.id } });
    const reply = await findReply(office.register, 'id' in taken ? taken.id : '');
    await confirmReply(office.client, office.register, reply, 'Phạm Hà');
    expect((await acts(one)).at(-1)?.by.party).toBe('cooperating');
  });

  test('says nothing of directives it does not answer', async () => {
    const { about, from } = await told(two, 'Đầu mối Sở Nội vụ');
    const taken = await take({ about, from, text: 'Xong II.1, II.2.' });
    expect(taken).toMatchObject({ kind: 'reply', row: { directiveId: two.id } });
    const before = await acts(one);
    const reply = await findReply(office.register, 'id' in taken ? taken.id : '');
    await dismissReply(office.register, reply, { by: 'Phạm Hà', reason: 'Nhầm việc' });
    expect([await acts(one), await acts(two)]).toEqual([before, []]);
    expect(await findReply(office.register, reply.id)).toMatchObject({
      state: 'dismissed',
      decidedReason: 'Nhầm việc',
    });
    await expect(dismissReply(office.register, reply, { by: 'x', reason: 'y' })).rejects.toThrow('đã được xử lý');
  });

  test('that the rules refuse stays waiting', async () => {
    const { about, from } = await told(three, 'Đầu mối Sở Y tế');
    const taken = await take({ about, from });
    await office.act(three.id, { type: 'cancel', by: { party: 'secretariat' }, reason: 'Trùng' });
    const reply = await findReply(office.register, 'id' in taken ? taken.id : '');
    await expect(confirmReply(office.client, office.register, reply, 'Phạm Hà')).rejects.toThrow(
      expect.objectContaining({ name: 'UserError' }),
    );
    expect((await findReply(office.register, reply.id)).state).toBe('waiting');
  });
});

describe('nobody else’s mail waits for anyone', () => {
  const cases: readonly [name: string, kind: string, make: (about: string, from: string) => ReplySketch][] = [
    ['from a stranger who knows the Message-ID', 'stranger', (about) => ({ about, from: 'Ai đó <ai@khac.example>' })],
    [
      'from an addressee of another directive',
      'stranger',
      (about) => ({ about, from: 'x <don-vi-3-dau-moi@rehearsal.invalid>' }),
    ],
    ['without a sender', 'stranger', (about) => ({ about, from: 'Văn phòng' })],
    ['to a message of nobody', 'foreign', (_about, from) => ({ about: '<khong-co@x.example>', from })],
    ['to nothing', 'foreign', (_about, from) => ({ from })],
    ['of a machine', 'automatic', (about, from) => ({ about, from, headers: ['Auto-Submitted: auto-generated'] })],
    ['of a list', 'automatic', (about, from) => ({ about, from, headers: ['Precedence: list'] })],
    ['with nothing but what it answers', 'empty', (about, from) => ({ about, from, text: '' })],
  ];
  test.each(cases)('%s', async (_name, kind, make) => {
    const { about, from } = await told(one, 'Đầu mối Sở Nội vụ');
    const before = [await office.register.replies.list(), await acts(one)];
    const taken = await take(make(about, from));
    expect(taken.kind).toBe(kind);
    expect(takenText(taken)).toContain('không thay đổi gì');
    expect([await office.register.replies.list(), await acts(one)]).toEqual(before);
  });
});
