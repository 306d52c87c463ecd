import type { Command } from 'commander';
import { type Day, formatInstant } from '../../dsl/time/day.ts';
import { type Why, why } from '../../office/why/why.ts';
import { formatDayLong, formatMoment } from '../../texts/format.ts';
import { roleName } from '../../texts/names.ts';
import { VERDICT_NAMES, WHY_FAULTS, whyDetails } from '../../texts/why.ts';
import { requireDirective } from '../find-directive.ts';
import { withRegister } from '../office-register.ts';
import { dayArgument, options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

/** `dondoc why NAME --on DAY`: why somebody was told something that day, or was not. */
export function addWhy(program: Command): void {
  program
    .command('why')
    .description(
      'Trả lời từ sổ gửi, bản quy tắc lúc giao, bản lịch làm việc và danh bạ của ngày đó. Không gửi gì, không đổi gì.',
    )
    .argument('<tên>', 'tên hoặc mã của người, của đơn vị')
    .requiredOption('--on <ngày>', 'ngày dd/mm/yyyy', dayArgument)
    .option('--directive <mã>', 'chỉ một nhiệm vụ')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc why "Sở Nội vụ" --on 14/3/2025\n  dondoc why nguyen-van-an --on 14/3/2025 --directive II.3 --format json',
    )
    .action(async (name: string, given: { on: Day; directive?: string; format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const told = await withRegister(async (register) => {
        const only = given.directive === undefined ? undefined : await requireDirective(register, given.directive);
        return why(register, name, given.on, only ? { only } : {});
      });
      if (format === 'json') printJson(whyJson(told));
      else printWhy(told);
    });
}

function printWhy({ subject, day, answers }: Why): void {
  printLine(`${subject.name}, ${formatDayLong(day)}`);
  if (answers.length === 0) {
    printLine(WHY_FAULTS.noDirective);
    return;
  }
  printLine(
    tableOf(
      ['Nhiệm vụ', 'Bước', 'Cho', 'Kênh', 'Kết quả', 'Vì sao'],
      answers.map((a) => [
        a.directiveId,
        `${a.at === null ? '' : `${formatMoment(a.at)} `}${a.what}`,
        a.person ?? (a.role === null ? '' : roleName(a.role)),
        a.channel ?? '',
        VERDICT_NAMES[a.verdict],
        [a.says, whyDetails.basis(a.basis.policy, a.basis.calendar, a.basis.event, a.basis.source)]
          .filter(Boolean)
          .join('\n'),
      ]),
      [null, 34, 20, null, 18, 40],
    ),
  );
}

function whyJson({ subject, day, answers }: Why) {
  return {
    subject,
    day,
    answers: answers.map(({ directiveId, at, ...answer }) => ({
      directive: directiveId,
      ...answer,
      at: at === null ? null : formatInstant(at),
    })),
  };
}
