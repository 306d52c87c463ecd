import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EmailSender, smtpServerOf } from '../../delivery/email/index.ts';
import { HOUR_MS, MINUTE_MS } from '../../dsl/time/day.ts';
import type { MailFault } from '../../rehearsal/stand-ins/mail-faults.ts';
import type { ZaloFault } from '../../rehearsal/stand-ins/zalo-server.ts';
import { cases } from '../support/depth.ts';
import { beginDue } from '../support/leaving.ts';
import { morning } from './support/facts.ts';
import { DIRECTIVE_ID, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const many = (n: number) => Array.from({ length: n }, () => '2025-03-03');

describe('delivering what is due', () => {
  test('each row once, by its channel, and settled', async () => {
    await office.plan(...many(40));
    const summary = await office.postOffice().deliverDue();
    expect(summary).toEqual({ attempts: 80, accepted: 80, refused: 0, unknown: 0, later: 0, skipped: 0 });
    expect(new Set(office.mail.mails.map((m) => m.headers.get('message-id')?.[0])).size).toBe(40);
    expect(new Set(office.zalo.messages.map((m) => m.trackingId)).size).toBe(40);
    expect(await office.postOffice().deliverDue()).toMatchObject({ attempts: 0 });
    expect(await office.register.ledger.counts()).toMatchObject({ accepted: 80, planned: 0 });
    const view = await office.register.directives.show(DIRECTIVE_ID);
    const zalo = view?.messages.find((m) => m.channel === 'zalo');
    expect(office.zalo.messages.map((m) => m.messageId)).toContain(zalo?.providerId);
  });

  test('the mails of a directive hang under the first a person got', async () => {
    await office.plan('2025-03-03', '2025-03-04', '2025-03-05');
    office.now = morning('2025-03-05');
    await office.postOffice().deliverDue();
    const header = (name: string) => office.mail.mails.map((m) => m.headers.get(name)?.[0]);
    const roots = header('references').filter((id) => id !== undefined);
    expect(roots).toHaveLength(2);
    expect(header('message-id')).toContain(roots[0]);
    expect(new Set(roots).size).toBe(1);
  });

  test('nothing before its time', async () => {
    await office.plan('2025-03-03', '2025-03-10');
    await office.postOffice().deliverDue();
    expect(office.mail.mails).toHaveLength(1);
    await office.postOffice().deliverDue({ before: morning('2025-03-10') - 1 });
    expect(office.mail.mails).toHaveLength(1);
    await office.postOffice().deliverDue({ before: morning('2025-03-10') });
    expect(office.mail.mails).toHaveLength(2);
  });

  test('two processes told the same at once double nothing', async () => {
    await office.plan(...many(40));
    const other = await office.reopen();
    const both = [office.postOffice(), office.postOffice({ ledger: other.ledger, owner: 'b' })];
    const summaries = await Promise.all(both.map((o) => o.deliverDue()));
    expect(summaries.map((s) => s.accepted).reduce((a, b) => a + b)).toBe(80);
    expect(office.mail.mails).toHaveLength(40);
    expect(office.zalo.messages).toHaveLength(40);
  });

  test('a channel that is down holds up nobody else', async () => {
    await office.plan(...many(10));
    await office.zalo.stop();
    expect(await office.postOffice().deliverDue()).toMatchObject({ accepted: 10, attempts: 20 });
    expect(await office.register.ledger.counts()).toMatchObject({ accepted: 10, planned: 10 });
    expect(office.mail.mails).toHaveLength(10);
  });

  test('a channel with a fault of its own holds up nobody else, and its messages are in doubt', async () => {
    await office.plan('2025-03-03');
    const { mail } = office;
    const broken = {
      ...{ channel: 'zalo' as const, concurrency: 1, prepare: async () => ({ text: null }), close: async () => {} },
      send: () => Promise.reject(new Error('hỏng')),
    };
    const email = new EmailSender({ ...smtpServerOf(mail.url), fromName: 'VP', fromAddress: 'vp@anphu.example' });
    const summary = await office.postOffice({ senders: [broken, email] }).deliverDue();
    expect(summary).toMatchObject({ accepted: 1, unknown: 1 });
    expect(office.events).toContainEqual(expect.objectContaining({ type: 'alarm' }));
  });

  test('what is for a channel nobody has set up is held, and leaves once the channel is there', async () => {
    await office.plan('2025-03-03');
    expect(await office.postOffice({ senders: [] }).deliverDue()).toMatchObject({ attempts: 0, skipped: 0 });
    const held = await office.register.directives.show(DIRECTIVE_ID);
    expect(held?.messages.map((m) => m.outcome)).toEqual(['planned', 'planned']);
    expect(await office.postOffice().deliverDue()).toMatchObject({ accepted: 2 });
  });

  test('a channel the office does not use is skipped with that as the reason', async () => {
    await office.plan('2025-03-03');
    const postOffice = office.postOffice({ senders: [], unused: ['email', 'zalo'] });
    expect(await postOffice.deliverDue()).toMatchObject({ skipped: 2 });
    const view = await office.register.directives.show(DIRECTIVE_ID);
    expect(view?.messages.map((m) => m.reason).sort()).toEqual([
      'cơ quan không dùng kênh email',
      'cơ quan không dùng kênh zalo',
    ]);
  });
});

describe('trying again', () => {
  test('what surely did not leave comes again, later each time, and arrives once', async () => {
    await office.plan('2025-03-03');
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] }, 3);
    const postOffice = office.postOffice();
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      await postOffice.deliverDue();
      expect(await postOffice.deliverDue()).toMatchObject({ attempts: 0 });
      const view = await office.register.directives.show(DIRECTIVE_ID);
      const next = view?.messages.find((m) => m.channel === 'email')?.nextAttemptAt ?? 0;
      waits.push(next - office.now);
      office.now = next;
    }
    await postOffice.deliverDue();
    expect(office.mail.mails).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(2 * MINUTE_MS);
    expect(waits[1]).toBeGreaterThanOrEqual(4 * MINUTE_MS);
    expect(waits[2]).toBeGreaterThanOrEqual(8 * MINUTE_MS);
    expect(waits[2]).toBeLessThanOrEqual(10 * MINUTE_MS);
  });

  test('those that failed together do not come back together', async () => {
    await office.plan(...many(20));
    office.mail.inject({ stage: 'mail', reply: [451, 'Later'] }, 20);
    await office.postOffice().deliverDue();
    const view = await office.register.directives.show(DIRECTIVE_ID);
    const times = view?.messages.filter((m) => m.channel === 'email').map((m) => m.nextAttemptAt);
    expect(new Set(times).size).toBeGreaterThan(15);
  });

  test('a doubt is never tried again', async () => {
    await office.plan('2025-03-03');
    office.mail.inject({ stage: 'taken', drop: true });
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    office.now += 100 * HOUR_MS;
    await postOffice.deliverDue();
    expect(await office.outcomes('email')).toEqual(['unknown']);
    expect(office.mail.mails).toHaveLength(1);
  });

  test('there is an end to it', async () => {
    await office.plan('2025-03-03');
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] }, 3);
    const postOffice = office.postOffice({ maxAttempts: 3 });
    for (let i = 0; i < 4; i++) {
      await postOffice.deliverDue();
      office.now += 24 * HOUR_MS;
    }
    expect(await office.outcomes('email')).toEqual(['refused']);
    const view = await office.register.directives.show(DIRECTIVE_ID);
    expect(view?.messages.find((m) => m.channel === 'email')?.reason).toMatch(/^đã thử 3 lần, chưa lần nào gửi được/);
    expect(office.mail.mails).toHaveLength(0);
  });
});

describe('a process that dies', () => {
  test('what it had begun is in doubt at the next attempt; what it had not goes out', async () => {
    await office.plan(...many(3));
    const [begun] = await beginDue(office.register.ledger, { before: office.now, limit: 1 });
    if (!begun) throw new Error('nothing was begun');
    const postOffice = office.postOffice();
    await postOffice.attempt(begun.channel ?? 'email', begun.dispatch);
    expect(office.events).toMatchObject([{ type: 'abandoned', doubted: [{ id: begun.id }] }]);
    expect(await postOffice.deliverDue()).toMatchObject({ accepted: 5 });
    expect(await office.register.ledger.counts()).toMatchObject({ unknown: 1, accepted: 5 });
  });

  test('one that was only paused, and wakes when another has sent its message, does not send it', async () => {
    await office.plan('2025-03-03');
    const other = office.postOffice({ ledger: (await office.reopen()).ledger, owner: 'b' });
    const [email] = office.senders();
    if (!email) throw new Error('no sender');
    const paused = office.postOffice({
      senders: [
        {
          ...{
            channel: 'email',
            concurrency: 1,
            close: () => email.close(),
            send: (row, ready) => email.send(row, ready),
          },
          // Between the collecting and the begin: as if the machine had slept.
          prepare: async (row) => {
            await other.deliverDue();
            return email.prepare(row);
          },
        },
      ],
    });
    await paused.deliverDue();
    expect(office.mail.mails).toHaveLength(1);
    expect(await office.outcomes('email')).toEqual(['accepted']);
    expect(office.events).toContainEqual(expect.objectContaining({ type: 'row-lost' }));
  });

  test('a register lost before the message leaves: nothing leaves, and it goes out once there is one', async () => {
    await office.plan('2025-03-03');
    const lost = await office.reopen();
    const [email] = office.senders();
    if (!email) throw new Error('no sender');
    const blind = office.postOffice({
      ledger: lost.ledger,
      senders: [
        {
          ...{
            channel: 'email',
            concurrency: 1,
            close: () => email.close(),
            send: (row, ready) => email.send(row, ready),
          },
          prepare: async (row) => {
            await lost.close();
            return email.prepare(row);
          },
        },
      ],
    });
    await blind.deliverDue().catch(() => {});
    expect(office.mail.mails).toHaveLength(0);
    expect(office.events).toContainEqual(expect.objectContaining({ type: 'ledger-error' }));
    expect(await office.postOffice().deliverDue()).toMatchObject({ accepted: 2 });
    expect(await office.outcomes('email')).toEqual(['accepted']);
  });

  test('a register that is away for a moment once a message has left is waited for: nothing is in doubt', async () => {
    await office.plan('2025-03-03');
    const { ledger } = office.register;
    let refused = 0;
    const away = new Proxy(ledger, {
      get: (all, name) => {
        const value = Reflect.get(all, name);
        if (typeof value !== 'function') return value;
        if (name !== 'settle' || refused++ > 4) return value.bind(all);
        return () => Promise.reject(new Error('the database is starting up'));
      },
    });
    const [email] = office.senders();
    if (!email) throw new Error('no sender');
    const patient = office.postOffice({ ledger: away, senders: [email], settleWithinMs: 60_000 });
    await patient.deliverDue();
    expect(refused).toBeGreaterThan(4);
    expect(office.mail.mails).toHaveLength(1);
    expect(await office.outcomes('email')).toEqual(['accepted']);
    expect(office.events.filter((e) => e.type === 'ledger-error')).toEqual([]);
  });

  test('a register lost between sending and writing it down: in doubt, not sent again', async () => {
    await office.plan('2025-03-03');
    const lost = await office.reopen();
    const [email] = office.senders();
    if (!email) throw new Error('no sender');
    const breaking = office.postOffice({
      ledger: lost.ledger,
      senders: [
        {
          channel: 'email',
          concurrency: 1,
          close: () => email.close(),
          prepare: (row) => email.prepare(row),
          send: async (row, ready) => {
            const outcome = await email.send(row, ready);
            await lost.close();
            return outcome;
          },
        },
      ],
    });
    await breaking.deliverDue().catch(() => {});
    expect(office.mail.mails).toHaveLength(1);
    expect(office.events).toContainEqual(expect.objectContaining({ type: 'ledger-error' }));
    const [begun] = await office.register.ledger.having(['sending']);
    await office.postOffice().attempt('email', begun?.dispatch ?? '');
    expect(await office.outcomes('email')).toEqual(['unknown']);
    expect(office.mail.mails).toHaveLength(1);
  });
});

const mailFault: fc.Arbitrary<MailFault> = fc.oneof(
  fc.record({
    stage: fc.constantFrom('mail', 'rcpt', 'data', 'taken'),
    reply: fc.constantFrom([451, 'Later'] as const, [550, 'No'] as const, [421, 'Bye'] as const),
  }),
  fc.record({ stage: fc.constantFrom('mail', 'rcpt', 'data', 'body', 'taken'), drop: fc.constant(true as const) }),
);
const zaloFault: fc.Arbitrary<ZaloFault> = fc.oneof(
  fc.record({ call: fc.constant('message' as const), error: fc.constantFrom(-124, -32, -118, -9999, -100) }),
  fc.record({ call: fc.constant('message' as const), http: fc.constantFrom(500, 502, 503, 504) }),
  fc.record({ call: fc.constant('message' as const), drop: fc.constant(true as const), taken: fc.boolean() }),
);

describe('the law of the ledger', () => {
  test('accepted arrived once, unknown at most once, everything else never', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mailFault, { maxLength: 12 }),
        fc.array(zaloFault, { maxLength: 12 }),
        async (mailFaults, zaloFaults) => {
          const own = await openOffice();
          try {
            for (const fault of mailFaults) own.mail.inject(fault);
            for (const fault of zaloFaults) own.zalo.inject(fault);
            await own.plan(...many(8));
            const postOffice = own.postOffice();
            for (let round = 0; round < 4; round++) {
              await postOffice.deliverDue();
              own.now += 6 * HOUR_MS;
            }
            const view = await own.register.directives.show(DIRECTIVE_ID);
            for (const { id, channel, outcome, messageId } of view?.messages ?? []) {
              const copies =
                channel === 'email'
                  ? own.mail.mails.filter((m) => m.headers.get('message-id')?.[0] === messageId).length
                  : own.zalo.messages.filter((m) => m.trackingId === id).length;
              if (outcome === 'accepted') expect(copies).toBe(1);
              else if (outcome === 'unknown') expect(copies).toBeLessThanOrEqual(1);
              else expect({ outcome, copies }).toEqual({ outcome, copies: 0 });
            }
          } finally {
            await own.close();
          }
        },
      ),
      { numRuns: cases(4, 40) },
    );
  });
});
