import type { Command } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import type { Unproved } from '../../dsl/proof/index.ts';
import { calendarInForce } from '../../office/change/calendar-in-force.ts';
import {
  applyMigration,
  comparedToRunning,
  planMigration,
  previewMigration,
} from '../../office/change/migrate-policy.ts';
import { unprovedOf } from '../../office/proof/index.ts';
import type { Register } from '../../register/index.ts';
import { MIGRATION_NOTES } from '../../texts/change.ts';
import { COMPARE_LINES } from '../../texts/policy-compare.ts';
import { PROOF_NOTES } from '../../texts/proof-gate.ts';
import { commandActor } from '../acting.ts';
import { bar } from '../bar.ts';
import { printAffected, printApplied } from '../change-view.ts';
import { comparedJson, printCompared } from '../compared-view.ts';
import { requireDirective } from '../find-directive.ts';
import { loadPolicy } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { endWithFinding, printLine, printNote, requireFormat } from '../output.ts';
import { gateOf, noteChecking, type OverrideOptions } from '../override.ts';
import { findSeries } from '../series-view.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface MigrateOptions extends OverrideOptions {
  readonly policy: string;
  readonly from?: string;
  readonly directive?: string;
  readonly preview?: boolean;
  readonly reason?: string;
  readonly format: string;
}

/** `dondoc migrate --policy P`: running directives keep their snapshot until this command gives them another. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'Nhiệm vụ đang chạy giữ quy tắc lúc giao. Lệnh này cho chúng, và các kỳ mở sau của nhiệm vụ định kỳ, theo một bản khác; điều đã gửi không gửi lại. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .addOption(options.policy().makeOptionMandatory())
    .option('--from <mã>', 'chỉ nhiệm vụ đang theo quy tắc mã này (mặc định: cùng mã với quy tắc mới)')
    .option('--directive <mã>', 'chỉ một nhiệm vụ; với nhiệm vụ định kỳ là các kỳ đang mở và các kỳ sau')
    .option('--preview', 'chỉ liệt kê các bước sẽ dời, trước và sau; không đổi gì')
    .option('--reason <lý do>', 'lý do, ghi vào diễn biến')
    .addOption(options.override())
    .addOption(options.overriddenBy())
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc migrate --policy quy-tac.yaml --preview\n  dondoc migrate --policy hoa-toc --directive II.3 --reason "Chuyển hỏa tốc"',
    )
    .action(async (given: MigrateOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const policy = await loadPolicy(given.policy);
      const gate = gateOf(given);
      if (given.preview) {
        await withRegister((register) => preview(register, policy, given, format));
        return;
      }
      await withSession(async (session) => {
        const { client, register } = session;
        const planned = await planMigration(register, policy, await scopeOf(register, given));
        if (planned.directives.length + planned.series.length > 0) await requireWorker(session);
        const applied = await applyMigration(client, register, planned, {
          ...gate,
          by: await commandActor(register, { as: given.as }),
          ...present({ reason: given.reason }),
          onDone: bar('Chuyển quy tắc'),
        });
        printApplied(applied, format, { policy: policy.id });
        if (planned.notStarted.length > 0) printNote(MIGRATION_NOTES.notStarted(planned.notStarted.length));
        if (applied.failed.length > 0) endWithFinding();
      });
    });
}

async function preview(register: Register, policy: Policy, given: MigrateOptions, format: 'table' | 'json') {
  const planned = await planMigration(register, policy, await scopeOf(register, given));
  const affected = await previewMigration(register, planned, Date.now());
  const series = planned.series.map((s) => s.id);
  const unproved = planned.directives.length + series.length === 0 ? [] : await unprovedIn(register, policy);
  const names = (wanted: Unproved['verdict']) => unproved.filter((p) => p.verdict === wanted).map((p) => p.name);
  const verdicts = { refuted: names('refuted'), undecided: names('unknown') };
  const replaced = comparedToRunning(planned);
  const compared = replaced.map((one) => ({
    from: one.policy.id,
    directives: one.directives,
    ...comparedJson(one.compared),
  }));
  printAffected(affected, format, { policy: policy.id, ...verdicts, compared, series });
  if (format === 'table') {
    for (const one of replaced) {
      printLine(COMPARE_LINES.running(one.policy.id, one.directives));
      printCompared(COMPARE_LINES.was, COMPARE_LINES.becomes, one.compared);
    }
  }
  if (format === 'table' && series.length > 0) printLine(MIGRATION_NOTES.series(series));
  if (format === 'table' && unproved.length > 0) printLine(PROOF_NOTES.unproved(policy, unproved));
}

async function unprovedIn(register: Register, policy: Policy): Promise<readonly Unproved[]> {
  return unprovedOf(policy, await calendarInForce(register), { register, onChecking: noteChecking });
}

async function scopeOf(register: Register, { from, directive }: MigrateOptions) {
  return {
    ...present({ from, directiveId: directive !== undefined ? await idOf(register, directive) : undefined }),
  };
}

async function idOf(register: Register, given: string): Promise<string> {
  const series = (await register.directives.find(given)) ? undefined : await findSeries(register, given);
  return series ? series.series.id : (await requireDirective(register, given)).id;
}
