import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EmailSender, smtpServerOf } from '../../delivery/email/index.ts';
import type { Outcome } from '../../delivery/outbox/index.ts';
import type { MailFault } from '../../rehearsal/stand-ins/mail-faults.ts';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { ownPort } from '../support/own-port.ts';
import { rowOf } from './support/rows.ts';

let server: MailServer;
let senders: EmailSender[] = [];

/** More than a busy machine takes for an answer that does come. */
const PATIENT = { connectMs: 60_000, greetingMs: 60_000, silenceMs: 60_000, messageMs: 60_000 };

/** Impatient where this fault keeps an answer back, and nowhere else. */
function patienceFor(fault: MailFault): typeof PATIENT {
  if (!('silence' in fault)) return PATIENT;
  return fault.stage === 'connect' ? { ...PATIENT, greetingMs: 400 } : { ...PATIENT, silenceMs: 2_000 };
}

function senderTo(url: string, more: { connections?: number; timeouts?: typeof PATIENT } = {}): EmailSender {
  const sender = new EmailSender({
    ...smtpServerOf(url),
    fromName: 'Văn phòng Ủy ban nhân dân tỉnh An Phú',
    fromAddress: 'vanphong@anphu.example',
    timeouts: PATIENT,
    ...more,
  });
  senders.push(sender);
  return sender;
}

beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  await Promise.all(senders.map((s) => s.close()));
  senders = [];
  await server.stop();
});

/** What a fault means: the outcome, and how many copies the server took. */
const FAULTS: readonly [name: string, fault: MailFault, kind: Outcome['kind'], taken: number, code?: string][] = [
  ['the greeting refuses with 421', { stage: 'connect', reply: [421, 'Too busy'] }, 'later', 0, '421'],
  ['the greeting refuses with 554', { stage: 'connect', reply: [554, 'No service'] }, 'later', 0, '554'],
  ['the line drops before the greeting', { stage: 'connect', drop: true }, 'later', 0],
  ['the greeting never comes', { stage: 'connect', silence: true }, 'later', 0],
  ['MAIL is put off with 451', { stage: 'mail', reply: [451, 'Try later'] }, 'later', 0, '451'],
  ['MAIL is refused with 550', { stage: 'mail', reply: [550, 'Sender refused'] }, 'refused', 0, '550'],
  ['MAIL asks for a login with 530', { stage: 'mail', reply: [530, 'Login first'] }, 'later', 0, '530'],
  ['the line drops at MAIL', { stage: 'mail', drop: true }, 'later', 0],
  ['RCPT is put off with 450', { stage: 'rcpt', reply: [450, 'Greylisted'] }, 'later', 0, '450'],
  ['RCPT is refused with 550', { stage: 'rcpt', reply: [550, 'No such user'] }, 'refused', 0, '550'],
  ['the line drops at RCPT', { stage: 'rcpt', drop: true }, 'later', 0],
  ['RCPT is never answered', { stage: 'rcpt', silence: true }, 'later', 0],
  ['the message is put off with 452', { stage: 'data', reply: [452, 'Out of storage'] }, 'later', 0, '452'],
  ['the message is refused with 554', { stage: 'data', reply: [554, 'Spam'] }, 'refused', 0, '554'],
  ['the line drops at DATA', { stage: 'data', drop: true }, 'later', 0],
  ['the line drops while the message comes', { stage: 'body', drop: true }, 'unknown', 0],
  ['the line drops after the message was taken', { stage: 'taken', drop: true }, 'unknown', 1],
  ['the message is taken and never answered', { stage: 'taken', silence: true }, 'unknown', 1],
  ['the message is taken and answered late', { stage: 'taken', delayMs: 100 }, 'accepted', 1],
];

describe('what became of a mail', () => {
  test('a mail the server took is accepted, with what the server said', async () => {
    const outcome = await senderTo(server.url).send(rowOf('r1'));
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(server.mails).toHaveLength(1);
  });

  const cases = FAULTS.map(([name, fault, kind, taken, code]) => ({ name, fault, kind, taken, code }));
  test.each(cases)('$name: $kind', async ({ fault, kind, taken, code }) => {
    server.inject(fault, fault.stage === 'connect' ? 2 : 1);
    const outcome = await senderTo(server.url, { timeouts: patienceFor(fault) }).send(rowOf('r1'));
    expect(outcome.kind).toBe(kind);
    expect('code' in outcome ? outcome.code : undefined).toBe(code);
    expect(server.mails).toHaveLength(taken);
  });

  test('nobody listens: later', async () => {
    expect(await senderTo(`smtp://127.0.0.1:${await ownPort()}`).send(rowOf('r1'))).toMatchObject({ kind: 'later' });
  });

  test('an unknown host: later', async () => {
    expect(await senderTo('smtp://khong-co.invalid:25').send(rowOf('r1'))).toMatchObject({ kind: 'later' });
  });

  test('a wrong password keeps the mail and raises an alarm', async () => {
    const locked = await startMailServer({ auth: { user: 'vanphong', password: 'đúng' } });
    const wrong = locked.url.replace(encodeURIComponent('đúng'), 'sai');
    expect(await senderTo(wrong).send(rowOf('r1'))).toMatchObject({ kind: 'later', code: '535', alarm: true });
    expect(await senderTo(locked.url).send(rowOf('r1'))).toMatchObject({ kind: 'accepted' });
    await locked.stop();
  });

  test('a connection the server closed while idle costs nothing', async () => {
    const sender = senderTo(server.url, { connections: 1 });
    await sender.send(rowOf('r1'));
    server.dropConnections();
    expect(await sender.send(rowOf('r2'))).toMatchObject({ kind: 'accepted' });
    expect(server.mails.map((m) => m.headers.get('message-id')?.[0])).toEqual([
      '<r1@dondoc.example>',
      '<r2@dondoc.example>',
    ]);
  });

  test('a reused connection that breaks after the message was taken is a doubt, not a second mail', async () => {
    const sender = senderTo(server.url, { connections: 1 });
    await sender.send(rowOf('r1'));
    server.inject({ stage: 'taken', drop: true });
    expect(await sender.send(rowOf('r2'))).toMatchObject({ kind: 'unknown' });
    await sender.send(rowOf('r3'));
    expect(server.mails).toHaveLength(3);
  });

  test('one mail that is refused leaves its neighbours alone', async () => {
    const sender = senderTo(server.url);
    server.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    const kinds = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => (await sender.send(rowOf(`r${i}`))).kind),
    );
    expect(kinds.filter((k) => k === 'refused')).toHaveLength(1);
    expect(kinds.filter((k) => k === 'accepted')).toHaveLength(11);
    expect(server.mails).toHaveLength(11);
  });

  test.each(['', 'khong-phai-dia-chi', 'a@b.vn, c@d.vn', 'a@b.vn\r\nRCPT TO:<c@d.vn>', '<a@b.vn>', 'a b@c.vn'])(
    'the address %j is refused before anything is sent',
    async (address) => {
      expect(await senderTo(server.url).send(rowOf('r1', { address }))).toMatchObject({ kind: 'refused' });
      expect(server.connections).toBe(0);
    },
  );
});
