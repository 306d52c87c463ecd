import type { Command } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import { planWithdrawal, withdrawNotice } from '../../office/withdraw.ts';
import { WITHDRAW as say } from '../../texts/withdraw.ts';
import { commandActor } from '../acting.ts';
import { agreed } from '../agreed.ts';
import { bar } from '../bar.ts';
import { requireNotice } from '../find-notice.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface WithdrawOptions {
  readonly reason?: string;
  readonly as?: string;
  readonly yes?: boolean;
  readonly format: string;
}

/** `dondoc withdraw NOTICE`: everything of a notice ends, and everybody is told once. */
export function addWithdraw(program: Command): void {
  program
    .command('withdraw')
    .description(
      'Thu hồi cả một thông báo đã giao: mọi nhiệm vụ đang mở của nó được hủy, mỗi người liên quan được báo một lần. Bị ngắt giữa chừng thì chạy lại đúng lệnh này. Muốn thay bằng bản đính chính: dondoc issue TỆP --replaces.',
    )
    .argument('<thông báo>', 'số hoặc mã của thông báo')
    .option('--reason <lý do>', 'lý do thu hồi, báo cho người liên quan')
    .addOption(options.as())
    .option('-y, --yes', 'thu hồi mà không hỏi lại')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc withdraw 31/TB-VP --reason "Ban hành nhầm" --as "Phạm Hồng Loan"')
    .action(async (given: string, { reason = '', as, yes, format: wanted }: WithdrawOptions) => {
      const format = requireFormat(wanted, ['table', 'json']);
      if (reason.trim() === '') throw new UserError(say.reason);
      await withSession(async (session) => {
        const { client, register } = session;
        const notice = await requireNotice(register, given);
        const plan = await planWithdrawal(register, notice);
        const name = notice.number ?? notice.id;
        const { directives, series, closed } = plan;
        if (directives.length + series.length === 0) {
          if (format === 'json') printJson({ notice: notice.id, ended: [], closedBefore: [], failed: [] });
          else printLine(say.nothing(name));
          return;
        }
        printNote(say.plan(name, notice.issued ?? notice.anchor, directives.length, series.length, closed));
        printNote(say.told);
        await agreed(say, yes === true);
        await requireWorker(session);
        const by = await commandActor(register, { as });
        const done = await withdrawNotice(plan, { client, register, by, reason, onDone: bar('Thu hồi') });
        if (format === 'json') printJson({ notice: notice.id, ...done });
        else {
          const recurring = done.ended.filter((id) => series.some((one) => one.id === id)).length;
          if (done.ended.length > 0 || done.closedBefore.length === 0)
            printLine(say.done(name, done.ended.length - recurring, recurring));
          if (done.closedBefore.length > 0) printLine(say.closedBefore(done.closedBefore.length));
          for (const one of done.failed) printLine(`${one.id}: ${one.reason}`);
        }
        if (done.failed.length > 0) endWithFinding();
      });
    });
}
