import { type Command, Option } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import type { PropertyVerdict } from '../../dsl/proof/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { calendarInForce } from '../../office/change/calendar-in-force.ts';
import { applyMigration, planMigration, previewMigration, refutedOf } from '../../office/change/migrate-policy.ts';
import type { Register } from '../../register/index.ts';
import { MIGRATION_NOTES } from '../../texts/change.ts';
import { PROPERTY_NAMES } from '../../texts/proof.ts';
import { terminalProgress } from '../../worker/engine/index.ts';
import { printAffected, printApplied } from '../change-view.ts';
import { findDirective } from '../find-directive.ts';
import { loadPolicy, options } from '../input.ts';
import { EXIT, printLine, printNote, requireFormat } from '../output.ts';
import { findSeries } from '../series-view.ts';
import { withRegister, withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface MigrateOptions {
  readonly policy: string;
  readonly from?: string;
  readonly directive?: string;
  readonly preview?: boolean;
  readonly reason?: string;
  readonly override?: string;
  readonly format: string;
}

/** `dondoc migrate --policy P`: running directives keep their snapshot until this command gives them another. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('chuyển nhiệm vụ đang chạy sang bản quy tắc khác, xem trước ngày nào dời')
    .description(
      'Nhiệm vụ đang chạy giữ quy tắc lúc giao. Lệnh này cho chúng, và các kỳ mở sau của nhiệm vụ định kỳ, theo một bản khác; điều đã gửi không gửi lại. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .addOption(options.policy().makeOptionMandatory())
    .option('--from <mã>', 'chỉ nhiệm vụ đang theo quy tắc mã này (mặc định: cùng mã với quy tắc mới)')
    .option('--directive <mã>', 'chỉ một nhiệm vụ; với nhiệm vụ định kỳ là các kỳ đang mở và các kỳ sau')
    .option('--preview', 'chỉ liệt kê các bước sẽ dời, trước và sau; không đổi gì')
    .option('--reason <lý do>', 'lý do, ghi vào diễn biến')
    .addOption(new Option('--override <lý do>', 'dùng cả khi quy tắc bị kiểm chứng là sai; lý do được ghi lại'))
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc migrate --policy quy-tac.yaml --preview\n  dondoc migrate --policy hoa-toc --directive II.3 --reason "Chuyển hoả tốc"',
    )
    .action(async (given: MigrateOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const policy = await loadPolicy(given.policy);
      if (given.preview) {
        await withRegister((register) => preview(register, policy, given, format));
        return;
      }
      await withSession(async ({ client, register }) => {
        const planned = await planMigration(register, policy, await scopeOf(register, given));
        if (planned.directives.length + planned.series.length > 0) {
          await refuseRefuted(register, policy, given.override);
          await requireWorker(client);
        }
        const progress = terminalProgress();
        const total = planned.directives.length;
        if (total > 0) progress.begin('Chuyển quy tắc', total);
        const words = {
          ...(given.reason === undefined ? {} : { reason: given.reason }),
          ...(given.override === undefined ? {} : { override: given.override }),
        };
        const applied = await applyMigration(client, register, planned, words, (done) => progress.at(done));
        if (total > 0) progress.end();
        printApplied(applied, format, { policy: policy.id });
        if (planned.notStarted.length > 0) printNote(MIGRATION_NOTES.notStarted(planned.notStarted.length));
        if (applied.failed.length > 0) process.exitCode = EXIT.finding;
      });
    });
}

async function preview(register: Register, policy: Policy, given: MigrateOptions, format: 'table' | 'json') {
  const planned = await planMigration(register, policy, await scopeOf(register, given));
  const affected = await previewMigration(register, planned, Date.now());
  const refuted = planned.directives.length + planned.series.length === 0 ? [] : await checked(register, policy);
  const series = planned.series.map((s) => s.id);
  printAffected(affected, format, { policy: policy.id, refuted: refuted.map((p) => p.name), series });
  if (format === 'table' && series.length > 0) printLine(MIGRATION_NOTES.series(series));
  if (format === 'table' && refuted.length > 0) printLine(MIGRATION_NOTES.refuted(namesOf(refuted)));
}

async function refuseRefuted(register: Register, policy: Policy, override: string | undefined): Promise<void> {
  if (override !== undefined) {
    if (override.trim() === '') throw new UserError('--override: ghi lý do dùng quy tắc này');
    return;
  }
  const refuted = await checked(register, policy);
  if (refuted.length > 0) throw new UserError(MIGRATION_NOTES.refuted(namesOf(refuted)));
}

async function checked(register: Register, policy: Policy): Promise<PropertyVerdict[]> {
  printNote(`${policy.id}: đang kiểm chứng quy tắc…`);
  return refutedOf(policy, await calendarInForce(register));
}

function namesOf(refuted: readonly PropertyVerdict[]): string[] {
  return refuted.map((p) => PROPERTY_NAMES[p.name]);
}

async function scopeOf(register: Register, { from, directive }: MigrateOptions) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(directive === undefined ? {} : { directiveId: await idOf(register, directive) }),
  };
}

async function idOf(register: Register, given: string): Promise<string> {
  const series = (await register.directive(given)) ? undefined : await findSeries(register, given);
  return series ? series.series.id : (await findDirective(register, given)).id;
}
