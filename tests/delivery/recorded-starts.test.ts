import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Duration } from '@temporalio/common';
import { channelsOf } from '../../dsl/policy/channels.ts';
import { activityIdOf, deliveryQueue } from '../../workflows/contract.ts';
import { DIRECTIVE_ID, type Office, openOffice } from './support/office.ts';
import { type OnTemporal, openOnTemporal } from './support/on-temporal.ts';

/*
 * An activity that sends has no history to replay. What outlives an upgrade is its start: a message that waits on Temporal
 * for its hour was started by the program of yesterday, and the one of today must carry it. `recorded/` keeps each form
 * of a start that ever waited (as `temporal activity describe` told it); a new form adds a file, none is ever changed.
 */

interface Start {
  readonly activityId: string;
  readonly activityType: string;
  readonly taskQueue: string;
  readonly startToCloseTimeout: Duration;
  readonly input: readonly { readonly dispatch: string }[];
}

const folder = fileURLToPath(new URL('recorded', import.meta.url));
const recorded = readdirSync(folder).map((file) => {
  const start: Start = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  return { file, start };
});

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

test('every channel has a start on record', () => {
  expect(new Set(recorded.map(({ start }) => start.activityId.split('/')[0]))).toEqual(new Set(channelsOf()));
});

test.each(recorded)('$file: what waits on Temporal since then leaves, by the queue it waits on', async ({ start }) => {
  const channel = channelsOf().find((one) => start.activityId.startsWith(`${one}/`));
  if (!channel) throw new Error(`nobody serves ${start.activityId}`);
  const [was] = start.input;
  expect(start.taskQueue).toBe(deliveryQueue(channel));
  expect(start.activityId).toBe(activityIdOf(channel, was?.dispatch ?? ''));

  await office.plan('2025-03-03');
  const departures = await office.register.ledger.departures({ closing: office.now, limit: 10 });
  const mine = departures.find((one) => one.channel === channel);
  if (!mine) throw new Error(`no message by ${channel}`);
  const id = activityIdOf(channel, mine.dispatch);
  // Names of dispatches are keyed by the register: of what was recorded only that one word is another.
  const args = start.input.map((one) => ({ ...one, dispatch: mine.dispatch }));
  await on.temporal.client.activity.start(start.activityType, {
    ...{ id, args, taskQueue: on.queueOf(channel), startToCloseTimeout: start.startToCloseTimeout },
  });
  await office.register.ledger.markDispatched(mine.dispatch, id);
  await on.worker(office.senders());
  await on.temporal.client.activity.getHandle(id).result();
  const view = await office.register.directives.show(DIRECTIVE_ID);
  const left = view?.messages.filter((m) => m.outcome === 'accepted').map((m) => [m.channel, m.dispatchedAs]);
  expect(left).toEqual([[channel, id]]);
});
