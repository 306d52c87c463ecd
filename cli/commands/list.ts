import { type Command, Option } from 'commander';
import type { Status } from '../../dsl/rules/index.ts';
import { dayOf, formatInstant } from '../../dsl/time/day.ts';
import { namesakes } from '../../office/links/agency-tasks.ts';
import type { DirectiveRecord, Register, SeriesView } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { STATUS_NAMES } from '../../texts/names.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { nextText, rulesText, seriesJson } from '../series-view.ts';
import { tableOf } from '../table.ts';

interface ListOptions {
  readonly status?: Status;
  readonly overdue?: boolean;
  readonly notice?: string;
  readonly agency?: string;
  readonly format: string;
}

/** `dondoc list`: the register's directives, the nearest deadline first. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('Danh sách nhiệm vụ trong sổ, hạn gần nhất trước.')
    .addOption(new Option('--status <trạng thái>', 'chỉ một trạng thái').choices(Object.keys(STATUS_NAMES)))
    .option('--overdue', 'chỉ nhiệm vụ đang quá hạn')
    .option('--notice <mã>', 'chỉ một thông báo')
    .option('--agency <mã>', 'chỉ một đơn vị chủ trì (mã trong danh bạ), kể cả việc nhận từ đơn vị đã sáp nhập')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc list --overdue\n  dondoc list --agency so-noi-vu --format json')
    .action(async (given: ListOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const now = Date.now();
      const { directives, series } = await withRegister(async (register) => {
        const agencies =
          given.agency === undefined
            ? undefined
            : [...namesakes(await register.directory.current(), given.agency, now)];
        const series = await seriesToShow(register, given, agencies);
        const directives = await register.directives.list({
          ...(given.status === undefined ? {} : { status: [given.status] }),
          ...(given.overdue ? { overdueAt: now } : {}),
          ...(given.notice === undefined ? {} : { noticeId: given.notice }),
          ...(agencies === undefined ? {} : { agency: agencies }),
        });
        return { directives, series };
      });
      if (format === 'json') printJson({ directives: directives.map(directiveJson), series: series.map(seriesJson) });
      else if (directives.length === 0) printLine('Không có nhiệm vụ nào.');
      else
        printLine(
          tableOf(
            ['Mã', 'Chủ trì', 'Hạn', 'Trạng thái', 'Lần tới'],
            directives.map((d) => rowOf(d, now)),
            [null, 34],
          ),
        );
      if (format === 'table' && series.length > 0) {
        printLine('\nNhiệm vụ định kỳ:');
        printLine(
          tableOf(
            ['Mã', 'Định kỳ', 'Kỳ tới'],
            series.map((s) => [s.series.id, rulesText(s), nextText(s)]),
          ),
        );
      }
    });
}

/** Those that recur, where nothing but a notice or an agency narrows the list. */
async function seriesToShow(
  register: Register,
  { status, overdue, notice }: ListOptions,
  agencies: readonly string[] | undefined,
) {
  if (status !== undefined || overdue) return [];
  const all = (await register.series.list(notice)).filter(
    ({ template }) =>
      agencies === undefined || template.lead.some((l) => l.agency !== undefined && agencies.includes(l.agency)),
  );
  const views: SeriesView[] = [];
  for (const { id } of all) {
    const view = await register.series.show(id);
    if (view) views.push(view);
  }
  return views;
}

function rowOf(d: DirectiveRecord, now: number): string[] {
  const late = d.due !== null && d.closedAt === null && d.due < dayOf(now);
  return [
    d.id,
    d.lead.map((l) => l.name).join(', '),
    formatDay(d.due),
    STATUS_NAMES[d.status] + (late ? ' (quá hạn)' : ''),
    d.nextWake === null ? '' : formatMoment(d.nextWake),
  ];
}

/** A directive of the register as programs read it. */
export function directiveJson(d: DirectiveRecord) {
  const instant = (at: number | null) => (at === null ? null : formatInstant(at));
  return {
    ...{ id: d.id, localId: d.localId, notice: d.noticeId, status: d.status, due: d.due, originalDue: d.originalDue },
    ...{
      lead: d.lead,
      contact: d.contact,
      cooperating: d.cooperating,
      supervisor: d.supervisor,
      policy: d.policy.id,
      text: d.text,
    },
    issuedAt: instant(d.issuedAt),
    nextWake: instant(d.nextWake),
    acknowledgedAt: instant(d.acknowledgedAt),
    submittedAt: instant(d.submittedAt),
    closedAt: instant(d.closedAt),
    workflowId: d.workflowId,
  };
}
