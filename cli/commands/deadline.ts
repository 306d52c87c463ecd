import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Deadline, readDeadlines } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, dayOf, isDay } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { deadlineRuleText, recurrenceText } from '../../texts/deadline-rules.ts';
import { formatDay, formatDayLong } from '../../texts/format.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';
import { terminal } from '../terminal.ts';

interface Options {
  readonly issued?: string;
  readonly format: string;
  readonly jsonl?: string;
}

const EXAMPLES = `
Ví dụ:
  dondoc deadline "hoàn thành trong quý II/2025" --issued 24/02/2025
  dondoc deadline "báo cáo trước ngày 22 hằng tháng" --issued 28/02/2025 --format json
  dondoc deadline --jsonl cum-tu.jsonl     mỗi dòng: {"id": …, "text": …, "anchor": "2025-02-24"}`;

/** `dondoc deadline TEXT` or `dondoc deadline --jsonl FILE`. */
export function addDeadline(program: Command): void {
  program
    .command('deadline')
    .argument('[câu]', 'câu hoặc đoạn văn có thời hạn')
    .option('--issued <ngày>', 'ngày ban hành dd/mm/yyyy (mặc định: hôm nay)')
    .option('--format <dạng>', 'dạng in ra: table, json', 'table')
    .option('--jsonl <tệp>', 'đọc từng dòng JSON của một tệp, in mỗi dòng một kết quả')
    .addHelpText('after', EXAMPLES)
    .action(async (text: string | undefined, options: Options) => {
      const format = requireFormat(options.format, ['table', 'json']);
      if (options.jsonl !== undefined) {
        if (text !== undefined) throw new UserError('chỉ dùng một trong hai: câu cần đọc, hoặc --jsonl <tệp>');
        return readLines(options.jsonl);
      }
      if (text === undefined) throw new UserError('thiếu câu cần đọc; ví dụ: dondoc deadline "trong tháng 3/2025"');
      const deadlines = readDeadlines(text, { anchor: issuedDay(options.issued), calendar: civilServants });
      if (format === 'json') printJson({ deadlines: deadlines.map(inWords), text });
      else printTable(deadlines);
    });
}

function issuedDay(given: string | undefined): Day {
  if (given === undefined) return dayOf(Date.now());
  const day = typedDay(given);
  if (day !== undefined) return day;
  throw new UserError(`--issued ${given}: không phải là ngày; ghi ở dạng dd/mm/yyyy, ví dụ 24/02/2025`);
}

/** The rule in words for people, its id beside it for programs. */
function inWords(deadline: Deadline): object {
  return { ...deadline, rule: deadlineRuleText(deadline.rule), ruleId: deadline.rule };
}

const WIDTHS = [30, 24, 50, 10, 24];

function printTable(deadlines: readonly Deadline[]): void {
  if (deadlines.length === 0) {
    printLine('Không thấy thời hạn nào.');
    return;
  }
  const rows = deadlines.map((d) => [
    d.phrase,
    dueText(d),
    deadlineRuleText(d.rule),
    `${Math.round(d.confidence * 100)} %`,
    (d.alternatives ?? []).map(formatDay).join(', '),
  ]);
  printLine(tableOf(['Cụm từ', 'Thời hạn', 'Cách đọc', 'Tin cậy', 'Cách hiểu khác'], rows, WIDTHS));
}

function dueText(d: Deadline): string {
  const notes = [
    d.dueTime,
    d.due === null ? null : formatDayLong(d.due),
    d.from === undefined ? null : `từ ${formatDay(d.from)}`,
    d.recurrence === undefined ? null : recurrenceText(d.recurrence),
    d.provisional ? '(tạm tính: lịch nghỉ chưa công bố)' : null,
  ].filter((note) => note !== null && note !== undefined);
  return notes.length === 0 ? 'chưa có hạn' : notes.join(', ');
}

interface Line {
  /** Given back as it came: a string or a number. */
  readonly id: unknown;
  readonly text: string;
  readonly anchor: Day;
}

async function readLines(path: string): Promise<void> {
  const file = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path}: ${error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`}`);
  });
  const answers = file
    .split('\n')
    .flatMap((line, n) => (line.trim() === '' ? [] : [JSON.stringify(answer(lineOf(line, `${path}:${n + 1}`)))]));
  if (answers.length > 0) terminal().stdout.write(`${answers.join('\n')}\n`);
}

function lineOf(line: string, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(`${where}: không phải là JSON; mỗi dòng phải là {"id", "text", "anchor"}`);
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value) || !('anchor' in value)) {
    throw new UserError(`${where}: thiếu trường; mỗi dòng phải là {"id", "text", "anchor"}`);
  }
  const { id, text, anchor } = value;
  if (typeof text !== 'string') throw new UserError(`${where}: "text" phải là chuỗi`);
  if (typeof anchor !== 'string' || !isDay(anchor)) {
    throw new UserError(`${where}: "anchor" phải là ngày YYYY-MM-DD, ví dụ "2025-02-24"`);
  }
  return { id, text, anchor };
}

/** One line for a phrase: the deadline that counts (the latest of several), and all days in `dues`. */
function answer(line: Line): object {
  const deadlines = readDeadlines(line.text, { anchor: line.anchor, calendar: civilServants });
  const dues = deadlines.flatMap((d) => (d.due === null ? [] : [d.due]));
  const latest = deadlines.reduce<Deadline | undefined>((best, d) => {
    if (!best || (d.due ?? '') > (best.due ?? '')) return d;
    // Of those without a day, the one that says most (a start, a length) before a mere "khẩn trương".
    return best.due === null && d.due === null && d.confidence > best.confidence ? d : best;
  }, undefined);
  if (!latest) return { id: line.id, due: null, kind: null, rule: null, confidence: 0 };
  const { phrase, span, ...rest } = latest;
  return { id: line.id, ...rest, phrase, span, ...present({ dues: dues.length > 1 ? dues : undefined }) };
}
