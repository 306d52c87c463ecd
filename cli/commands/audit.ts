import type { Command } from 'commander';
import { formatInstant, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Audited, auditRegister, runsOf } from '../../office/audit/index.ts';
import { AUDIT_LINES, HAPPENED, INCIDENT_NAMES } from '../../texts/audit.ts';
import { formatMoment } from '../../texts/format.ts';
import { workerIsUp } from '../../worker/polls.ts';
import { withRegister } from '../office-register.ts';
import { asOfArgument, options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { tableOf } from '../table.ts';

/** `dondoc audit`: what should have happened by now against the register and Temporal. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .description(
      'Đối soát mọi nhiệm vụ đang mở: từng bước đã đến giờ theo quy tắc, thông báo trong sổ, quy trình trên Temporal; mỗi nhiệm vụ định kỳ có đang mở kỳ đúng lúc không. Có sự cố thì thoát với mã 1.',
    )
    .option(
      '--as-of <thời điểm>',
      'xét như ở thời điểm đó, chỉ theo sổ: dd/mm/yyyy hoặc YYYY-MM-DDTHH:MM:SS+07:00',
      asOfArgument,
    )
    .option('--seen', 'ghi là đã xem các việc từ bên ngoài (lệnh lạ gửi thẳng tới Temporal, quy trình bị kết thúc)')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc audit\n  dondoc audit --as-of 2025-03-31T10:00:00+07:00 --format json')
    .action(async (given: { asOf?: Instant; seen?: boolean; format: string }) => {
      if (given.seen) {
        printLine(AUDIT_LINES.seen((await withRegister((register) => register.audit.seen())).length));
        return;
      }
      const format = requireFormat(given.format, ['table', 'json']);
      const now = given.asOf ?? Date.now();
      if (now > Date.now()) throw new UserError(`--as-of ${formatMoment(now)}: thời điểm này chưa tới`);
      const audited = given.asOf === undefined ? await auditNow(now) : await auditThen(now);
      if (format === 'json') printJson(auditJson(audited, now));
      else printAudit(audited, now);
      if (audited.findings.length > 0) endWithFinding();
    });
}

/** With Temporal; what is found is kept, as the scheduled audit keeps it. */
function auditNow(now: Instant): Promise<Audited> {
  return withSession(async ({ register, client }) => {
    const answers = await workerIsUp(client);
    if (!answers) printNote(AUDIT_LINES.temporalSilent);
    const runs = await runsOf(client);
    const audited = await auditRegister({ register, now, runs, askAtMost: answers ? Number.POSITIVE_INFINITY : 0 });
    await register.audit.record(audited.findings);
    const happened = (await register.audit.incidents()).filter(({ kind }) => HAPPENED.has(kind));
    return { ...audited, findings: [...audited.findings, ...happened] };
  });
}

/** The past is judged by the register alone, and keeps nothing. */
function auditThen(now: Instant): Promise<Audited> {
  return withRegister((register) => auditRegister({ register, now, clock: Date.now() }));
}

function printAudit({ directives, findings }: Audited, now: Instant): void {
  printLine(`Đối soát đến ${formatMoment(now)}: ${directives} nhiệm vụ`);
  if (findings.length === 0) {
    printLine(AUDIT_LINES.none);
    return;
  }
  printLine(
    tableOf(
      ['Nhiệm vụ', 'Sự cố', 'Từ', 'Chi tiết'],
      findings.map((f) => [f.directiveId, INCIDENT_NAMES[f.kind], formatMoment(f.since), f.detail]),
      [null, 24, null, 50],
    ),
  );
  if (findings.some(({ kind }) => HAPPENED.has(kind))) printLine(AUDIT_LINES.unseen);
}

function auditJson({ directives, answered, findings }: Audited, now: Instant) {
  return {
    asOf: formatInstant(now),
    directives,
    answered,
    incidents: findings.map(({ directiveId, kind, step, since, detail }) => ({
      directive: directiveId,
      kind,
      step: step === '' ? null : step,
      since: formatInstant(since),
      detail,
    })),
  };
}
