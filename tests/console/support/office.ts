import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { type Rates, standardRates } from '../../../console/http/rates.ts';
import type { ConsoleOptions } from '../../../console/index.ts';
import { type RunningConsole, startConsole } from '../../../console/index.ts';
import type { Act, Standing } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, HOUR_MS, type Instant, instantAt } from '../../../dsl/time/day.ts';
import { actOn } from '../../../office/act.ts';
import { runPage } from '../../../office/page-address.ts';
import {
  directiveDraftOf,
  noticeDraftOf,
  partyIn,
  type ReadNotice,
  tasksOfNotice,
} from '../../../office/registration.ts';
import { startDirective } from '../../../office/start.ts';
import { shippedRules } from '../../../policies/index.ts';
import { type DirectiveRecord, openRegister, type Register } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { channelDesk } from '../../../service/channel-desk.ts';
import { settingsDesk } from '../../../service/settings-desk.ts';
import { readConfig } from '../../../settings/read-config.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { startDirectiveWorker } from '../../../worker/directive-worker.ts';
import { STANDING_QUERY } from '../../../workflows/contract.ts';
import { ownPlace } from '../../support/sandbox.ts';
import { testSeal } from '../../support/seal.ts';
import { openTestTemporal } from '../../support/temporal.ts';

export const ISSUED: Day = '2025-02-24';

/** An office with the real register, temporal, worker and pages, and a clock the test moves. */
export interface TestOffice {
  readonly folder: string;
  readonly register: Register;
  readonly client: Client;
  /** Of its directives. */
  readonly taskQueue: string;
  readonly pages: RunningConsole;
  /** Problems the pages reported. */
  readonly troubles: readonly unknown[];
  /** Domain time of the pages. */
  now: Instant;
  /** Registers the directives of the notice, and starts none. */
  keep(read: ReadNotice): Promise<readonly DirectiveRecord[]>;
  /** Registers and starts every directive of the notice, and waits for its assignment. */
  issue(read: ReadNotice): Promise<readonly DirectiveRecord[]>;
  /** Lets the directive's time (and that of the pages) pass to 10:00 of a day. */
  goTo(directive: DirectiveRecord, day: Day): Promise<void>;
  act(directiveId: string, act: Act): Promise<void>;
  /** The address in the newest message to this person about the directive. */
  linkTo(directiveId: string, personName: string): Promise<string>;
  /** Mails the pages sent after an answer have left. */
  settled(): Promise<void>;
  /** As if a minute had passed for everybody who waits. */
  freshRates(): void;
  /** Other pages on the same register and temporal. */
  morePages(options?: Partial<ConsoleOptions>): Promise<RunningConsole>;
  close(): Promise<void>;
}

export async function openOffice(
  notices: readonly ReadNotice[],
  given: Partial<ConsoleOptions> = {},
): Promise<TestOffice> {
  const temporal = await openTestTemporal();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-console-'));
  const register = await openRegister({
    ...((await ownPlace()) ?? { file: join(folder, 'register.db') }),
    compose: composeMessage,
    mailDomain: 'dondoc.example',
    calendar: civilServants,
  });
  await register.directory.import(standInDirectory(notices));
  const taskQueue = `console-${randomUUID()}`;
  const { address, namespace, client, clock } = temporal;
  const troubles: unknown[] = [];
  const opened: RunningConsole[] = [];
  const times = { now: instantAt(ISSUED, 10 * 60) };
  const started = new Map<string, Instant>();

  const morePages = async (options: Partial<ConsoleOptions> = {}) => {
    const running = await startConsole({
      ...{ register, client, calendar: civilServants, trustProxy: false, publicUrl: undefined },
      ...{ host: '127.0.0.1', port: 0, now: () => times.now },
      ...{ keyFile: join(folder, 'link-keys.json'), evidenceFolder: join(folder, 'evidence') },
      draftsFolder: join(folder, 'drafts'),
      policiesFolder: join(folder, 'policies'),
      evaluationFile: join(folder, 'danh-gia.yaml'),
      ready: new Set(['email']),
      settings: settingsDesk(readConfig({ DONDOC_DATA: folder }), async () => {}),
      runPage: (id) => runPage('https://temporal.example', namespace, id),
      // Queues of its own: other test files send by theirs.
      channels: channelDesk(client, (channel) => `${taskQueue}-${channel}`),
      onTrouble: (error) => troubles.push(error),
      ...options,
    });
    opened.push(running);
    return running;
  };
  const registered = async (read: ReadNotice) => {
    const issuedAt = instantAt(read.notice.anchor, 8 * 60);
    const party = partyIn(await register.directory.current(), read.notice.anchor);
    const drafts = tasksOfNotice(read, { rules: shippedRules }).map((task) =>
      directiveDraftOf(task, issuedAt, civilServants, party),
    );
    return { issuedAt, ...(await register.notices.register(noticeDraftOf(read), drafts)) };
  };
  let rates = standardRates();
  const pages = await morePages({ rates: followed(() => rates), ...given });
  register.links.carry(pages.linker);
  const worker = await startDirectiveWorker({
    ...{ connection: { address }, namespace, register, seal: testSeal, taskQueue },
    onPlanned: () => {},
  });

  return {
    ...{ folder, register, client, taskQueue, pages, troubles, morePages },
    get now() {
      return times.now;
    },
    set now(instant) {
      times.now = instant;
    },
    keep: async (read) => (await registered(read)).directives,
    async issue(read) {
      const { issuedAt, notice, directives } = await registered(read);
      for (const directive of directives) {
        const clockOffsetMs = issuedAt - Date.now();
        await startDirective(
          { client, register, calendar: civilServants, clockOffsetMs, taskQueue },
          notice,
          directive,
        );
        await client.workflow.getHandle(directive.workflowId).query<Standing>(STANDING_QUERY);
        started.set(directive.id, clockOffsetMs);
      }
      return directives;
    },
    async goTo(directive, day) {
      const target = instantAt(day, 10 * 60);
      const at = (await clock.now(directive.workflowId)).getTime() + (started.get(directive.id) ?? 0);
      await clock.fastForward(directive.workflowId, target - at);
      times.now = target + HOUR_MS / 60;
    },
    async act(directiveId, act) {
      await actOn({ client, register }, directiveId, act, randomUUID());
    },
    async linkTo(directiveId, personName) {
      const view = await register.directives.show(directiveId);
      const url = view?.messages
        .filter((m) => m.personName === personName)
        .map(pages.seal.signed)
        .at(-1)?.content?.link?.url;
      if (url === undefined) throw new Error(`no message to ${personName}`);
      return url;
    },
    settled: () => pages.settled(),
    freshRates() {
      rates = standardRates();
    },
    async close() {
      for (const running of opened) await running.close();
      await worker.stop();
      await temporal.close();
      await register.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Rates that can be made anew under pages that hold them. */
function followed(current: () => Rates): Rates {
  return {
    get perAddress() {
      return current().perAddress;
    },
    get misses() {
      return current().misses;
    },
    get perLink() {
      return current().perLink;
    },
    get forgeries() {
      return current().forgeries;
    },
    get forms() {
      return current().forms;
    },
    get signIns() {
      return current().signIns;
    },
    get passwordsByAddress() {
      return current().passwordsByAddress;
    },
    get passwordsByName() {
      return current().passwordsByName;
    },
    get passwordsByDevice() {
      return current().passwordsByDevice;
    },
  };
}
