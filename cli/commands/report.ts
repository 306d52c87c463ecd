import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { formatInstant, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { GROUPINGS, type Grouping, type ReportDocument, reportDocument } from '../../office/report/tables.ts';
import { REPORT_TEXTS } from '../../texts/report.ts';
import { withRegister } from '../office-register.ts';
import { asOfArgument, options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { reportJson, reportLines } from '../report-view.ts';
import { terminal } from '../terminal.ts';

interface ReportOptions {
  readonly asOf: Instant;
  readonly by?: Grouping[];
  readonly members?: boolean;
  readonly format: string;
  readonly out?: string;
}

/** `dondoc report --as-of T`: the figures at an instant, from the events alone, so that they can be drawn again. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('Số liệu nhiệm vụ tại một thời điểm, tính từ các sự kiện đã ghi: các ô cộng lại đúng bằng tổng.')
    .addOption(
      new Option('--as-of <thời điểm>', 'dd/mm/yyyy (hết ngày đó) hoặc YYYY-MM-DDTHH:MM:SS+07:00')
        .argParser(asOfArgument)
        .default(Date.now(), 'lúc này'),
    )
    .option(
      '--by <nhóm xem...>',
      'mở số liệu theo: agency (đơn vị), issuer (nơi ban hành), month (tháng đến hạn)',
      groupings,
    )
    .option('--members', 'nhiệm vụ giao cho nhóm: kê từng đơn vị quá hạn')
    .option('--out <tệp>', 'ghi ra tệp; cần khi --format xlsx hoặc docx')
    .addOption(options.format('table', 'json', 'xlsx', 'docx'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc report --as-of 31/03/2025\n  dondoc report --by agency month\n  dondoc report --format docx --out bao-cao.docx\n  dondoc report --format json',
    )
    .action(async (given: ReportOptions) => {
      const format = requireFormat(given.format, ['table', 'json', 'xlsx', 'docx']);
      const report = await withRegister((register) => register.directives.report(given.asOf));
      const whole = format === 'table' ? [] : GROUPINGS;
      const document = reportDocument(report, given.by ?? whole, { members: given.members === true });
      if (format === 'json') printJson({ asOf: formatInstant(given.asOf), ...reportJson(report, document) });
      else if (format === 'table') for (const line of reportLines(document)) printLine(line);
      else await write(format, document, given.out);
    });
}

async function write(format: 'xlsx' | 'docx', document: ReportDocument, out: string | undefined): Promise<void> {
  if (out === undefined && terminal().stdout.isTTY) throw new UserError(REPORT_TEXTS.needsOut(format));
  const bytes =
    format === 'xlsx'
      ? await (await import('../../office/report/workbook.ts')).reportWorkbook(document)
      : await (await import('../../office/report/document.ts')).reportDocx(document);
  if (out === undefined) {
    terminal().stdout.write(bytes);
    return;
  }
  await writeFile(out, bytes).catch((error: Error) => {
    throw new UserError(`${out}: không ghi được (${error.message})`);
  });
  printNote(REPORT_TEXTS.written(out));
}

function groupings(given: string, before: Grouping[] = []): Grouping[] {
  const found = GROUPINGS.find((grouping) => grouping === given);
  if (found === undefined) throw new UserError(`--by ${given}: dùng một trong: ${GROUPINGS.join(', ')}`);
  return [...before, found];
}
