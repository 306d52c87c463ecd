import { type Command, Option } from 'commander';
import { yearsOf } from '../../dsl/time/work-calendar.ts';
import { calendarDifference, calendarEdition } from '../../office/change/calendar-file.ts';
import { calendarInForce } from '../../office/change/calendar-in-force.ts';
import {
  applyCalendarChange,
  type CalendarChange,
  planCalendarChange,
  previewCalendarChange,
} from '../../office/change/change-calendar.ts';
import { movedOccurrences } from '../../office/change/moved-occurrences.ts';
import { CALENDAR_NOTES, movedOccurrenceText, SHIPPED_SOURCE } from '../../texts/change.ts';
import { formatDay, formatDayLong } from '../../texts/format.ts';
import { terminalProgress } from '../../worker/temporal-server/index.ts';
import { commandActor } from '../acting.ts';
import { printAffected, printApplied } from '../change-view.ts';
import { parseFile } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { terminal } from '../terminal.ts';
import { requireWorker } from '../worker-check.ts';

interface ChangeOptions {
  readonly file: string;
  readonly as?: string;
  readonly preview?: boolean;
  readonly format: string;
}

/** `dondoc calendar show|change`: the working calendar, and a new edition of it under running directives. */
export function addCalendar(program: Command): void {
  const calendar = program.command('calendar').description('Lịch làm việc: ngày nghỉ, ngày làm bù, văn bản công bố.');
  calendar
    .command('show')
    .description('Xem lịch đang dùng và các bản đã có.')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => show(requireFormat(given.format, ['table', 'json'])));
  calendar
    .command('change')
    .description(
      'Dùng một bản lịch mới: nhiệm vụ mới theo ngay, nhiệm vụ đang chạy được tính lại. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .addOption(new Option('--file <tệp>', 'bản lịch mới (.yaml, .json)').makeOptionMandatory())
    .addOption(options.as())
    .option('--preview', 'chỉ liệt kê các bước sẽ dời, trước và sau; không đổi gì')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Tệp lịch:
  id: vn-cong-chuc
  version: 25/12/2025          (ngày của văn bản mới nhất)
  knownUntil: 31/12/2026       (ngày cuối đã được công bố)
  source: 12729/VPCP-KGVX ngày 25/12/2025
  off: [01/01/2026, 02/01/2026, …]
  worked: [10/01/2026]
In bản đang dùng để sửa: dondoc calendar show --format json

Ví dụ:
  dondoc calendar change --file lich-2026.yaml --preview
  dondoc calendar change --file lich-2026.yaml`,
    )
    .action(change);
}

async function show(format: 'table' | 'json'): Promise<void> {
  const { current, editions } = await withRegister(async (register) => ({
    current: await calendarInForce(register),
    editions: await register.calendars.list(),
  }));
  const source = editions.find((e) => e.calendar.version === current.version)?.source ?? SHIPPED_SOURCE;
  if (format === 'json') {
    printJson({
      ...current,
      source,
      editions: editions.map((e) => ({ version: e.calendar.version, source: e.source })),
    });
    return;
  }
  printLine(`${current.id}, phiên bản ${formatDay(current.version)} (${source})`);
  printLine(`Đã công bố đến ${formatDay(current.knownUntil)}; sau ngày đó là tạm tính.`);
  for (const year of yearsOf(current)) {
    const of = (days: readonly string[]) =>
      days
        .filter((d) => d.startsWith(String(year)))
        .map((d) => formatDay(d).slice(0, 5))
        .join(', ');
    printLine(`${year}  nghỉ ${of(current.off)}${of(current.worked) ? `; làm bù ${of(current.worked)}` : ''}`);
  }
}

async function change(given: ChangeOptions): Promise<void> {
  const format = requireFormat(given.format, ['table', 'json']);
  const edition = calendarEdition(await parseFile(given.file), given.file);
  if (given.preview) {
    await withRegister(async (register) => {
      const planned = await planCalendarChange(register, edition);
      const affected = await previewCalendarChange(register, planned, Date.now());
      if (format === 'table') printDifference(planned);
      const occurrences = await movedOccurrences(register, planned);
      printAffected(affected, format, { change: differenceJson(planned), applied: null, occurrences });
      if (format === 'table') for (const one of occurrences) printLine(movedOccurrenceText(one));
      printNotStarted(planned, format);
    });
    return;
  }
  await withSession(async (session) => {
    const { client, register } = session;
    const planned = await planCalendarChange(register, edition);
    if (planned.directives.length > 0) await requireWorker(session);
    const by = await commandActor(register, { as: given.as });
    if (format === 'table') printDifference(planned);
    const progress = terminalProgress(terminal().stderr);
    const total = planned.directives.length;
    if (total > 0) progress.begin('Đổi lịch', total);
    const applied = await applyCalendarChange(register, client, planned, (done) => progress.at(done), by);
    if (total > 0) progress.end();
    printApplied(applied, format, { change: differenceJson(planned) });
    printNotStarted(planned, format);
    if (applied.failed.length > 0) endWithFinding();
  });
}

function printDifference({ edition, current }: CalendarChange): void {
  const { nowOff, nowWorked } = calendarDifference(current, edition.calendar);
  printLine(
    `Lịch ${edition.calendar.id}: ${formatDay(current.version)} → ${formatDay(edition.calendar.version)} (${edition.source})`,
  );
  if (nowOff.length > 0) printLine(`  Thành ngày nghỉ: ${nowOff.map(formatDayLong).join('; ')}`);
  if (nowWorked.length > 0) printLine(`  Thành ngày làm việc: ${nowWorked.map(formatDayLong).join('; ')}`);
}

function differenceJson({ edition, current }: CalendarChange) {
  const { id, version } = edition.calendar;
  return {
    id,
    version,
    source: edition.source,
    from: current.version,
    ...calendarDifference(current, edition.calendar),
  };
}

function printNotStarted({ notStarted }: CalendarChange, format: 'table' | 'json'): void {
  if (notStarted.length > 0 && format === 'table') printLine(CALENDAR_NOTES.notStarted(notStarted.length));
}
