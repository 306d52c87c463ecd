import type { Command } from 'commander';
import { formatInstant, type Instant } from '../../dsl/time/day.ts';
import { formatMoment } from '../../texts/format.ts';
import { withRegister } from '../office-register.ts';
import { asOfArgument, options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { reportJson, reportTable } from '../report-view.ts';

/** `dondoc report --as-of T`: the figures at an instant, from the events alone, so that they can be drawn again. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Số liệu nhiệm vụ tại một thời điểm, tính từ các sự kiện đã ghi: các ô cộng lại đúng bằng tổng.')
    .option('--as-of <thời điểm>', 'YYYY-MM-DD (hết ngày đó) hoặc YYYY-MM-DDTHH:MM:SS+07:00', asOfArgument, Date.now())
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc report --as-of 2025-03-31\n  dondoc report --format json')
    .action(async (given: { asOf: Instant; format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const report = await withRegister((register) => register.directives.report(given.asOf));
      if (format === 'json') {
        printJson({ asOf: formatInstant(given.asOf), ...reportJson(report) });
        return;
      }
      printLine(`Số liệu đến ${formatMoment(given.asOf)}`);
      printLine(reportTable(report));
    });
}
