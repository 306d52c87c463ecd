import type { Command } from 'commander';
import { addDays, dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { zaloSetup, zaloStanding } from '../../service/zalo.ts';
import { CHANNEL_VARIABLES } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { zaloHeardLine, zaloLines, zaloNotSetUp, zaloProblems } from '../../texts/zalo.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { addZaloGrant } from './zalo-grant.ts';

const WEEK_DAYS = 7;

/** `dondoc zalo`: how the account stands, as Zalo itself says; `dondoc zalo grant`: its first tokens. */
export function addZalo(program: Command): void {
  const zalo = program
    .command('zalo')
    .description(
      'Hỏi Zalo về tài khoản của cơ quan: quyền truy cập còn bao lâu, hạn mức tin trong ngày, chất lượng gửi, mẫu tin; và những gì Zalo báo về trong 7 ngày.',
    )
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const setup = await zaloSetup(readConfig());
      if (setup === null) throw new UserError(`chưa cấu hình Zalo: ${zaloNotSetUp(CHANNEL_VARIABLES.zalo)}`);
      const standing = await withRegister((r) => zaloStanding(setup, r));
      const problems = zaloProblems(standing);
      const heard = await withRegister((r) => r.inbox.counts('zalo', addDays(dayOf(Date.now()), -WEEK_DAYS)));
      const lines = [...zaloLines(standing), zaloHeardLine(heard)];
      if (format === 'json') printJson({ ...standing, heard, problems });
      else for (const [label, says] of lines) printLine(`${label.padEnd(20)} ${says}`);
      if (problems.length === 0) return;
      endWithFinding();
      for (const problem of problems) printNote(`Cần làm: ${problem}`);
    });
  addZaloGrant(zalo);
}
