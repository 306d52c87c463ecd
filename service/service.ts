import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { auditActivities } from '../activities/audit.ts';
import type { ActWritten } from '../activities/record.ts';
import { type ConsoleOptions, type RunningConsole, type SampleSwitch, startConsole } from '../console/index.ts';
import type { PostOfficeEvent } from '../delivery/outbox/index.ts';
import { Relay } from '../delivery/relay/index.ts';
import { present } from '../dsl/present.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import type { TakenMail } from '../inbound/mail/index.ts';
import { ZaloDesk } from '../inbound/zalo/desk.ts';
import { IdentityProvider } from '../office/accounts/index.ts';
import type { ActSeal } from '../office/act-seal.ts';
import { runsOf, startAuditor } from '../office/audit/index.ts';
import { type RunsTakenBack, takeBackRuns } from '../office/backup/index.ts';
import { FORMULA_NAME } from '../office/evaluation/index.ts';
import { lostDirectives, restartDirectives } from '../office/heal.ts';
import { EvidenceStore } from '../office/links/index.ts';
import { runPage } from '../office/page-address.ts';
import { lostSeries, restartSeries } from '../office/series/heal.ts';
import type { PlayYear } from '../office/year/index.ts';
import type { AuditRecorded, Register } from '../register/index.ts';
import { readyChannels } from '../settings/channels.ts';
import type { Config } from '../settings/config.ts';
import { closeInTurn } from '../system/close-in-turn.ts';
import { INTAKE_LINES } from '../texts/intake.ts';
import type { ZaloStanding } from '../texts/zalo.ts';
import { startDirectiveWorker } from '../worker/directive-worker.ts';
import type { TemporalServer } from '../worker/temporal-server/index.ts';
import { channelDesk } from './channel-desk.ts';
import { MailIntake } from './mail-intake.ts';
import { startRunWatch } from './run-watch.ts';
import { SecurityLog } from './security-log.ts';
import { returnPaths } from './senders.ts';
import { Sending } from './sending.ts';
import { mailAtOnce, settingsDesk } from './settings-desk.ts';
import { zaloSetup } from './zalo.ts';
import { startZaloUpkeep, type ZaloUpkeep } from './zalo-upkeep.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly temporal: TemporalServer;
  readonly register: Register;
  /** Tells the office's acts from others. */
  readonly seal: Pick<ActSeal, 'holds'>;
  /** Goes over to sample data and back; absent where there is none. */
  readonly sample?: SampleSwitch;
  /** Plays a year for those who want to see one; absent where nothing is to be played. */
  readonly playYear?: PlayYear;
  /** For the acts of the pages, which it signs. */
  readonly client: Client;
  readonly onPost: (event: PostOfficeEvent) => void;
  /** What is to be sent could not be handed over to Temporal; it is tried again. */
  readonly onRelayTrouble: (error: unknown) => void;
  /** A page could not be shown or a form not taken. */
  readonly onTrouble: (error: unknown) => void;
  /** The Zalo account needs somebody, or its word could not be worked through. */
  readonly onZaloTrouble: (error: unknown) => void;
  /** How the Zalo account stands, each time it was asked. */
  readonly onZaloStanding?: (standing: ZaloStanding) => void;
  /** An act of a person was written down. */
  readonly onActed?: (acted: ActWritten) => void;
  /** A mail that came in was taken. */
  readonly onMail: (mail: TakenMail) => void;
  /** Mail cannot be taken, or no longer leaves as it should. */
  readonly onMailTrouble: (error: unknown) => void;
  /** The auditor has looked at everything that is open, or something came from outside. */
  readonly onAudited: (recorded: AuditRecorded) => void;
  /** A directive, or one that recurs, that should have run and did not runs again. */
  /** Ids of directives and of what recurs, all of a start together; never none. */
  readonly onRestarted: (ids: readonly string[]) => void;
  /** After a restore, what ran on Temporal from before was ended. */
  readonly onTakenBack: (taken: RunsTakenBack) => void;
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
  const { config, temporal, register, client, onPost, onAudited, onZaloTrouble, onZaloStanding: onStanding } = options;
  const { connection, namespace, dataConverter } = temporal;
  await takeBack(options);
  // First of all: where another register works on this server, its tasks are not for this worker.
  await startAuditor({ client, register });
  await restartLost(options);
  const zalo = await zaloSetup(config);
  let upkeep: ZaloUpkeep | undefined;
  const desk = zaloDesk(options, () => upkeep?.accountChanged());
  const intake = await mailIntake(options);
  const ready = new Set(readyChannels(config));
  // What sends needs the pages' seal, and the pages change what sends: this is said once both are there.
  let { decideBy } = config.console;
  const settings = settingsDesk(config, (next) => {
    decideBy = next.console.decideBy;
    return sending.apply(next);
  });
  // Of a sample office nothing may leave: it has no settings.
  const own = options.sample?.isOn ? {} : { settings, sendMail: mailAtOnce(config.dataFolder) };
  const pages = await openPages(options, desk, { ready, decideBy: () => decideBy, ...own });
  const sending: Sending = new Sending({
    client,
    register,
    connection,
    namespace,
    dataConverter,
    onPost,
    ready,
    seal: pages.seal,
    owner: `${hostname()}:${config.dataFolder}`,
    onNotSent: () => relay.poke(),
    hooks: {
      onReturnPathRefused: (answer) => options.onMailTrouble(INTAKE_LINES.pathsRefused(answer)),
      onFault: (reason) => options.onMailTrouble(reason),
    },
  });
  const relay: Relay = new Relay({
    ledger: register.ledger,
    client,
    now: Date.now,
    onTrouble: options.onRelayTrouble,
    get unused() {
      return sending.unused;
    },
  });
  const worker = await startDirectiveWorker({
    connection,
    namespace,
    dataConverter,
    register,
    seal: options.seal,
    build: config.temporal.deployment,
    onIncident: onAudited,
    onPlanned: () => relay.poke(),
    onActed: options.onActed,
    audit: auditActivities({ register, client, onAudited, before: () => relay.reconcile() }),
  }).catch(async (error: unknown) => {
    await pages.close();
    throw error;
  });
  if (zalo !== null)
    upkeep = startZaloUpkeep({ setup: zalo, desk, register, onTrouble: onZaloTrouble, ...present({ onStanding }) });
  intake?.start();
  await sending.apply(config).catch(async (error: unknown) => {
    await worker.stop();
    await pages.close();
    throw error;
  });
  relay.start();
  const watch = startRunWatch({ register, client, onIncident: onAudited, onTrouble: options.onWatchTrouble });
  const failed = Promise.race([worker.done.then(() => new Promise<never>(() => {})), sending.failed]);
  // Whoever waits for the failure hears of it; nobody waiting must not end the process.
  failed.catch(() => {});
  return {
    get channels() {
      return sending.channels;
    },
    console: pages,
    failed,
    stop: () =>
      closeInTurn([
        // First: an act under way needs the worker for its answer.
        () => pages.close(),
        () => upkeep?.stop(),
        () => intake?.stop(),
        () => watch.stop(),
        () => worker.stop(),
        () => relay.stop(),
        () => sending.stop(),
      ]),
  };
}

/** After a restore: what Temporal still runs is of a register that is no more. */
async function takeBack({ client, register, onTakenBack }: ServiceOptions): Promise<void> {
  const taken = await takeBackRuns(client, register);
  if (taken !== undefined) onTakenBack(taken);
}

async function restartLost({ client, register, onRestarted }: ServiceOptions): Promise<void> {
  const runs = await runsOf(client);
  const series = await lostSeries(register, runs, await register.series.list());
  await restartSeries({ client, register }, series);
  const directives = await lostDirectives(register, runs);
  await restartDirectives({ client, register }, directives);
  const ids = [...series, ...directives].map(({ id }) => id);
  if (ids.length > 0) onRestarted(ids);
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
  const office = present({ register, evidence, returnPaths: paths });
  return new MailIntake({ office, folder: mail.inbox, onTaken: onMail, onTrouble: onMailTrouble });
}

function runPageIn({ temporal: { uiUrl } }: Config, { uiAddress, namespace }: TemporalServer) {
  const ui = uiUrl ?? uiAddress;
  return ui === undefined ? undefined : (workflowId: string) => runPage(ui, namespace, workflowId);
}

function providerOf({ oidc }: Config): IdentityProvider | undefined {
  return oidc && new IdentityProvider(oidc);
}

/** From here on messages carry links to these pages. */
async function openPages(
  { config, temporal, register, client, onTrouble, sample, playYear }: ServiceOptions,
  zalo: ZaloDesk | undefined,
  given: Pick<ConsoleOptions, 'ready' | 'settings' | 'sendMail' | 'decideBy'>,
): Promise<RunningConsole> {
  const { url: publicUrl, decideBy: _, ...where } = config.console;
  const security = new SecurityLog(config.dataFolder, onTrouble);
  const pages = await startConsole({
    onSecurity: (event) => security.note(event),
    ...where,
    publicUrl,
    register,
    client,
    calendar: civilServants,
    onTrouble,
    ...given,
    policiesFolder: config.policiesFolder,
    evaluationFile: join(config.dataFolder, FORMULA_NAME),
    channels: channelDesk(client),
    ...present({ sample, playYear, zalo, runPage: runPageIn(config, temporal), provider: providerOf(config) }),
  });
  register.links.carry(pages.linker);
  return pages;
}
