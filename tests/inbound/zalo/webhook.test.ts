import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { standardRates } from '../../../console/http/rates.ts';
import { ZALO_WEBHOOK_PATH } from '../../../console/webhooks.ts';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloClient, ZaloSender } from '../../../delivery/zalo/index.ts';
import { HOUR_MS, instantAt } from '../../../dsl/time/day.ts';
import { ZaloDesk } from '../../../inbound/zalo/desk.ts';
import { eventId, type ZaloEvent } from '../../../inbound/zalo/events.ts';
import type { DirectiveRecord, LedgerRow } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import type { Fields, ReceivedZalo } from '../../../rehearsal/stand-ins/zalo-rules.ts';
import { startZaloServer, type ZaloServer } from '../../../rehearsal/stand-ins/zalo-server.ts';
import type { ZaloWebhooks } from '../../../rehearsal/stand-ins/zalo-webhooks.ts';
import { ISSUED, openOffice, type TestOffice } from '../../console/support/office.ts';
import { HandPost } from '../../support/hand-post.ts';
import { sketchNotice } from '../../support/notice.ts';

const notice = sketchNotice('63/TB-VP', ISSUED, [
  ...['II.1', 'II.2', 'II.3', 'II.4', 'II.5', 'II.6', 'II.7', 'II.8', 'II.9'].map((id, i) => ({
    ...{ id, due: '2025-06-30' as const },
    lead: `Sở Thử nghiệm ${i + 1}`,
  })),
]);
/** Known to Zalo by user id, where messages carry no id of ours. */
const BY_USER = 'Đầu mối Sở Thử nghiệm 9';
const USER = '4572947693969771653';
/** Zalo waits two seconds; a machine that runs other tests beside this one may need more. */
const PATIENT_MS = 30_000;

let office: TestOffice;
let folder: string;
let server: ZaloServer;
let desk: ZaloDesk;
let hooks: ZaloWebhooks;
let post: HandPost;
let client: ZaloClient;
let directives: readonly DirectiveRecord[];
const troubles: unknown[] = [];
/** What the account does when it has taken a message and has not answered yet. */
let onTaken: (message: ReceivedZalo) => Promise<unknown> = async () => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zalo-webhook-'));
  office = await openOffice([notice]);
  const standIns = standInDirectory([notice]);
  const people = standIns.people.map((p) => (p.name === BY_USER ? { ...p, zaloUserId: USER } : p));
  await office.register.directory.import({ ...standIns, people });
  const types = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));
  server = await startZaloServer({
    templates: { '7001': types },
    onMessage: async (m) => {
      await onTaken(m);
    },
  });
  const { register, client: temporal } = office;
  desk = new ZaloDesk({
    ...{ appId: server.appId, oaSecret: server.oaSecret, ackButton: 'Đã nhận', register, client: temporal },
    onTrouble: (error) => troubles.push(error),
  });
  const pages = await office.morePages({
    ...{ zalo: desk, publicUrl: 'http://127.0.0.1:1/dondoc' },
    // Their clock stands still: what is used up stays used up, however slow the machine.
    rates: standardRates(() => 0),
  });
  hooks = server.webhooks(`${pages.localUrl}/dondoc${ZALO_WEBHOOK_PATH}`, PATIENT_MS);
  const tokens = new FileTokenStore(join(folder, 'tokens.json'));
  const far = Date.now() + 25 * HOUR_MS;
  await tokens.save({ ...server.grant.current, accessExpiresAt: far, refreshExpiresAt: far });
  const access = {
    ...{ appId: server.appId, secretKey: server.secretKey, tokens, timeoutMs: 30_000 },
    urls: { business: server.url, openApi: server.url, oauth: server.url },
  };
  client = new ZaloClient(access);
  const templates = { default: { id: '7001', parameters: DEFAULT_PARAMETERS } };
  const now = () => instantAt(ISSUED, 10 * 60);
  post = new HandPost({
    ...{ ledger: register.ledger, owner: 'thu', now, log: () => {} },
    senders: [new ZaloSender({ ...access, templates, now })],
  });
  directives = await office.issue(notice);
});
afterAll(async () => {
  await desk.idle();
  await office.close();
  await server.stop();
  await rm(folder, { recursive: true });
  expect(troubles).toEqual([]);
});

/** The Zalo message to the contact of the nth directive, as the ledger has it. */
async function rowOf(n: number): Promise<LedgerRow & { readonly history: readonly { outcome: string }[] }> {
  const view = await office.register.directives.show(directives[n - 1]?.id ?? '');
  const row = view?.messages.find((m) => m.channel === 'zalo' && m.personName === `Đầu mối Sở Thử nghiệm ${n}`);
  if (!row) throw new Error(`no Zalo message for directive ${n}`);
  return row;
}

const history = async (n: number) => (await rowOf(n)).history.map((h) => h.outcome);
const taken = async (n: number): Promise<ReceivedZalo> => {
  const { id, address } = await rowOf(n);
  const message = server.messages.find((m) => m.trackingId === id || m.to === address);
  if (!message) throw new Error(`directive ${n}: nothing was taken`);
  return message;
};
const acknowledgements = async (n: number) =>
  ((await office.register.directives.show(directives[n - 1]?.id ?? ''))?.events ?? []).flatMap(({ act }) =>
    act?.act.type === 'acknowledge' ? [{ id: act.id, by: act.act.by }] : [],
  );
const heard = () => office.register.inbox.counts('zalo', '2000-01-01');

async function tell(event: Fields): Promise<number> {
  const status = await hooks.post(event);
  await desk.idle();
  return status;
}

describe('the word of Zalo', () => {
  test('before the answer to the sending itself: the ledger has both, the message once', async () => {
    const statuses: number[] = [];
    let waiting = 0;
    const second = await rowOf(2);
    onTaken = async (message) => {
      const byUser = message.to === USER;
      if (!byUser && message.trackingId !== second.id) return;
      statuses.push(await tell(hooks.received(message)));
      // By user id Zalo's word bears no id of ours: it waits for the one the answer brings.
      if (byUser) waiting = (await office.register.inbox.waiting('zalo', 10)).length;
    };
    await post.deliverDue({ before: instantAt(ISSUED, 11 * 60) });
    onTaken = async () => {};
    expect(statuses).toEqual([200, 200]);
    expect(waiting).toBe(1);
    expect(await history(2)).toEqual(['planned', 'sending', 'delivered']);
    expect((await rowOf(2)).providerId).toBe((await taken(2)).messageId);
    await desk.settle();
    expect(await history(9)).toEqual(['planned', 'sending', 'accepted', 'delivered']);
  });

  test('it arrived, it was opened; the same again, and in the wrong order, changes nothing', async () => {
    const message = await taken(1);
    expect(await history(1)).toEqual(['planned', 'sending', 'accepted']);
    expect(await tell(hooks.received(message))).toBe(200);
    expect(await tell(hooks.received(message))).toBe(200);
    expect(await history(1)).toEqual(['planned', 'sending', 'accepted', 'delivered']);
    expect(await tell(hooks.seen(message))).toBe(200);
    expect(await history(1)).toEqual(['planned', 'sending', 'accepted', 'delivered', 'read']);

    const other = await taken(3);
    await tell(hooks.seen(other));
    await tell(hooks.received(other));
    expect(await history(3)).toEqual(['planned', 'sending', 'accepted', 'read']);
    expect(await office.register.inbox.waiting('zalo', 10)).toEqual([]);
  });

  test('pages that were down hear it by a retry, in whatever order', async () => {
    const message = await taken(4);
    const gone = server.webhooks('http://127.0.0.1:1/webhook/zalo');
    expect(await gone.post(gone.received(message))).toBe(0);
    expect(await gone.post(gone.seen(message))).toBe(0);
    expect(await gone.retry({ reorder: true })).toEqual([0, 0]);
    expect(await history(4)).toEqual(['planned', 'sending', 'accepted']);
    for (const event of [hooks.seen(message), hooks.received(message)]) await hooks.post(event, 3);
    await desk.idle();
    expect(await history(4)).toEqual(['planned', 'sending', 'accepted', 'read']);
  });

  test('is kept before it is answered: what a process left behind the next one settles', async () => {
    const { messageId, trackingId = '' } = await taken(6);
    const event: ZaloEvent = { kind: 'received', trackingId, messageIds: [messageId] };
    await office.register.inbox.keep('zalo', eventId(event), event);
    expect(await history(6)).toEqual(['planned', 'sending', 'accepted']);
    await desk.settle();
    expect(await history(6)).toEqual(['planned', 'sending', 'accepted', 'delivered']);
  });

  test('of messages that are not in the ledger changes nothing', async () => {
    const stranger = { ...(await taken(1)), trackingId: 'don-hang-88213', messageId: 'la' };
    expect(await tell(hooks.received(stranger))).toBe(200);
    expect(await office.register.inbox.waiting('zalo', 10)).toEqual([]);
  });
});

describe('a doubt', () => {
  test('is settled by the word of Zalo, and by it alone', async () => {
    await office.act(directives[4]?.id ?? '', {
      ...{ type: 'change-deadline', due: '2025-07-31', reason: 'Gia hạn' },
      by: { party: 'secretariat' },
    });
    server.inject({ call: 'message', drop: true, taken: true });
    await post.deliverDue({ before: instantAt('2025-03-31', 10 * 60) });
    const view = await office.register.directives.show(directives[4]?.id ?? '');
    const unknown = view?.messages.find((m) => m.outcome === 'unknown');
    if (!unknown) throw new Error('no doubt');
    const message = server.messages.find((m) => m.trackingId === unknown.id);
    if (!message) throw new Error('not taken');
    // Zalo gave no id to ask by: asking settles nothing.
    server.delivered.add(message.messageId);
    await desk.askStatuses(client, Date.now() + 2 * HOUR_MS);
    expect((await office.register.ledger.find({ id: unknown.id }))[0]?.outcome).toBe('unknown');
    await tell(hooks.received(message));
    expect((await office.register.ledger.find({ id: unknown.id }))[0]).toMatchObject({
      ...{ outcome: 'delivered', providerId: message.messageId },
    });
    await tell(hooks.seen(message));
    expect((await office.register.ledger.find({ id: unknown.id }))[0]?.outcome).toBe('read');
  });

  test('where Zalo gave an id and told nothing more, it is asked', async () => {
    const message = await taken(7);
    expect(await desk.askStatuses(client, Date.now() + 2 * HOUR_MS)).toBe(0);
    server.delivered.add(message.messageId);
    expect(await desk.askStatuses(client, Date.now())).toBe(0);
    expect(await desk.askStatuses(client, Date.now() + 2 * HOUR_MS)).toBe(1);
    expect(await history(7)).toEqual(['planned', 'sending', 'accepted', 'delivered']);
  });
});

describe('the button “Đã nhận”', () => {
  test('acknowledges for that person and that directive, once', async () => {
    const message = await taken(8);
    const { id, agencyId, personId } = await rowOf(8);
    expect(await tell(hooks.pressed(message, 'Để sau'))).toBe(200);
    expect(await acknowledgements(8)).toEqual([]);
    const press = hooks.pressed(message, 'Đã nhận');
    expect(await Promise.all([hooks.post(press), hooks.post(press, 1)])).toEqual([200, 200]);
    await desk.idle();
    await tell(hooks.pressed(message, 'đã nhận '));
    server.press(message, 'Đã nhận');
    await desk.askPresses(client, '7001', Date.now() + 1_000);
    expect(await acknowledgements(8)).toEqual([
      { id: `zalo-${id}`, by: { party: 'lead', agency: agencyId, person: personId, door: 'zalo' } },
    ]);
    expect(await history(8)).toEqual(['planned', 'sending', 'accepted', 'read']);
    expect(await acknowledgements(7)).toEqual([]);
  });

  test('a press no webhook told of is found by asking', async () => {
    server.press(await taken(7), 'Đã nhận');
    await desk.askPresses(client, '7001', Date.now() + 1_000);
    expect(await acknowledgements(7)).toHaveLength(1);
  });
});

describe('what is not the word of Zalo to this office', () => {
  const stamp = (ms = 0) => String(Date.now() + ms);
  const bodyOf = (message: ReceivedZalo, timestamp: string, more: Fields = {}) =>
    JSON.stringify({ ...hooks.received(message), timestamp, ...more });

  test('changes nothing, is answered with 403, and is counted by its kind', async () => {
    const message = { ...(await taken(6)), to: '84900009999' };
    const event = (t: string, more: Fields = {}) => bodyOf(message, t, { event_name: 'user_seen_message', ...more });
    const ledger = async () => JSON.stringify(await Promise.all([1, 3, 6].map(rowOf)));
    const [was, before] = [await ledger(), await heard()];
    const now = stamp();
    const body = event(now);
    const old = stamp(-4 * HOUR_MS);
    const ahead = stamp(HOUR_MS);
    const alien = event(now, { app_id: '99' });
    // Each written once: an event states the instant it was made, so two of them may differ.
    const [stampless, late, early] = [event(''), event(old), event(ahead)];
    const calls: readonly (readonly [fault: string, body: string, signature?: string])[] = [
      ['unsigned', body],
      ['unsigned', body, 'mac=abc'],
      ['unsigned', body, hooks.sign(body, now).slice('mac='.length)],
      ['unsigned', 'không phải JSON', hooks.sign('không phải JSON', '')],
      ['unsigned', stampless, hooks.sign(stampless, '')],
      ['forged', body.replace('84900009999', '84900008888'), hooks.sign(body, now)],
      ['forged', `${body} `, hooks.sign(body, now)],
      ['forged', body, hooks.sign(body, now, server.appId, 'khoa-khac')],
      ['foreign', alien, hooks.sign(alien, now, '99')],
      ['stale', late, hooks.sign(late, old)],
      ['stale', early, hooks.sign(early, ahead)],
    ];
    for (const [, bytes, signature] of calls) expect(await hooks.raw(bytes, signature)).toBe(403);
    await desk.settle();
    expect(await ledger()).toBe(was);
    const after = await heard();
    const counted = (what: string) => (after[what] ?? 0) - (before[what] ?? 0);
    for (const fault of ['unsigned', 'forged', 'foreign', 'stale', 'taken']) {
      expect([fault, counted(fault)]).toEqual([fault, calls.filter(([of]) => of === fault).length]);
    }
  });

  test('whoever posts it without end is counted no more, and keeps nobody’s word out', async () => {
    const message = await taken(6);
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push(await hooks.raw('{}'));
    expect(statuses.at(-1)).toBe(429);
    const { unsigned = 0, forged = 0, foreign = 0, stale = 0 } = await heard();
    expect(unsigned + forged + foreign + stale).toBe(30);
    expect(await tell(hooks.seen(message))).toBe(200);
    expect(await history(6)).toEqual(['planned', 'sending', 'accepted', 'delivered', 'read']);
  });

  test('too much at once is not read', async () => {
    expect(await hooks.raw('x'.repeat(100_000), 'mac=')).toBe(413);
  });

  test('where no account is set up there is no such page', async () => {
    const { localUrl } = office.pages;
    const answer = await fetch(localUrl + ZALO_WEBHOOK_PATH, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
  });
});
