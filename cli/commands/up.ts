import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PostOfficeEvent } from '../../delivery/outbox/index.ts';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { invite, ticketPath } from '../../office/staff/index.ts';
import type { AuditRecorded } from '../../register/index.ts';
import { type ServiceSeat, takeServiceSeat } from '../../service/one-service.ts';
import { type Service, startService } from '../../service/service.ts';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import { readConfig } from '../../settings/read-config.ts';
import { narrow } from '../../system/private-folder.ts';
import { AUDIT_LINES, incidentLine } from '../../texts/audit.ts';
import { formatMoment } from '../../texts/format.ts';
import { INTAKE_LINES } from '../../texts/intake.ts';
import { KIND_NAMES } from '../../texts/names.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { SERVICE_LINES } from '../../texts/service.ts';
import { LOGIN_LINES } from '../../texts/staff/index.ts';
import { printLine, printNote } from '../output.ts';
import { openSession, type Session } from '../session.ts';
import { takenLine } from '../taken-line.ts';

/** `dondoc up`: Temporal, the worker, the workers and the pages of the links, until SIGINT or SIGTERM. */
export function addUp(program: Command): void {
  program
    .command('up')
    .description(
      'Chạy hệ thống cho tới khi bấm Ctrl-C. Dùng máy chủ ở TEMPORAL_ADDRESS nếu có, nếu không thì tự mở trên máy này.',
    )
    .option('--port <cổng>', 'cổng của máy chủ Temporal (mặc định: cổng trống bất kỳ)', portArgument)
    .option('--ui', 'mở cả trang xem của Temporal: ai dùng được máy này đều xem và thao tác được')
    .addOption(new Option('--no-ui', 'không mở (mặc định)').hideHelp())
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc init       (cài đặt gửi thư, Zalo, địa chỉ trang; một lần)
  dondoc up`,
    )
    .action(async (given: { port?: number; ui?: boolean }) => {
      // Asked to stop while still starting: stop as soon as it has started.
      const stop = stopSignal();
      const { dataFolder } = readConfig();
      // What is written from here on, by the servers it starts too, is the owner's alone; what was there is made so.
      process.umask(0o077);
      const seat = await takeServiceSeat(dataFolder);
      await narrow(dataFolder);
      try {
        await serve(given, seat, stop);
      } finally {
        await seat.leave();
      }
    });
}

async function serve(given: { port?: number; ui?: boolean }, seat: ServiceSeat, stop: Promise<void>): Promise<void> {
  const session = await openSession({
    ui: given.ui === true,
    ...present({ port: given.port }),
  });
  let service: Service | undefined;
  try {
    service = await startService({
      ...session,
      onPost: tell,
      onRelayTrouble: tellRelay,
      onTrouble: tellTrouble,
      onZaloTrouble: tellZalo,
      onMail: (mail) => printLine(takenLine(mail)),
      onMailTrouble: tellMailTrouble,
      onAudited: tellAudit,
      onRestarted: (id) => printNote(AUDIT_LINES.restarted(id)),
      onWatchTrouble: (error) => printNote(AUDIT_LINES.blind(messageOf(error))),
    });
    await seat.tell(service.console.baseUrl);
    for (const line of standingLines(session, service)) printLine(line);
    printLine(await officeLine(session, service));
    for (const warning of settingsWarnings(session.config)) printNote(`CHÚ Ý: ${warning}`);
    printLine('Sẵn sàng. Bấm Ctrl-C để dừng.');
    await Promise.race([stop, service.failed, temporalGone(session.temporal)]);
    printNote('Đang dừng…');
  } finally {
    await service?.stop();
    await session.close();
  }
}

function standingLines({ temporal, config }: Session, service: Service): string[] {
  return [
    `Temporal:  ${temporal.address}${temporal.uiAddress ? `, trang xem ${temporal.uiAddress}` : ''}`,
    `Dữ liệu:   ${config.dataFolder}`,
    `Kênh gửi:  ${service.channels.join(', ') || SERVICE_LINES.noChannel}`,
    `Thư đến:   ${config.mail.inbox ?? INTAKE_LINES.manual}`,
    pagesLine(service),
  ];
}

/** Where the office works; on a first start with the link that lets its first administrator in. */
async function officeLine({ register }: Session, { console: { baseUrl } }: Service): Promise<string> {
  if (await register.staff.hasSessions()) return LOGIN_LINES.pages(`${baseUrl}/vp`);
  const secret = await invite(register, { name: userInfo().username, role: 'administrator' }, Date.now());
  return LOGIN_LINES.first(`${baseUrl}${ticketPath(secret)}`);
}

function pagesLine({ console: { baseUrl, localUrl } }: Service): string {
  return baseUrl === localUrl
    ? `Trang web:  ${baseUrl} (chỉ mở được trên máy này; đặt DONDOC_CONSOLE_URL là địa chỉ người nhận thư mở được)`
    : `Trang web:  ${baseUrl} (phục vụ ở ${localUrl})`;
}

/** Without the address asked for: that is a key. */
function tellTrouble(error: unknown): void {
  printNote(`Trang web: một yêu cầu không làm được: ${messageOf(error)}`);
}

function tellRelay(error: unknown): void {
  printNote(`Chưa chuyển được thông báo cho Temporal: ${messageOf(error)}; sẽ thử lại`);
}

function tellZalo(error: unknown): void {
  printNote(`CẢNH BÁO Zalo: ${messageOf(error)}`);
}

function tellMailTrouble(error: unknown): void {
  printNote(`CẢNH BÁO thư đến: ${messageOf(error)}`);
}

/** An alarm for each new incident; a flood of them is named by its number. */
function tellAudit({ opened, resolved }: AuditRecorded): void {
  for (const incident of opened.slice(0, MOST_ALARMS)) printNote(`CẢNH BÁO đối soát: ${incidentLine(incident)}`);
  if (opened.length > MOST_ALARMS) printNote(AUDIT_LINES.more(opened.length - MOST_ALARMS));
  if (resolved.length > 0) printNote(AUDIT_LINES.resolved(resolved.length));
}

const MOST_ALARMS = 10;

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function temporalGone(temporal: { exited: Promise<{ tail: readonly string[] }> }): Promise<never> {
  const { tail } = await temporal.exited;
  throw new UserError(
    `máy chủ Temporal đã dừng: ${tail.at(-1) ?? 'không rõ lý do'}; chạy lại dondoc up, không mất việc nào`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** One line a message, never stronger than what is known. */
function tell(event: PostOfficeEvent): void {
  if (event.type === 'outcome') printLine(outcomeLine(event));
  else printNote(troubleLine(event));
}

function outcomeLine({ row, outcome }: Extract<PostOfficeEvent, { type: 'outcome' }>): string {
  const fate = outcome.kind === 'later' ? `chưa gửi được, sẽ thử lại: ${outcome.reason}` : OUTCOME_NAMES[outcome.kind];
  return `${row.directiveId}  ${KIND_NAMES[row.kind]} → ${row.personName ?? ''} (${row.channel}): ${fate}`;
}

function troubleLine(event: Exclude<PostOfficeEvent, { type: 'outcome' }>): string {
  switch (event.type) {
    case 'alarm':
      return `CẢNH BÁO ${event.row.directiveId}: ${event.reason}`;
    case 'channel':
      return event.state.pausedUntil === null
        ? `Kênh ${event.channel} đã gửi lại được.`
        : `CẢNH BÁO kênh ${event.channel} tạm dừng, thử lại lúc ${formatMoment(event.state.pausedUntil)}: ${event.state.reason}`;
    case 'abandoned':
      return abandonedLine(event);
    case 'row-lost':
      return `${event.row.directiveId}: thông báo cho ${event.row.personName ?? ''} vừa đổi hoặc tiến trình khác đã gửi, ở đây không gửi`;
    case 'ledger-error':
      return `Sổ chưa ghi được: ${event.error instanceof Error ? event.error.message : String(event.error)}; sẽ thử lại`;
  }
}

function abandonedLine({ doubted }: Extract<PostOfficeEvent, { type: 'abandoned' }>): string {
  return `Lần gửi trước dừng giữa chừng: ${doubted.length} thông báo đang gửi dở, chưa rõ đã gửi hay chưa, không gửi lại; xem: dondoc settle`;
}

function portArgument(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('cổng là số từ 1 đến 65535');
}
