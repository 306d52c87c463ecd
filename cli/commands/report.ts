import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { formatInstant, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  annexJson,
  annexOf,
  FORMULA_NAME,
  judgedAt,
  loadFormula,
  type Period,
  typedPeriod,
} from '../../office/evaluation/index.ts';
import { GROUPINGS, type Grouping, type ReportDocument, reportDocument } from '../../office/report/tables.ts';
import { readConfig } from '../../settings/read-config.ts';
import { FORMULA_FILE } from '../../texts/evaluation.ts';
import { REPORT_TEXTS } from '../../texts/report.ts';
import { EVALUATION_PAGE } from '../../texts/staff/index.ts';
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
  readonly evaluation?: Period;
  readonly formula?: string;
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
    .addOption(
      new Option(
        '--evaluation <kỳ>',
        'phụ lục đánh giá đơn vị, cá nhân: 03/2025, "quý I/2025" hoặc 2025; theo sổ lúc hết kỳ, trừ khi ghi --as-of',
      ).argParser(periodArgument),
    )
    .option('--formula <tệp>', 'với --evaluation: cách tính (.yaml); mặc định danh-gia.yaml trong thư mục dữ liệu')
    .option('--members', 'nhiệm vụ giao cho nhóm: kê từng đơn vị quá hạn')
    .option('--out <tệp>', 'ghi ra tệp; cần khi --format xlsx hoặc docx')
    .addOption(options.format('table', 'json', 'xlsx', 'docx'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc report --as-of 31/03/2025\n  dondoc report --by agency month\n  dondoc report --format docx --out bao-cao.docx\n  dondoc report --format json\n  dondoc report --evaluation "quý I/2025" --format xlsx --out phu-luc.xlsx',
    )
    .action(async (given: ReportOptions, command: Command) => {
      const format = requireFormat(given.format, ['table', 'json', 'xlsx', 'docx']);
      if (given.formula !== undefined && given.evaluation === undefined) throw new UserError(FORMULA_FILE.needsPeriod);
      if (given.evaluation !== undefined) {
        const asOf =
          command.getOptionValueSource('asOf') === 'cli' ? given.asOf : judgedAt(given.evaluation, Date.now());
        return printAnnex(given.evaluation, asOf, format, given);
      }
      const report = await withRegister((register) => register.directives.report(given.asOf));
      const whole = format === 'table' ? [] : GROUPINGS;
      const document = reportDocument(report, given.by ?? whole, { members: given.members === true });
      if (format === 'json') printJson({ asOf: formatInstant(given.asOf), ...reportJson(report, document) });
      else if (format === 'table') for (const line of reportLines(document)) printLine(line);
      else await write(format, document, given.out);
    });
}

/** The evaluation annex of a period, by the formula of a file or the office's own. */
async function printAnnex(period: Period, asOf: Instant, format: ReportFormat, { formula: file, out }: ReportOptions) {
  const formula = await loadFormula(file ?? join(readConfig().dataFolder, FORMULA_NAME), file !== undefined);
  const { evaluation, document } = await withRegister((register) => annexOf(register, formula, period, asOf));
  if (format === 'json') printJson({ asOf: formatInstant(asOf), ...annexJson(evaluation) });
  else if (format === 'table') for (const line of reportLines(document)) printLine(line);
  else await write(format, document, out);
}

type ReportFormat = 'table' | 'json' | 'xlsx' | 'docx';

function periodArgument(text: string): Period {
  const period = typedPeriod(text);
  if (period === undefined) throw new UserError(`--evaluation: ${EVALUATION_PAGE.badPeriod(text)}`);
  return period;
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
