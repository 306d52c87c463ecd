import { hostname } from 'node:os';
import type { Client } from '@temporalio/client';
import { auditActivities } from '../activities/audit.ts';
import { type RunningConsole, startConsole } from '../console/index.ts';
import { PostOffice, type PostOfficeEvent } from '../delivery/outbox/index.ts';
import { Relay } from '../delivery/relay/index.ts';
import { channelsOf } from '../dsl/policy/channels.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import type { TakenMail } from '../inbound/mail/index.ts';
import { ZaloDesk } from '../inbound/zalo/desk.ts';
import type { ActSeal } from '../office/act-seal.ts';
import { runsOf, startAuditor } from '../office/audit/index.ts';
import { lostDirectives, restartDirectives } from '../office/heal.ts';
import { EvidenceStore } from '../office/links/index.ts';
import { lostSeries, restartSeries } from '../office/series/heal.ts';
import type { AuditRecorded, Register } from '../register/index.ts';
import { readyChannels } from '../settings/channels.ts';
import type { Config } from '../settings/config.ts';
import { INTAKE_LINES } from '../texts/intake.ts';
import { startDeliveryWorkers } from '../worker/delivery-worker.ts';
import { startDirectiveWorker } from '../worker/directive-worker.ts';
import type { TemporalServer } from '../worker/temporal-server/index.ts';
import { MailIntake } from './mail-intake.ts';
import { startRunWatch } from './run-watch.ts';
import { SecurityLog } from './security-log.ts';
import { returnPaths, sendersOf } from './senders.ts';
import { zaloSetup } from './zalo.ts';
import { startZaloUpkeep, type ZaloUpkeep } from './zalo-upkeep.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly temporal: TemporalServer;
  readonly register: Register;
  /** Tells the office's acts from others. */
  readonly seal: Pick<ActSeal, 'holds'>;
  /** For the acts of the pages, which it signs. */
  readonly client: Client;
  readonly onPost: (event: PostOfficeEvent) => void;
  /** What is to be sent could not be handed over to Temporal; it is tried again. */
  readonly onRelayTrouble: (error: unknown) => void;
  /** A page could not be shown or a form not taken. */
  readonly onTrouble: (error: unknown) => void;
  /** The Zalo account needs somebody, or its word could not be worked through. */
  readonly onZaloTrouble: (error: unknown) => void;
  /** A mail that came in was taken. */
  readonly onMail: (mail: TakenMail) => void;
  /** Mail cannot be taken, or no longer leaves as it should. */
  readonly onMailTrouble: (error: unknown) => void;
  /** The auditor has looked at everything that is open, or something came from outside. */
  readonly onAudited: (recorded: AuditRecorded) => void;
  /** A directive, or one that recurs, that should have run and did not runs again. */
  readonly onRestarted: (id: string) => void;
  /** Temporal cannot be asked what runs. */
  readonly onWatchTrouble: (error: unknown) => void;
}

export interface Service {
  /** Channels that can send. */
  readonly channels: readonly string[];
  readonly console: Pick<RunningConsole, 'baseUrl' | 'localUrl'>;
  /** Rejects where a worker failed. */
  readonly failed: Promise<never>;
  /** Finishes what is in hand: forms that were sent, tasks, then the messages under way. */
  stop(): Promise<void>;
}

/** All that serves directives in one process: the workers that run them and send, the relay between, the pages of the links. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { config, temporal, register, client, onPost, onAudited, onZaloTrouble } = options;
  const senders = await sendersOf(config, {
    onReturnPathRefused: (answer) => options.onMailTrouble(INTAKE_LINES.pathsRefused(answer)),
    onFault: (reason) => options.onMailTrouble(reason),
  });
  const { connection, namespace } = temporal;
  // First of all: where another register works on this server, its tasks are not for this worker.
  await startAuditor({ client, register });
  await restartLost(options);
  const zalo = await zaloSetup(config);
  let upkeep: ZaloUpkeep | undefined;
  const desk = zaloDesk(options, () => upkeep?.accountChanged());
  const intake = await mailIntake(options);
  const pages = await openPages(options, desk);
  const postOffice = new PostOffice({
    ledger: register.ledger,
    senders,
    owner: `${hostname()}:${config.dataFolder}`,
    now: Date.now,
    log: onPost,
    seal: pages.seal,
  });
  const relay = new Relay({
    ledger: register.ledger,
    client,
    now: Date.now,
    onTrouble: options.onRelayTrouble,
    unused: config.used === undefined ? [] : channelsOf().filter((channel) => !config.used?.includes(channel)),
  });
  const worker = await startDirectiveWorker({
    ...{ connection, namespace, register, seal: options.seal, build: config.temporal.deployment },
    onPlanned: () => relay.poke(),
    onIncident: onAudited,
    audit: auditActivities({ register, client, onAudited, before: () => relay.reconcile() }),
  }).catch(async (error: unknown) => {
    await pages.close();
    throw error;
  });
  if (zalo !== null) upkeep = startZaloUpkeep({ setup: zalo, desk, register, onTrouble: onZaloTrouble });
  intake?.start();
  const { perMinute } = config;
  const delivery = await startDeliveryWorkers({
    connection,
    namespace,
    postOffice,
    perMinute,
    now: Date.now,
    onNotSent: () => relay.poke(),
  }).catch(async (error: unknown) => {
    await worker.stop();
    await pages.close();
    throw error;
  });
  relay.start();
  const watch = startRunWatch({ register, client, onIncident: onAudited, onTrouble: options.onWatchTrouble });
  const failed = Promise.all([worker.done, delivery.done]).then(() => new Promise<never>(() => {}));
  // Whoever waits for the failure hears of it; nobody waiting must not end the process.
  failed.catch(() => {});
  return {
    channels: senders.map((s) => s.channel),
    console: pages,
    failed,
    async stop() {
      // First: an act under way needs the worker for its answer.
      await pages.close();
      await watch.stop();
      await upkeep?.stop();
      await intake?.stop();
      await worker.stop();
      await relay.stop();
      await delivery.stop();
      await postOffice.close();
    },
  };
}

async function restartLost({ client, register, onRestarted }: ServiceOptions): Promise<void> {
  const runs = await runsOf(client);
  const series = await lostSeries(register, runs, await register.series.list());
  await restartSeries({ client, register }, series);
  const directives = await lostDirectives(register, runs);
  await restartDirectives({ client, register }, directives);
  for (const { id } of [...series, ...directives]) onRestarted(id);
}

/** Takes what Zalo posts, where its signature can be checked. */
function zaloDesk(
  { config, register, client, onZaloTrouble }: ServiceOptions,
  onAccountChanged: () => void,
): ZaloDesk | undefined {
  const { appId, oaSecret, ackButton } = config.zalo;
  if (appId === undefined || oaSecret === undefined) return undefined;
  return new ZaloDesk({ appId, oaSecret, ackButton, register, client, onTrouble: onZaloTrouble, onAccountChanged });
}

/** The office's mail, where it comes into a folder of this machine. */
async function mailIntake({ config, register, onMail, onMailTrouble }: ServiceOptions) {
  const { mail, console } = config;
  if (mail.inbox === undefined) return undefined;
  const paths = await returnPaths(mail, console.keyFile);
  const evidence = new EvidenceStore(console.evidenceFolder);
  const office = { register, evidence, ...(paths === undefined ? {} : { returnPaths: paths }) };
  return new MailIntake({ office, folder: mail.inbox, onTaken: onMail, onTrouble: onMailTrouble });
}

/** From here on messages carry links to these pages. */
async function openPages(
  { config, register, client, onTrouble }: ServiceOptions,
  zalo: ZaloDesk | undefined,
): Promise<RunningConsole> {
  const { url: publicUrl, ...where } = config.console;
  const security = new SecurityLog(config.dataFolder, onTrouble);
  const pages = await startConsole({
    onSecurity: (event) => security.note(event),
    ...{ ...where, publicUrl, register, client, calendar: civilServants, onTrouble },
    ready: readyChannels(config),
    ...(zalo === undefined ? {} : { zalo }),
  });
  register.links.carry(pages.linker);
  return pages;
}
