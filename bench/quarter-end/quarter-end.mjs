import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openTemporal } from '../drill/temporal.mjs';
import { built } from '../support/load.mjs';
import { meter, say, table, whole } from '../support/measure.mjs';
import { skippingClock } from './clock.mjs';
import { figuresOf } from './figures.mjs';
import { openPost } from './post.mjs';
import { DOMAIN, enterWork, lastDay, QUARTER_END } from './work.mjs';

const [time, calendars, register, texts] = await Promise.all([
  built('dsl/time/day.js'),
  built('dsl/time/civil-servants.js'),
  built('register/index.js'),
  built('texts/messages/index.js'),
]);
const { civilServants } = calendars;
const { instantAt, minutesOf, MINUTE_MS } = time;
/** Where something due has not left: the post office looks again. */
const LOOK_AGAIN_MS = 30_000;

/**
 * The morning of 31/3: every directive's deadline is that day. The lives are led as their workflows lead them (the same
 * `Life`, the same activity), without an engine; what is sent is sent by activities on a real Temporal, and the register
 * and the servers are real. Ends with 1
 * where something is lost, doubled, outside its hours, or tells a reader in pieces.
 */
export async function quarterEnd({ directives = 2000, database }) {
  if (!(Number.isInteger(directives) && directives > 0)) {
    process.stderr.write('bench: --directives takes a whole number, 1 or more\n');
    process.exitCode = 2;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-quarter-'));
  const clock = skippingClock(instantAt(QUARTER_END, 0) - 60 * 86_400_000);
  const opened = await register.openRegister({
    ...(database === undefined ? { file: join(folder, 'register.db') } : { url: database }),
    compose: texts.composeMessage,
    mailDomain: DOMAIN,
    calendar: civilServants,
    now: clock.now,
  });
  const server = await openTemporal(folder);
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection, namespace: server.namespace });
  const { address, namespace } = server;
  const post = await openPost(folder, opened, clock, { connection: { address }, namespace, client });
  try {
    const lives = await enterWork(opened, directives, clock);
    const begin = Date.now();
    const cost = { server: 0, worker: 0 };
    await live(lives, opened.ledger, clock, deliverer(post, server, cost));
    const seconds = (Date.now() - begin) / 1000;
    tell(directives, seconds, await figuresOf(opened, lives, post.arrived()), cost, await countsOf(client));
  } finally {
    await post.close();
    await connection.close();
    await server.kill();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Wakes whoever is due, delivers what may leave, and skips to whatever comes next, until the window closes. */
async function live(lives, ledger, clock, deliver) {
  const end = instantAt(QUARTER_END, minutesOf(lastDay.window.to)) + MINUTE_MS;
  for (;;) {
    const waiting = lives.filter(({ life }) => life.nextWake !== null);
    for (const { life } of waiting) if (life.nextWake <= clock.now()) await life.wake();
    await deliver();
    const row = await ledger.nextAt();
    const wakes = waiting.map(({ life }) => life.nextWake ?? Number.POSITIVE_INFINITY);
    const next = Math.min(row ?? Number.POSITIVE_INFINITY, ...wakes);
    if (next > end || clock.now() > end) return;
    clock.skipTo(next > clock.now() ? next : clock.now() + LOOK_AGAIN_MS);
  }
}

/** Delivers, and adds up what that takes of the server's processor time and of this process's. */
function deliverer(post, server, cost) {
  return async () => {
    const spent = meter({ pids: () => [server.pid()] });
    await post.deliver();
    const used = spent();
    cost.server += used.server;
    cost.worker += used.worker;
  };
}

/** What Temporal keeps of it: activities that are no part of a workflow have no history. */
async function countsOf(client) {
  const starts = [];
  for await (const one of client.activity.list('')) starts.push(one);
  const attempts = await Promise.all(
    starts.map(async ({ activityId }) => (await client.activity.getHandle(activityId).describe()).attempt),
  );
  const workflows = await client.workflow.count();
  return { activities: starts.length, attempts: attempts.reduce((a, b) => a + b, 0), workflows: workflows.count };
}

function tell(directives, seconds, f, cost, counts) {
  const minutes = (ms) => (ms / MINUTE_MS).toFixed(3);
  table(
    [`${whole(directives)} directives due on 31/3`, ''],
    [
      ['messages delivered', whole(f.messages)],
      ['people told', `${whole(f.told)} of ${whole(f.expected)}`],
      ['rows', whole(f.rows)],
      ['seconds it took', seconds.toFixed(1)],
      ['first and last message', `${f.first} to ${f.last}`],
      ['late against the row, p50 / p99, minutes', `${minutes(f.late.p50)} / ${minutes(f.late.p99)}`],
      ['after the step itself, p50 / p99, minutes', `${minutes(f.gathered.p50)} / ${minutes(f.gathered.p99)}`],
      ['most messages in one minute', whole(f.busiestMinute)],
      ['most messages in one second', whole(f.busiestSecond)],
      ['activities, attempts', `${whole(counts.activities)}, ${whole(counts.attempts)}`],
      ['workflows (history events)', whole(counts.workflows)],
      [
        'ms of processor time a message: server, sender',
        `${(cost.server / f.messages).toFixed(1)}, ${(cost.worker / f.messages).toFixed(1)}`,
      ],
      ...f.musts.map(([name, n]) => [`${name} (must be 0)`, whole(n)]),
    ],
  );
  const failed = f.musts.filter(([, n]) => n > 0);
  if (failed.length === 0) return;
  say();
  say(`failed: ${failed.map(([name]) => name).join('; ')}`);
  process.exitCode = 1;
}
