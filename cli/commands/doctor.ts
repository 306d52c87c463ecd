import { Resolver } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import type { Command } from 'commander';
import { dkimRecord, dkimStanding } from '../../delivery/email/index.ts';
import { type Channel, channelsOf } from '../../dsl/policy/channels.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { mailsSetAside, waitingMails } from '../../inbound/mail/read/index.ts';
import { HEARTBEAT_STALE_MS } from '../../office/audit/index.ts';
import { calendarInForce } from '../../office/change/calendar-in-force.ts';
import type { Register } from '../../register/index.ts';
import { MAILBOX_STALE_MS } from '../../service/mail-intake.ts';
import { providerStanding } from '../../service/provider-standing.ts';
import { dkimKeyOf, sendersOf } from '../../service/senders.ts';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import { zaloSetup, zaloStanding } from '../../service/zalo.ts';
import { CHANNEL_VARIABLES } from '../../settings/channels.ts';
import type { Config } from '../../settings/config.ts';
import { readWhatHolds } from '../../settings/read-what-holds.ts';
import { settingsFile } from '../../settings/settings-file.ts';
import { narrow, openToOthers } from '../../system/private-folder.ts';
import { AUDIT_LINES, HAPPENED, MENDED_BY_UP } from '../../texts/audit.ts';
import { BACKUP_FAULTS, RESTORE_LINES } from '../../texts/backup.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { INTAKE_LINES } from '../../texts/intake.ts';
import { DOCTOR_LINES } from '../../texts/service.ts';
import { systemTrouble } from '../../texts/system-trouble.ts';
import { zaloLines, zaloNotSetUp, zaloProblems } from '../../texts/zalo.ts';
import { workerIsUp } from '../../worker/polls.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, requireFormat } from '../output.ts';
import { openSession } from '../session.ts';

interface Finding {
  readonly part: string;
  readonly ok: boolean;
  /** How it is, or what to do. */
  readonly says: string;
}

/** `dondoc doctor`: each part, with ok or what to do. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const findings = await examine();
      if (format === 'json') printJson({ parts: findings });
      else for (const { part, ok, says } of findings) printLine(`${ok ? 'ok ' : '!! '} ${part.padEnd(14)} ${says}`);
      if (findings.some((f) => !f.ok)) endWithFinding();
    });
}

type Check = (config: Config) => Promise<string>;

/** A check says how its part is, or throws what to do about it. */
type PartCheck = readonly [part: string, check: Check];

const CHANNEL_CHECKS: Readonly<Record<Channel, readonly PartCheck[]>> = {
  email: [
    ['Email', smtp],
    ['DKIM', dkim],
    ['Thư đến', mailbox],
  ],
  zalo: [['Zalo', zalo]],
};

const SETTINGS = 'Cài đặt';

const CHECKS: readonly PartCheck[] = [
  ['Node', async () => process.version],
  ['Thư mục', dataFolder],
  [SETTINGS, settings],
  ['Sổ', register],
  ['Danh bạ', directory],
  ['Lịch làm việc', calendar],
  ['Temporal', temporal],
  ['Đối soát', auditor],
  ['Kênh gửi', channelsOpen],
];

async function examine(): Promise<Finding[]> {
  const { config, faults } = readWhatHolds();
  const { used } = config;
  const findings: Finding[] = faults.map((says) => ({ part: SETTINGS, ok: false, says }));
  for (const [part, check] of CHECKS) {
    const found = await finding(part, () => check(config));
    // What is left of settings that cannot be right is not called right.
    if (part !== SETTINGS || !found.ok || faults.length === 0) findings.push(found);
  }
  if (config.oidc !== undefined) findings.push(await finding('Đăng nhập', () => providerStanding(config)));
  for (const channel of channelsOf()) {
    // Nobody has to set up what the office has said it does not use.
    if (used !== undefined && !used.includes(channel)) continue;
    for (const [part, check] of CHANNEL_CHECKS[channel]) findings.push(await finding(part, () => check(config)));
  }
  return findings;
}

async function finding(part: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { part, ok: true, says: await check() };
  } catch (error) {
    return { part, ok: false, says: error instanceof Error ? error.message : String(error) };
  }
}

/** With less, an office that keeps reports and a year of mails is soon without any. */
const LOW_SPACE_BYTES = 500_000_000;

async function dataFolder({ dataFolder }: Config): Promise<string> {
  try {
    await narrow(dataFolder);
    await access(dataFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserError(DOCTOR_LINES.folderTrouble(dataFolder, systemTrouble(error)));
  }
  const open = await openToOthers(dataFolder);
  if (open.length > 0) throw new UserError(DOCTOR_LINES.openToOthers(open[0] ?? dataFolder, open.length));
  const { bavail, bsize } = await statfs(dataFolder);
  const free = bavail * bsize;
  if (free < LOW_SPACE_BYTES) throw new UserError(DOCTOR_LINES.lowOnSpace(dataFolder, free));
  return DOCTOR_LINES.folder(dataFolder, free);
}

async function settings(config: Config): Promise<string> {
  const warnings = settingsWarnings(config);
  if (warnings.length > 0) throw new UserError(warnings.join('; '));
  const file = settingsFile(config.dataFolder);
  return existsSync(file) ? file : DOCTOR_LINES.noSettings;
}

async function register(config: Config): Promise<string> {
  const counts = await withRegister(async (r) => {
    await requireInUse(r);
    return {
      directives: (await r.directives.list()).length,
      messages: await r.ledger.counts(),
      replies: (await r.replies.list({ state: 'waiting' })).length,
    };
  }, config);
  const { unknown, refused, bounced } = counts.messages;
  const messages = `thông báo chưa rõ kết quả: ${unknown}, bị từ chối: ${refused}, bị trả lại: ${bounced}`;
  return `${counts.directives} nhiệm vụ; ${messages}; thư trả lời chờ xác nhận: ${counts.replies}`;
}

/** A register that was carried elsewhere does nothing here; one that was restored sends nothing until somebody agrees. */
async function requireInUse({ restoration }: Register): Promise<void> {
  const moved = await restoration.moved();
  if (moved !== undefined) throw new UserError(BACKUP_FAULTS.moved(moved.at));
  const held = await restoration.waiting();
  if (held !== undefined) throw new UserError(RESTORE_LINES.waits(held));
}

/** Channels the post office has paused, as it last found them. */
async function channelsOpen(config: Config): Promise<string> {
  const paused = (await withRegister((r) => r.ledger.channels(), config)).filter((c) => c.pausedUntil !== null);
  if (paused.length === 0) return 'không có kênh nào bị tạm dừng';
  const lines = paused.map(
    ({ channel, since, pausedUntil, reason }) =>
      `${channel} tạm dừng từ ${formatMoment(since ?? 0)}, thử lại lúc ${formatMoment(pausedUntil ?? 0)}: ${reason}`,
  );
  throw new UserError(`${lines.join('; ')} (kênh tự mở lại khi gửi được)`);
}

async function directory(config: Config): Promise<string> {
  const { agencies, people } = await withRegister((r) => r.directory.current(), config);
  if (agencies.length === 0) throw new UserError('trống: nạp bằng dondoc directory import TỆP');
  return `${agencies.length} đơn vị, ${people.length} người`;
}

async function calendar(config: Config): Promise<string> {
  const { version, knownUntil } = await withRegister(calendarInForce, config);
  const until = `phiên bản ${formatDay(version)}, công bố đến ${formatDay(knownUntil)}`;
  if (dayOf(Date.now()) > knownUntil)
    throw new UserError(`${until}: đã cũ; thay bằng bản mới: dondoc calendar change --file TỆP`);
  return until;
}

async function temporal(config: Config): Promise<string> {
  const session = await openSession({ config });
  try {
    const up = await workerIsUp(session.client);
    if (!up) throw new UserError(DOCTOR_LINES.noWorker(session.temporal.address));
    return DOCTOR_LINES.worker(session.temporal.address);
  } finally {
    await session.close();
  }
}

/** When the auditor last looked, and what is still wrong. */
async function auditor(config: Config): Promise<string> {
  const { last, open } = await withRegister(
    async (r) => ({
      last: await r.audit.last(),
      open: await r.audit.incidents(),
    }),
    config,
  );
  if (open.length > 0) {
    const mend = [
      ...(open.some((i) => MENDED_BY_UP.has(i.kind)) ? [AUDIT_LINES.restart] : []),
      ...(open.some((i) => HAPPENED.has(i.kind)) ? [AUDIT_LINES.unseen] : []),
    ];
    throw new UserError([AUDIT_LINES.open(open.length), ...mend, AUDIT_LINES.see].join('; '));
  }
  if (!last) return AUDIT_LINES.never;
  if (last.at + HEARTBEAT_STALE_MS < Date.now()) throw new UserError(AUDIT_LINES.stale(last.at));
  return `${AUDIT_LINES.last(last.at, last.directives)}; ${AUDIT_LINES.none}`;
}

async function zalo(config: Config): Promise<string> {
  const setup = await zaloSetup(config);
  if (setup === null) throw new UserError(`chưa cấu hình: ${zaloNotSetUp(CHANNEL_VARIABLES.zalo)}`);
  const standing = await withRegister((r) => zaloStanding(setup, r), config);
  const problems = zaloProblems(standing);
  if (problems.length > 0) throw new UserError(problems.join('; '));
  return zaloLines(standing)
    .map(([label, says]) => `${label.toLowerCase()} ${says}`)
    .join('; ');
}

async function smtp(config: Config): Promise<string> {
  const senders = await sendersOf(config);
  await Promise.all(senders.map((s) => s.close()));
  if (senders.some((s) => s.channel === 'email')) return 'đã cấu hình';
  throw new UserError(`chưa cấu hình: đặt ${CHANNEL_VARIABLES.email.join(' và ')}`);
}

/** When the office's mail was last taken, and what waits for a person. */
async function mailbox(config: Config): Promise<string> {
  const { inbox, returnPath } = config.mail;
  if (inbox === undefined) return INTAKE_LINES.manual;
  const waiting = await waitingMails(inbox);
  const aside = await mailsSetAside(inbox);
  const standing = await withRegister((r) => r.accounts.mailbox(), config);
  if (aside.names.length > 0) throw new UserError(INTAKE_LINES.aside(aside.names.length, aside.folder));
  if (standing === undefined) return INTAKE_LINES.never(inbox);
  const { at, trouble } = standing;
  if (trouble !== null) throw new UserError(INTAKE_LINES.trouble(at, trouble));
  if (at + MAILBOX_STALE_MS < Date.now()) throw new UserError(INTAKE_LINES.stale(inbox, at));
  const paths = returnPath === undefined ? '' : `; ${INTAKE_LINES.paths(returnPath)}`;
  return `${INTAKE_LINES.last(inbox, at, waiting.length)}${paths}`;
}

const DNS_WAIT_MS = 3_000;

async function dkim({ mail }: Config): Promise<string> {
  const key = await dkimKeyOf(mail);
  if (key === undefined) return 'không ký thư (muốn ký: đặt DKIM_SELECTOR và DKIM_KEY_FILE)';
  const resolver = new Resolver({ timeout: DNS_WAIT_MS, tries: 1 });
  const { name, value } = dkimRecord(key);
  switch (await dkimStanding(key, (asked) => resolver.resolveTxt(asked))) {
    case 'published':
      return `ký thư cho ${key.domain}; DNS có khóa công khai ở ${name}`;
    case 'unasked':
      return `ký thư cho ${key.domain}; chưa hỏi được DNS xem ${name} đã có khóa công khai hay chưa`;
    case 'absent':
      throw new UserError(`DNS chưa có khóa công khai: thêm bản ghi TXT ${name} với giá trị ${value}`);
    case 'other':
      throw new UserError(`DNS có khóa khác với ${mail.dkim?.keyFile ?? ''}: sửa bản ghi TXT ${name} thành ${value}`);
  }
}
