import type { Command } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import { ZALO_VARIABLES, zaloLines, zaloProblems } from '../../texts/zalo.ts';
import { readConfig } from '../../worker/config.ts';
import { zaloSetup, zaloStanding } from '../../worker/zalo.ts';
import { options } from '../input.ts';
import { EXIT, printJson, printLine, printNote, requireFormat } from '../output.ts';

/** `dondoc zalo`: how the account stands, as Zalo itself says. */
export function addZalo(program: Command): void {
  program
    .command('zalo')
    .summary('tài khoản Zalo: quyền truy cập, hạn mức, chất lượng, mẫu tin')
    .description(
      'Hỏi Zalo về tài khoản của cơ quan: quyền truy cập còn bao lâu, hạn mức tin trong ngày, chất lượng gửi, mẫu tin.',
    )
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const setup = await zaloSetup(readConfig());
      if (setup === null) throw new UserError(`chưa cấu hình Zalo: đặt ${ZALO_VARIABLES}`);
      const standing = await zaloStanding(setup);
      const problems = zaloProblems(standing);
      if (format === 'json') printJson({ ...standing, problems });
      else for (const [label, says] of zaloLines(standing)) printLine(`${label.padEnd(20)} ${says}`);
      if (problems.length === 0) return;
      process.exitCode = EXIT.finding;
      for (const problem of problems) printNote(`Cần làm: ${problem}`);
    });
}
