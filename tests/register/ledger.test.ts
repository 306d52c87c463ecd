import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CamelCasePlugin, Kysely } from 'kysely';
import { ABANDONED, NEVER_BEGUN, OUTCOMES, openRegisterIn } from '../../register/index.ts';
import { sending } from '../../register/migrations/0015-sending.ts';
import { type MessageOutcome, mayBecome } from '../../register/outcome.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import {
  at,
  by,
  DATABASES,
  DIRECTIVE_ID,
  DIRECTORY,
  draft,
  NOTICE,
  type Opened,
  openIssued,
  post,
  sqlite,
  wake,
} from './support.ts';

const OPEN: readonly MessageOutcome[] = ['planned', 'queued', 'sending'];
const LEASE = { limit: 10, leaseMs: 60_000 };

describe.each(DATABASES)('the ledger ($name)', (database) => {
  let opened: Opened;
  /** Clock of the machine. */
  let now = at('2026-01-01');
  beforeEach(async () => {
    now = at('2026-01-01');
    opened = await openIssued(database, { now: () => now });
  });
  afterEach(() => opened.close());

  /** Plans one post each, two messages a post, at these days. */
  async function plan(...days: string[]): Promise<void> {
    for (const [seq, day] of days.entries()) {
      await opened.register.directives.recordWake(wake({ seq, posts: [post({ key: `k${seq}`, at: at(day) })] }));
    }
  }

  const claim = (before = at('2025-12-31'), change = {}) =>
    opened.register.ledger.claimDue({ ...LEASE, before, owner: 'a', ...change });

  async function one() {
    await plan('2025-03-03');
    const [row] = await claim(undefined, { limit: 1 });
    if (!row) throw new Error('nothing to claim');
    return row;
  }

  /** One that is under way. */
  async function underWay() {
    const [row] = (await opened.register.ledger.begin([await one()], 60_000)) ?? [];
    if (!row) throw new Error('nothing was begun');
    return row;
  }

  async function history(id: string) {
    const view = await opened.register.directives.show(DIRECTIVE_ID);
    return view?.messages.find((m) => m.id === id)?.history.map((h) => [h.outcome, h.reason, h.owner]);
  }

  test('hands out what is due and nothing that is not, the oldest first', async () => {
    await plan('2025-03-05', '2025-03-03', '2025-03-04');
    expect(await claim(at('2025-03-02'))).toEqual([]);
    const rows = await claim(at('2025-03-04'));
    expect(rows.map((r) => r.postKey)).toEqual(['k1', 'k1', 'k2', 'k2']);
    for (const row of rows) expect(row).toMatchObject({ outcome: 'queued', claimedBy: 'a', claimedAt: now });
    expect(await claim(at('2025-03-04'))).toEqual([]);
    expect(await claim(at('2025-03-05'), { limit: 1 })).toHaveLength(1);
    expect(await opened.register.ledger.nextAt()).toBe(at('2025-03-05'));
  });

  test('two owners at once never get the same row, and between them get all', async () => {
    await plan(...Array.from({ length: 15 }, () => '2025-03-03'));
    const other = await opened.again();
    const taken: string[] = [];
    for (let round = 0; round < 40 && (await opened.register.ledger.counts()).planned > 0; round++) {
      const both = await Promise.all([
        claim(undefined, { limit: 2 }),
        other.ledger.claimDue({ before: at('2025-12-31'), limit: 2, owner: 'b', leaseMs: 60_000 }),
      ]);
      taken.push(...both.flat().map((row) => row.id));
    }
    expect(taken).toHaveLength(30);
    expect(new Set(taken).size).toBe(30);
  });

  test('accepted is final and keeps what the server called it', async () => {
    const { ledger } = opened.register;
    const row = await underWay();
    const { id } = row;
    now += 500;
    await ledger.settle(id, { outcome: 'accepted', providerId: 'smtp-1' });
    await ledger.settle(id, { outcome: 'accepted', providerId: 'smtp-1' });
    expect(await history(id)).toEqual([
      ['planned', null, null],
      ['queued', null, 'a'],
      ['sending', null, 'a'],
      ['accepted', null, 'a'],
    ]);
    const message = (await opened.register.directives.show(DIRECTIVE_ID))?.messages.find((m) => m.id === id);
    expect(message).toMatchObject({ outcome: 'accepted', providerId: 'smtp-1', settledAt: now });
    await expect(ledger.settle(id, { outcome: 'refused', reason: 'no' })).rejects.toThrow('cannot become refused');
    await expect(ledger.retry(row, now, 'again')).rejects.toThrow('cannot become planned');
  });

  test('a message in doubt is never planned again; late evidence settles it', async () => {
    const { ledger } = opened.register;
    const row = await underWay();
    const { id } = row;
    await ledger.settle(id, { outcome: 'unknown', reason: 'mất kết nối sau DATA' });
    await expect(ledger.retry(row, now, 'again')).rejects.toThrow('cannot become planned');
    await ledger.settle(id, { outcome: 'accepted' });
    expect((await history(id))?.map(([outcome]) => outcome)).toEqual([
      ...['planned', 'queued', 'sending', 'unknown', 'accepted'],
    ]);
  });

  test('a bounce, named by its Message-ID, takes back what a server had taken; twice changes nothing', async () => {
    const { ledger } = opened.register;
    await plan('2025-03-03');
    const mail = (await claim()).find((r) => r.channel === 'email');
    if (mail) await ledger.begin([mail], 60_000);
    const { id, messageId } = mail ?? { id: '', messageId: null };
    await ledger.settle(id, { outcome: 'accepted', providerId: '250 ok' });
    const bounce = { outcome: 'bounced', reason: '550 no such user', by: 'hộp thư trả lại' } as const;
    const key = { messageId: messageId ?? '' };
    expect((await ledger.learn(key, bounce)).changed).toMatchObject([{ id, outcome: 'bounced', providerId: '250 ok' }]);
    expect(await ledger.learn(key, bounce)).toEqual({ found: 1, changed: [] });
    expect(await ledger.learn({ messageId: '<of-nobody@x>' }, bounce)).toEqual({ found: 0, changed: [] });
    expect((await history(id))?.at(-1)).toEqual(['bounced', '550 no such user', 'hộp thư trả lại']);
  });

  test('word of the delivery may come before the answer to the sending, and out of order', async () => {
    const { ledger } = opened.register;
    const row = await underWay();
    const { id, channel } = row;
    const word = (outcome: 'delivered' | 'read') =>
      ({ outcome, reason: 'user_received_message', by: 'webhook' }) as const;
    expect((await ledger.learn({ id }, word('read'))).changed).toHaveLength(1);
    await ledger.settle(id, { outcome: 'accepted', providerId: 'm-1' });
    expect(await ledger.learn({ channel: channel ?? 'email', providerId: 'm-1' }, word('delivered'))).toEqual({
      ...{ found: 1, changed: [] },
    });
    const message = (await opened.register.directives.show(DIRECTIVE_ID))?.messages.find((m) => m.id === id);
    expect(message).toMatchObject({ outcome: 'read', providerId: 'm-1' });
    await expect(ledger.settle(id, { outcome: 'refused', reason: 'no' })).rejects.toThrow('cannot become refused');
    await expect(ledger.retry(row, now, 'again')).rejects.toThrow('cannot become planned');
  });

  test('a person settles a doubt by name, and nothing but a doubt', async () => {
    const { ledger } = opened.register;
    const { id } = await underWay();
    const said = { by: 'Lê Hà', reason: 'nhật ký máy chủ thư' };
    expect(await ledger.decide(id, 'accepted', said)).toBe(false);
    await ledger.settle(id, { outcome: 'unknown', reason: 'mất kết nối' });
    expect((await ledger.having(['unknown'])).map((r) => r.id)).toEqual([id]);
    expect(await ledger.decide(id, 'refused', said)).toBe(true);
    expect(await ledger.decide(id, 'accepted', said)).toBe(false);
    expect((await history(id))?.at(-1)).toEqual(['refused', 'nhật ký máy chủ thư', 'Lê Hà']);
  });

  test('a retry waits for its time, and counts', async () => {
    const { ledger } = opened.register;
    const held = await underWay();
    const { id } = held;
    await claim();
    await ledger.retry(held, now + 30_000, '451');
    expect(await ledger.nextAt()).toBe(now + 30_000);
    expect((await claim()).map((r) => r.id)).not.toContain(id);
    now += 30_000;
    const [row] = await claim();
    expect(row).toMatchObject({ id, attempts: 1, reason: '451', outcome: 'queued' });
    expect(await history(id)).toEqual([
      ['planned', null, null],
      ['queued', null, 'a'],
      ['sending', null, 'a'],
      ['planned', '451', 'a'],
      ['queued', '451', 'a'],
    ]);
  });

  test('a caller on virtual time measures retries by its own clock', async () => {
    const { ledger } = opened.register;
    const held = await underWay();
    await claim();
    await ledger.retry(held, at('2025-03-03', 9), '451');
    const retry = (hour: number) => claim(at('2025-03-03', hour), { now: at('2025-03-03', hour) });
    expect(await retry(8)).toEqual([]);
    expect(await retry(9)).toHaveLength(1);
  });

  test('what the dead had begun becomes unknown, what they had claimed is planned again; the living keep theirs', async () => {
    const { ledger } = opened.register;
    await plan('2025-03-03', '2025-03-03');
    const [begun, claimed] = await claim(undefined, { owner: 'dead', limit: 2, leaseMs: 1_000 });
    if (!begun || !claimed) throw new Error('nothing was claimed');
    await ledger.begin([begun], 1_000);
    await claim(undefined, { owner: 'slow', limit: 1, leaseMs: 60_000 });
    now += 5_000;
    const [fresh] = await claim(undefined, { owner: 'fresh', limit: 1, leaseMs: 1_000 });

    const { doubted, released } = await ledger.abandonClaims({ olderThan: now - 1_000 });
    expect(doubted.map((r) => [r.id, r.outcome, r.reason])).toEqual([[begun.id, 'unknown', ABANDONED]]);
    expect(released.map((r) => [r.id, r.outcome, r.attempts, r.reason])).toEqual([
      [claimed.id, 'planned', 0, NEVER_BEGUN],
    ]);
    expect(await ledger.abandonClaims({ olderThan: now - 1_000 })).toEqual({ doubted: [], released: [] });
    // One who knows itself to have restarted need not wait for its own lease.
    expect((await ledger.abandonClaims({ owner: 'slow', olderThan: now - 1_000 })).released).toHaveLength(1);
    expect(await ledger.counts()).toMatchObject({ unknown: 1, queued: 1, planned: 2 });
    await ledger.begin(fresh ? [fresh] : [], 1_000);
    await ledger.settle(fresh?.id ?? '', { outcome: 'refused', reason: '550' });
    expect(await ledger.waiting()).toBe(2);
  });

  test('a claim that was taken over can be neither begun nor given back by the one who lost it', async () => {
    const { ledger } = opened.register;
    const mine = await one();
    await ledger.abandonClaims({ owner: 'a', olderThan: now });
    expect(await ledger.begin([mine], 1_000)).toBeNull();
    const [theirs] = await claim(undefined, { owner: 'b', limit: 1 });
    expect(theirs?.id).toBe(mine.id);
    expect(await ledger.begin([mine], 1_000)).toBeNull();
    await expect(ledger.putBack(mine, now, 'dừng')).rejects.toThrow('claimed by another');
    expect(await ledger.begin(theirs ? [theirs] : [], 1_000)).toMatchObject([{ outcome: 'sending', claimedBy: 'b' }]);
    await expect(ledger.putBack(mine, now, 'dừng')).rejects.toThrow('claimed by another');
    expect(await ledger.begin(theirs ? [theirs] : [], 1_000)).toBeNull();
  });

  test('a message whose directive closed while it was only claimed is skipped, not planned again', async () => {
    const { ledger, directives } = opened.register;
    const { id } = await one();
    const act = { type: 'cancel', by: { party: 'secretariat' }, reason: 'thôi' } as const;
    await directives.recordWake(
      wake({
        seq: 1,
        at: at('2025-03-04'),
        act: by(act),
        standing: { status: 'cancelled', closedAt: at('2025-03-04') },
      }),
    );
    const { released } = await ledger.abandonClaims({ owner: 'a', olderThan: now });
    expect(released.map((r) => [r.id, r.outcome])).toEqual([[id, 'skipped']]);
  });

  test('a message can be given up before it was ever tried', async () => {
    const { ledger } = opened.register;
    await plan('2025-03-03');
    const [message] = (await opened.register.directives.show(DIRECTIVE_ID))?.messages ?? [];
    await ledger.settle(message?.id ?? '', { outcome: 'skipped', reason: 'kênh tạm dừng' });
    expect(await claim()).toHaveLength(1);
  });

  test('a message nobody planned is an error', async () => {
    await expect(opened.register.ledger.settle('none', { outcome: 'accepted' })).rejects.toThrow('not in the ledger');
  });

  test('whatever is done to it, each outcome follows from the one before and the last is the one shown', async () => {
    const step = fc.constantFrom('claim', 'begin', 'accept', 'refuse', 'doubt', 'skip', 'retry', 'abandon');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.uuid(), async (steps, key) => {
        const { ledger } = opened.register;
        const seq = ((await opened.register.directives.show(DIRECTIVE_ID))?.events.at(-1)?.seq ?? -1) + 1;
        await opened.register.directives.recordWake(wake({ seq, posts: [post({ key, to: 'issuer' })] }));
        const find = async () =>
          (await opened.register.directives.show(DIRECTIVE_ID))?.messages.find(
            (m) => m.postKey === key && m.channel === 'email',
          );
        const id = (await find())?.id ?? '';
        for (const name of steps) {
          now += 1_000;
          const held = { id, revision: (await find())?.revision ?? 0 };
          const settled = {
            claim: () => claim(undefined, { limit: 100, leaseMs: 1 }),
            begin: () => ledger.begin([held], 1),
            accept: () => ledger.settle(id, { outcome: 'accepted' }),
            refuse: () => ledger.settle(id, { outcome: 'refused', reason: 'r' }),
            doubt: () => ledger.settle(id, { outcome: 'unknown', reason: 'u' }),
            skip: () => ledger.settle(id, { outcome: 'skipped', reason: 's' }),
            retry: () => ledger.retry(held, now, 'l'),
            abandon: () => ledger.abandonClaims({ olderThan: now }),
          }[name];
          // Not every step is allowed at every point; a refused one must leave no trace.
          await settled().catch((error: unknown) => expect(String(error)).toMatch(/cannot become/));
        }
        const message = await find();
        const outcomes = message?.history.map((h) => h.outcome) ?? [];
        expect(outcomes.at(-1)).toBe(message?.outcome);
        expect(message?.history.map((h) => h.revision)).toEqual(outcomes.map((_, i) => i));
        outcomes.slice(1).forEach((to, i) => {
          expect(mayBecome(outcomes[i] ?? 'skipped', to)).toBe(true);
        });
        const leftAt = outcomes.findIndex((o) => !OPEN.includes(o));
        if (leftAt >= 0) expect(outcomes.slice(leftAt)).not.toContain('queued');
        // Nothing is said of a message's fate that had not begun to leave.
        outcomes.forEach((to, i) => {
          if (['accepted', 'unknown', 'refused'].includes(to))
            expect(['sending', 'unknown']).toContain(outcomes[i - 1]);
        });
      }),
      { numRuns: 25 },
    );
  });
});

test('nothing that may have left can ever be claimed again', () => {
  const reachable = (from: MessageOutcome, seen = new Set<MessageOutcome>()): Set<MessageOutcome> => {
    for (const to of OUTCOMES) if (mayBecome(from, to) && !seen.has(to)) reachable(to, seen.add(to));
    return seen;
  };
  for (const from of OUTCOMES.filter((o) => !OPEN.includes(o))) {
    expect([...reachable(from)].filter((o) => o === 'queued' || o === 'planned')).toEqual([]);
  }
});

test('what an older program had claimed when it stopped reads as begun: nobody knows whether it left', async () => {
  const place = await sqlite.fresh();
  const register = await openRegisterIn(place.storage(), { compose: composeMessage, mailDomain: 'dondoc.example' });
  const db = new Kysely<unknown>({ dialect: place.storage().dialect(), plugins: [new CamelCasePlugin()] });
  try {
    await register.directory.import(DIRECTORY);
    await register.notices.register(NOTICE, [draft()]);
    await register.directives.recordWake(wake({ posts: [post()] }));
    const claimed = await register.ledger.claimDue({ ...LEASE, before: at('2025-12-31'), limit: 1, owner: 'cu' });
    await sending.up(db);
    const view = await register.directives.show(DIRECTIVE_ID);
    const outcomes = view?.messages.map((m) => [m.id === claimed[0]?.id, m.history.map((h) => h.outcome)]);
    expect(outcomes?.sort()).toEqual([
      [false, ['planned']],
      [true, ['planned', 'queued', 'sending']],
    ]);
    const { doubted } = await register.ledger.abandonClaims({ owner: 'cu', olderThan: Date.now() });
    expect(doubted.map((r) => r.id)).toEqual([claimed[0]?.id]);
  } finally {
    await db.destroy();
    await register.close();
    await place.drop();
  }
});
