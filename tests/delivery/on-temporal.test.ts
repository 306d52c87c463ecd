import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EmailSender, smtpServerOf } from '../../delivery/email/index.ts';
import { channelStanding, resumeChannel, stopChannel } from '../../delivery/relay/index.ts';
import { instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import { ENDED_BY_OPERATOR } from '../../texts/operator.ts';
import { activityIdOf } from '../../workflows/contract.ts';
import { DIRECTIVE_ID, type Office, openOffice } from './support/office.ts';
import { type OnTemporal, only, openOnTemporal } from './support/on-temporal.ts';
import { openPressing } from './support/pressing.ts';

/* Messages leave as in production: by activities on the real Temporal. */

let office: Office;
let on: OnTemporal;
beforeEach(async () => {
  office = await openOffice();
  on = await openOnTemporal(() => office);
});
afterEach(async () => {
  await on.close();
  await office.close();
});

const many = (n: number) => Array.from({ length: n }, () => '2025-03-03' as const);

async function messages(channel: 'email' | 'zalo') {
  const view = await office.register.directives.show(DIRECTIVE_ID);
  return (view?.messages ?? []).filter((m) => m.channel === channel);
}

async function activityOf(channel: 'email' | 'zalo'): Promise<string> {
  const [first] = await messages(channel);
  if (!first?.dispatchedAs) throw new Error(`nothing carries the ${channel}`);
  return first.dispatchedAs;
}

const settled = async () => (await office.register.ledger.waiting()) === 0;

describe('an activity for each message', () => {
  test('says on Temporal, without the register, what was sent about a directive, by what, whither, and how it ended', async () => {
    await office.plan('2025-03-03', '2025-03-03');
    office.mail.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    office.zalo.inject({ call: 'message', drop: true, taken: true });
    await on.worker(office.senders());
    expect(await on.relay().round()).toBe(4);
    await on.until(settled);

    const query = `DondocAbout = '${DIRECTIVE_ID}' AND TaskQueue IN ('${on.queueOf('email')}', '${on.queueOf('zalo')}')`;
    const list = async (more = '') =>
      (await on.cli('activity', 'list', '--query', query + more)) as { activityId: string; status: string }[];
    await on.until(async () => (await list(" AND ExecutionStatus != 'Running'")).length === 4);
    const named = async (status: string, channel: string) =>
      (await list(` AND ExecutionStatus = '${status}' AND DondocChannel = '${channel}'`)).map((a) => a.activityId);
    expect(await named('Completed', 'email')).toHaveLength(1);
    expect(await named('Failed', 'email')).toHaveLength(1);
    // What nobody knows the fate of does not read as sent.
    expect(await named('Terminated', 'zalo')).toHaveLength(1);
    expect(await named('Completed', 'zalo')).toHaveLength(1);

    const [refused = ''] = await named('Failed', 'email');
    const [sent = ''] = await named('Completed', 'email');
    const told = JSON.stringify(await on.cli('activity', 'describe', '--activity-id', sent));
    expect(told).toContain('sendEmail');
    const about = await on.describe(sent);
    const summary = JSON.stringify(about.rawInfo.userMetadata?.summary?.data?.toString());
    expect(summary).toContain('giao nhiệm vụ');
    expect(summary).toContain('Sở Xây dựng');
    expect([summary, told].join()).not.toMatch(/Nguyễn Văn An|an@soxaydung/);
    expect(String(await (await on.describe(refused)).getOutcomeFailure())).toContain('No such user');
    // The register names the same.
    expect((await messages('email')).map((m) => m.dispatchedAs).sort()).toEqual([refused, sent].sort());
  });

  test('is started once, whoever hands it over, and carries each message once', async () => {
    await office.plan(...many(10));
    const other = await office.reopen();
    await on.worker(office.senders());
    await on.worker(office.senders(), { register: other });
    await Promise.all([on.relay().round(), on.relay({ register: other }).round()]);
    await on.until(settled);
    expect([office.mail.mails.length, office.zalo.messages.length]).toEqual([10, 10]);
    expect(await office.register.ledger.counts()).toMatchObject({ accepted: 20 });
  });

  test('is tried again when the server puts it off, and not when it refuses', async () => {
    await office.plan('2025-03-03');
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] }, 2);
    await on.worker(office.senders());
    await on.relay().round();
    await on.until(settled);
    // The ledger is settled a moment before the activity has ended.
    const activity = await activityOf('email');
    await on.until(async () => (await on.describe(activity)).status !== 'RUNNING');
    const { attempt, status } = await on.describe(activity);
    expect({ attempt, status }).toEqual({ attempt: 3, status: 'COMPLETED' });
    expect(office.mail.mails).toHaveLength(1);
  });
});

describe('whose channel is set up where', () => {
  test('two processes on one register, each with one channel: everything leaves by the right one', async () => {
    await office.plan(...many(6));
    const other = await office.reopen();
    await on.worker(only(office, 'email'));
    await on.worker(only(office, 'zalo'), { register: other });
    await on.relay().round();
    await on.until(settled);
    expect([office.mail.mails.length, office.zalo.messages.length]).toEqual([6, 6]);
    expect(await office.register.ledger.counts()).toMatchObject({ accepted: 12 });
  });

  test('a process without mail never fails one: it is held, and leaves once some process has mail', async () => {
    await office.plan('2025-03-03');
    await on.worker(only(office, 'zalo'));
    await on.relay().round();
    await on.until(async () => (await messages('zalo'))[0]?.outcome === 'accepted');
    expect((await messages('email')).map((m) => [m.outcome, m.attempts])).toEqual([['planned', 0]]);
    expect(await on.describe(await activityOf('email'))).toMatchObject({ status: 'RUNNING', attempt: 1 });
    await on.worker(only(office, 'email'));
    await on.until(settled);
    expect(office.mail.mails).toHaveLength(1);
  });

  test('what is for a channel the office does not use goes by the other, without an activity', async () => {
    await office.plan('2025-03-03');
    await on.worker(only(office, 'zalo'));
    expect(await on.relay({ unused: ['email'] }).round()).toBe(1);
    await on.until(settled);
    expect((await messages('email')).map((m) => [m.outcome, m.dispatchedAs])).toEqual([['skipped', null]]);
  });
});

test('a server that never answers holds up only its own message', async () => {
  await office.plan(...many(8));
  office.mail.inject({ stage: 'mail', silence: true });
  const patient = new EmailSender({
    ...smtpServerOf(office.mail.url),
    fromName: 'VP',
    fromAddress: 'vp@anphu.example',
  });
  await on.worker([patient]);
  await on.relay({ unused: ['zalo'] }).round();
  await on.until(async () => (await office.register.ledger.counts()).accepted === 7);
  expect(await office.register.ledger.counts()).toMatchObject({ accepted: 7, sending: 1 });
  expect(office.mail.mails).toHaveLength(7);
  office.mail.dropConnections();
  // The channel is left alone for a while, by the office's clock.
  await on.until(() => {
    office.now += MINUTE_MS;
    return settled();
  });
  expect(office.mail.mails).toHaveLength(8);
});

test('the rate of a channel is kept for all its processes together, and loses nothing', async () => {
  await office.plan(...many(9));
  const other = await office.reopen();
  const perMinute = { zalo: 60 };
  await on.worker(only(office, 'zalo'), { perMinute });
  await on.worker(only(office, 'zalo'), { perMinute, register: other });
  await on.relay({ unused: ['email'] }).round();
  await on.until(settled);
  expect(office.zalo.messages).toHaveLength(9);
  const begun = await Promise.all(
    (await messages('zalo')).map(
      async (m) => (await on.describe(m.dispatchedAs ?? '')).lastStartedTime?.getTime() ?? 0,
    ),
  );
  // By the server's clock: without a limit all of them begin within the second.
  expect(Math.max(...begun) - Math.min(...begun)).toBeGreaterThan(3_000);
});

test('a digest is one activity, which is about each of its directives; what joins it later goes along or follows', async () => {
  const pressing = await openPressing(office, 4);
  for (const i of [0, 1, 2]) await pressing.post(i, 'due-reminder', '2025-03-10', i);
  const [row] = await pressing.messages('email');
  office.now = instantAt('2025-03-10', 8 * 60 + 30);
  // It may still grow: nothing is started yet.
  expect(await on.relay().round()).toBe(0);
  office.now = (row?.leaveAt ?? 0) - 100;
  expect(await on.relay({ unused: ['zalo'] }).round()).toBe(1);
  const id = activityIdOf('email', row?.dispatch ?? '');
  const [attributes] = (await on.describe(id)).typedSearchAttributes
    .getAll()
    .filter((a) => a.key.name === 'DondocAbout');
  expect(attributes?.value).toEqual(['41/TB-UBND', ...pressing.ids.slice(0, 3)]);
  await pressing.post(3, 'overdue', '2025-03-10', 3);
  office.now = row?.leaveAt ?? 0;
  await on.worker(only(office, 'email'));
  await on.temporal.client.activity.getHandle(id).result();
  expect(office.mail.mails).toHaveLength(1);
  const rows = await pressing.messages('email');
  expect(rows.map((r) => [r.outcome, r.dispatchedAs])).toEqual(Array(4).fill(['accepted', id]));
});

describe('an operator', () => {
  test('stops a channel on Temporal and resumes it; nothing is lost and nothing leaves meanwhile', async () => {
    const { client } = on.temporal;
    const queue = on.queueOf('zalo');
    await stopChannel(client, 'zalo', 'Zalo bảo trì', queue);
    expect(await channelStanding(client, 'zalo', queue)).toMatchObject({ stopped: 'Zalo bảo trì' });
    await on.worker(office.senders());
    await office.plan(...many(3));
    await on.relay().round();
    await on.until(async () => (await messages('email')).every((m) => m.outcome === 'accepted'));
    expect((await messages('zalo')).map((m) => m.outcome)).toEqual(Array(3).fill('planned'));
    await resumeChannel(client, 'zalo', 'xong', queue);
    expect(await channelStanding(client, 'zalo', queue)).toMatchObject({ stopped: null });
    await on.until(settled);
    expect(office.zalo.messages).toHaveLength(3);
  });

  test('cancels what waits: it is not sent, and the ledger says why', async () => {
    await office.plan('2025-03-03');
    const relay = on.relay();
    await relay.round();
    const mail = await activityOf('email');
    await on.temporal.client.activity.getHandle(mail).terminate('nhầm người');
    await relay.reconcile();
    await on.worker(office.senders());
    await on.until(settled);
    expect((await messages('email')).map((m) => [m.outcome, m.reason])).toEqual([['skipped', ENDED_BY_OPERATOR]]);
    expect([office.mail.mails.length, office.zalo.messages.length]).toEqual([0, 1]);
  });

  test('is heard by an office that runs, without a start or an audit', async () => {
    await office.plan('2025-03-03');
    const relay = on.relay();
    await relay.round();
    await on.temporal.client.activity.getHandle(await activityOf('email')).cancel('nhầm người');
    await on.until(async () => {
      await relay.noticeEnded();
      return (await messages('email')).every((m) => m.outcome === 'skipped');
    });
    expect((await messages('email')).map((m) => m.reason)).toEqual([ENDED_BY_OPERATOR]);
  });
});

describe('what Temporal no longer carries', () => {
  test('is handed over again: of an activity that is gone, and of one that is over', async () => {
    await office.plan('2025-03-03', '2025-03-03');
    const { ledger } = office.register;
    const [gone, over] = await ledger.departures({ closing: office.now, limit: 10 });
    if (!gone || !over) throw new Error('nothing is to leave');
    await ledger.markDispatched(gone.dispatch, 'of a server that was lost');
    const { client } = on.temporal;
    const id = activityIdOf(over.channel, over.dispatch);
    await client.activity.start('sendEmail', {
      id,
      taskQueue: 'none',
      args: [],
      scheduleToCloseTimeout: '10 ms',
    });
    await client.activity
      .getHandle(id)
      .result()
      .catch(() => {});
    await on.worker(office.senders());
    const relay = on.relay();
    await relay.reconcile();
    await relay.round();
    await on.until(settled);
    expect(await ledger.counts()).toMatchObject({ accepted: 4 });
    const all = [...(await messages('email')), ...(await messages('zalo'))];
    expect(all.map((m) => m.dispatchedAs)).toContain(activityIdOf(over.channel, over.dispatch, 2));
  });

  test('what a process that is gone had begun is in doubt, and not sent again', async () => {
    await office.plan('2025-03-03');
    const { ledger } = office.register;
    const [one] = await ledger.departures({ closing: office.now, limit: 10 });
    const { rows = [] } = one ? await ledger.collect(one.dispatch, office.now) : {};
    await ledger.begin(rows, { dispatch: one?.dispatch ?? '', activity: 'gone', owner: 'gone' });
    await on.worker(office.senders());
    const relay = on.relay();
    await relay.reconcile();
    await relay.round();
    await on.until(settled);
    expect(await ledger.counts()).toMatchObject({ accepted: 1, unknown: 1 });
  });
});
