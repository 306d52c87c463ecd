import type { Command } from 'commander';
import type { Deadline } from '../../dsl/deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { isDay } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type DraftDirective, type Name, type Notice, readNoticeFile } from '../../notices/index.ts';
import { deadlineRuleText } from '../../texts/deadline-rules.ts';
import { formatDay, formatDayLong } from '../../texts/format.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

interface ReadCommandOptions {
  readonly issued?: string;
  readonly format: string;
}

const EXAMPLES = `
Ví dụ:
  dondoc read thong-bao.txt
  dondoc read thong-bao.txt --issued 2025-02-24
  dondoc read thong-bao.txt --format json
  dondoc read thong-bao.txt --format text      văn bản đã giải mã, nơi các vị trí (span) trỏ tới`;

/** `dondoc read FILE`: what a notice says, for a person to check before anything is issued. */
export function addRead(program: Command): void {
  program
    .command('read')
    .summary('đọc một thông báo thành các nhiệm vụ: ai chủ trì, ai phối hợp, hạn nào')
    .description('Đọc một thông báo (.txt, .md) thành các nhiệm vụ. Không giao, không gửi gì.')
    .argument('<tệp>', 'thông báo (.txt, .md; UTF-8)')
    .option('--issued <ngày>', 'ngày ban hành YYYY-MM-DD (mặc định: ngày ghi trong văn bản)')
    .option('--format <dạng>', 'dạng in ra: table, json, text', 'table')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ReadCommandOptions) => {
      const format = requireFormat(options.format, ['table', 'json', 'text']);
      if (options.issued !== undefined && !isDay(options.issued)) {
        throw new UserError(`--issued ${options.issued}: không phải là ngày; ghi ở dạng YYYY-MM-DD, ví dụ 2025-02-24`);
      }
      const { text, notices } = await readNoticeFile(file, {
        calendar: civilServants,
        ...(options.issued === undefined ? {} : { issued: options.issued }),
      });
      if (format === 'text') process.stdout.write(text);
      else if (format === 'json') printJson({ notices: notices.map(inWords) });
      else for (const notice of notices) printNotice(notice);
    });
}

/** Deadlines with their rule in words for people, its id beside it for programs. */
function inWords(notice: Notice): object {
  return {
    ...notice,
    directives: notice.directives.map((d) => ({
      ...d,
      deadlines: d.deadlines.map((x) => ({ ...x, rule: deadlineRuleText(x.rule), ruleId: x.rule })),
    })),
  };
}

export function printNotice(notice: Notice): void {
  const number = notice.number ?? 'không có số, ký hiệu';
  const issued = notice.issued
    ? formatDayLong(notice.issued)
    : `không ghi ngày ban hành, tính từ ${formatDay(notice.anchor)}`;
  printLine(
    [number, issued, notice.issuer, notice.signer && `ký: ${notice.signer}`, notice.urgency?.toUpperCase()]
      .filter(Boolean)
      .join(' · '),
  );
  if (notice.directives.length === 0) printLine('Không thấy nhiệm vụ nào.');
  else printLine(tableOf(HEAD, notice.directives.map(rowOf), WIDTHS));
  printLine();
}

const HEAD = ['Mã', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Tin cậy', 'Cần xem lại'];
const WIDTHS = [10, 28, 26, 34, 9, 36];

function rowOf(d: DraftDirective): string[] {
  return [
    d.id,
    namesText(d.lead) || '?',
    namesText(d.cooperating),
    shown(d.deadlines).map(deadlineText).join('\n') || 'không có hạn',
    `${Math.round(d.confidence * 100)} %`,
    d.warnings.join('\n'),
  ];
}

function namesText(names: readonly Name[]): string {
  return names.map((n) => n.name).join('\n');
}

/** "Khẩn trương" says nothing more where a date stands. */
function shown(deadlines: readonly Deadline[]): Deadline[] {
  const dated = deadlines.filter((d) => d.kind !== 'urgent');
  return dated.length > 0 ? dated : [...deadlines];
}

/** The date beside the words it was read from. */
function deadlineText(d: Deadline): string {
  const day = d.due === null ? null : `${d.dueTime ? `${d.dueTime} ` : ''}${formatDay(d.due)}`;
  const first = d.recurrence && day ? `định kỳ, lần đầu ${day}` : day;
  return `${first ?? (d.from ? `từ ${formatDay(d.from)}` : 'chưa có ngày')} ← “${d.phrase}”`;
}
