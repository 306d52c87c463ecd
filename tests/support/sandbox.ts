import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Client } from '@temporalio/client';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import type { TimedAct } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import type { ReadNotice } from '../../office/registration.ts';
import { shippedRules } from '../../policies/index.ts';
import type { Directory } from '../../register/index.ts';
import { rehearse, type TaskResult } from '../../rehearsal/rehearse.ts';
import { openSandbox, type Sandbox } from '../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { command, databaseOf, TEMPLATE } from './postgres.ts';
import { testSeal } from './seal.ts';
import { openTestTemporal, type TestTemporal } from './temporal.ts';

/** A rehearsal's sandbox on the tests' own server, for all tests of a file; nothing it posts is delivered. */
export function useSandbox(directory: Directory = standInDirectory([])): {
  readonly sandbox: Sandbox;
  readonly client: Client;
} {
  let temporal: TestTemporal;
  let sandbox: Sandbox;
  beforeAll(async () => {
    temporal = await openTestTemporal();
    sandbox = await openSandbox({
      temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
      calendar: civilServants,
      directory,
      senders: [],
      seal: testSeal,
      ...present({ database: await ownDatabase() }),
    });
  });
  afterAll(async () => {
    await sandbox.close();
    await temporal.close();
  });
  return {
    get sandbox() {
      return sandbox;
    },
    get client() {
      return temporal.client;
    },
  };
}

/** On the cluster the register is on PostgreSQL too: a database of this file's own there. Else undefined. */
export async function ownDatabase(): Promise<string | undefined> {
  const server = process.env['DONDOC_TEST_POSTGRES'];
  if (process.env['DONDOC_TEST_CLUSTER'] === undefined || server === undefined) return undefined;
  const name = `sandbox_${randomUUID().replaceAll('-', '')}`;
  await command(server, `create database ${name} template ${TEMPLATE}`);
  const database = databaseOf(server, name);
  // The copies of a register are that register: each of these is another office.
  await command(database, `update meta set value = '${name.slice(-8)}' where key = 'register'`);
  return database;
}

/** The same, as a register is opened. */
export async function ownPlace(): Promise<{ readonly url: string } | undefined> {
  const url = await ownDatabase();
  return url === undefined ? undefined : { url };
}

/** Runs a notice of one directive from 8:00 of its day, under one policy, with these acts. */
export async function rehearseOne(
  sandbox: Sandbox,
  notice: ReadNotice,
  policy: Policy,
  acts: readonly TimedAct[],
  issuedAt = instantAt(notice.notice.anchor, 8 * 60),
): Promise<TaskResult> {
  const { results } = await rehearse(sandbox, [notice], { rules: shippedRules, policy, issuedAt, acts: () => acts });
  const [one] = results;
  if (!one) throw new Error('nothing was rehearsed');
  return one;
}
