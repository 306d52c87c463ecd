import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { invite, ticketPath } from '../../office/staff/index.ts';
import type { PlayYear } from '../../office/year/index.ts';
import { databaseName } from '../../register/index.ts';
import { type ServiceSeat, takeOfficeSeat } from '../../service/one-service.ts';
import {
  Metrics,
  type OperatorsPort,
  observing,
  openOperatorsPort,
  sdkMetrics,
} from '../../service/operators/index.ts';
import { type Service, startService } from '../../service/service.ts';
import { openServiceLog } from '../../service/service-log.ts';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import type { Config } from '../../settings/config.ts';
import { readConfig } from '../../settings/read-config.ts';
import { sampleConfig } from '../../settings/sample-config.ts';
import { closeInTurn } from '../../system/close-in-turn.ts';
import { narrow } from '../../system/private-folder.ts';
import { RESTORE_LINES } from '../../texts/backup.ts';
import { ENCRYPTION_LINES } from '../../texts/encryption.ts';
import { INTAKE_LINES } from '../../texts/intake.ts';
import { OPERATORS_LINES, SERVICE_LINES } from '../../texts/service.ts';
import { LOGIN_LINES, SAMPLE } from '../../texts/staff/index.ts';
import { warningsGoTo } from '../../worker/quiet-runtime.ts';
import { lastWords, type TemporalServer } from '../../worker/temporal-server/index.ts';
import { printLine } from '../output.ts';
import { fillOnce, sampleSwitch } from '../sample-office.ts';
import { openSession, type Session } from '../session.ts';
import { type Say, sayIn, tellers } from '../tellers.ts';

/** `dondoc up`: Temporal, the worker, the workers and the pages of the links, until SIGINT or SIGTERM. */
export function addUp(program: Command): void {
  program
    .command('up')
    .description(
      'Chạy hệ thống cho tới khi bấm Ctrl-C. Dùng máy chủ ở TEMPORAL_ADDRESS nếu có, nếu không thì tự mở trên máy này.',
    )
    .option('--port <cổng>', 'cổng của máy chủ Temporal (mặc định: cổng trống bất kỳ)', portArgument)
    .option('--ui', 'mở cả trang xem của Temporal: ai dùng được máy này đều xem và thao tác được')
    .option('--sample', 'mở với dữ liệu mẫu, ở chỗ riêng trong thư mục dữ liệu; không gửi gì đi')
    .addOption(new Option('--no-ui', 'không mở (mặc định)').hideHelp())
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc init       (cài đặt gửi thư, Zalo, địa chỉ trang; một lần)
  dondoc up
  dondoc up --sample  (xem thử; npm start cũng vậy)`,
    )
    .action(async (given: UpOptions) => {
      // Asked to stop while still starting: stop as soon as it has started.
      const stop = stopSignal();
      // What is written from here on, by the servers it starts too, is the owner's alone; what was there is made so.
      process.umask(0o077);
      for (let isSample: boolean | undefined = given.sample === true; isSample !== undefined; ) {
        isSample = await serveOne(given, isSample, stop);
      }
    });
}

interface UpOptions {
  readonly port?: number;
  readonly ui?: boolean;
  readonly sample?: boolean;
}

/** Serves the office, or the sample one, until told to stop or to go over. Returns which comes next; undefined: none. */
async function serveOne(given: UpOptions, isSample: boolean, stop: Promise<void>): Promise<boolean | undefined> {
  const config = isSample ? sampleConfig(readConfig()) : readConfig();
  const { dataFolder } = config;
  const seat = await takeOfficeSeat(config);
  await narrow(dataFolder);
  const log = await openServiceLog(dataFolder);
  // Of use to whoever looks into a fault, and no news for whoever watches.
  warningsGoTo((line) => log.warn(line));
  let goesOver: boolean;
  try {
    goesOver = await serve(given, { config, isSample, seat, stop, say: sayIn(log) });
  } catch (error) {
    log.error(error instanceof UserError ? error.message : String((error instanceof Error && error.stack) || error));
    throw error;
  } finally {
    warningsGoTo(undefined);
    await log.close();
    await seat.leave();
  }
  if (!goesOver) return undefined;
  // Left by a click: the next one begins with what is a sample today.
  if (isSample) await rm(dataFolder, { recursive: true, force: true });
  return !isSample;
}

interface Serving {
  readonly config: Config;
  readonly isSample: boolean;
  readonly seat: ServiceSeat;
  readonly stop: Promise<void>;
  readonly say: Say;
}

/** Serves until told to stop, or to go over to the other office: true then. */
async function serve(given: UpOptions, { config, isSample, seat, stop, say }: Serving): Promise<boolean> {
  const session = await openSession({
    config,
    ui: given.ui === true,
    kept: {
      onRestart: (why, times) => say.note(SERVICE_LINES.restarting(why, times)),
      onServing: () => say.line(SERVICE_LINES.servesAgain),
    },
    ...present({ port: given.port }),
  });
  let service: Service | undefined;
  let operators: OperatorsPort | undefined;
  const close = () => closeInTurn([() => operators?.close(), () => service?.stop(), () => session.close()]);
  let goesOver: boolean;
  try {
    const over = sampleSwitch(isSample, () => service?.console.baseUrl ?? '');
    const watched = config.operators === undefined ? undefined : new Metrics(config.temporal.deployment?.buildId);
    // Before the first worker: the library cannot begin to measure itself later.
    const sdk = watched && (await sdkMetrics());
    const told = tellers(say);
    const running = await startService({
      ...session,
      sample: over.switch,
      playYear,
      ...(watched ? observing(watched, told) : told),
    });
    service = running;
    if (config.operators && watched) {
      const ready = () => new Set(running.channels);
      const office = { register: session.register, client: session.client };
      const decoding = decodingOf(session);
      operators = await openOperatorsPort({
        config: config.operators,
        metrics: watched,
        ...office,
        ready,
        sdk,
        decoding,
      });
      say.line(OPERATORS_LINES.url(operators.url));
      if (decoding) say.line(ENCRYPTION_LINES.decoder(operators.url));
    }
    await seat.tell(service.console.baseUrl);
    if (isSample) await fillOnce(session);
    for (const line of standingLines(session, service)) say.line(line);
    // Not for the log: it lets in whoever has it.
    printLine(await officeLine(session, service, isSample));
    const held = await session.register.restoration.waiting();
    if (held !== undefined) say.note(`CHÚ Ý: ${RESTORE_LINES.waits(held)}`);
    for (const warning of settingsWarnings(session.config)) say.note(`CHÚ Ý: ${warning}`);
    say.line('Sẵn sàng. Bấm Ctrl-C để dừng.');
    goesOver = await Promise.race([
      stop.then(() => false),
      over.asked.then(() => true),
      service.failed,
      temporalGone(session.temporal),
      seatLost(seat),
    ]);
    if (!goesOver) say.note('Đang dừng…');
  } catch (error) {
    // Why it ends is told, whatever becomes of the closing: without Temporal a worker may not end well.
    await close().catch((fault: unknown) => say.note(SERVICE_LINES.notClosed(String(fault))));
    throw error;
  }
  await close();
  return goesOver;
}

/** What it needs is loaded when somebody wants to see a year. */
const playYear: PlayYear = async (asked, hooks) =>
  (await import('../../rehearsal/play-year.ts')).playYear(asked, hooks);

/** For Temporal's page, where there is one, of what is encrypted. */
function decodingOf({ config, temporal }: Session) {
  const [codec] = temporal.dataConverter.payloadCodecs ?? [];
  const page = config.temporal.uiUrl ?? temporal.uiAddress;
  return codec && page !== undefined ? { codec, origin: new URL(page).origin } : undefined;
}

async function seatLost(seat: ServiceSeat): Promise<never> {
  await seat.lost;
  throw new UserError(SERVICE_LINES.seatLost);
}

function standingLines({ temporal, config }: Session, service: Service): string[] {
  return [
    `Temporal:  ${temporal.address}${temporal.uiAddress ? `, trang xem ${temporal.uiAddress}` : ''}`,
    `Dữ liệu:   ${config.dataFolder}`,
    ...(config.database === undefined ? [] : [`Sổ:        ${databaseName(config.database)}`]),
    `Kênh gửi:  ${service.channels.join(', ') || SERVICE_LINES.noChannel}`,
    `Thư đến:   ${config.mail.inbox ?? INTAKE_LINES.manual}`,
    pagesLine(service),
    SERVICE_LINES.log(join(config.dataFolder, 'dondoc.log')),
  ];
}

/** Where the office works; on a first start with the link that lets its first administrator in. */
async function officeLine(
  { register }: Session,
  { console: { baseUrl } }: Service,
  isSample: boolean,
): Promise<string> {
  if (await register.staff.hasSessions()) return LOGIN_LINES.pages(`${baseUrl}/vp`);
  // Whoever has a look at the sample is asked nothing.
  const name = isSample ? SAMPLE.visitor : '';
  const secret = await invite(register, { name, role: 'administrator' }, Date.now());
  return LOGIN_LINES.first(`${baseUrl}${ticketPath(secret)}`);
}

function pagesLine({ console: { baseUrl, localUrl } }: Service): string {
  return baseUrl === localUrl
    ? `Trang web:  ${baseUrl} (chỉ mở được trên máy này; đặt DONDOC_CONSOLE_URL là địa chỉ người nhận thư mở được)`
    : `Trang web:  ${baseUrl} (phục vụ ở ${localUrl})`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function temporalGone({ exited }: Pick<TemporalServer, 'exited'>): Promise<never> {
  throw new UserError(SERVICE_LINES.temporalGone(lastWords(await exited)));
}

function portArgument(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('cổng là số từ 1 đến 65535');
}
