import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import type { Status } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { namesakes } from '../../office/links/agency-tasks.ts';
import { plainNumber } from '../../office/notice-number.ts';
import {
  type DirectiveRecord,
  matchAgency,
  NOBODY_TOLD,
  type Register,
  type SeriesView,
} from '../../register/index.ts';
import { readyChannels } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { LIST_LINES } from '../../texts/list.ts';
import { STATUS_NAMES } from '../../texts/names.ts';
import { type Around, directiveJson, lateNow } from '../directive-json.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { nextText, rulesText, seriesJson } from '../series-view.ts';
import { tableOf } from '../table.ts';

interface ListOptions {
  readonly status?: string;
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
    .option('--status <trạng thái>', `chỉ một trạng thái: ${Object.values(STATUS_NAMES).join(', ')}`)
    .option('--overdue', 'chỉ nhiệm vụ đang quá hạn')
    .option('--notice <mã>', 'chỉ một thông báo, theo số hoặc mã')
    .option(
      '--agency <mã>',
      'chỉ một đơn vị chủ trì (tên hoặc mã trong danh bạ), kể cả việc nhận từ đơn vị đã sáp nhập',
    )
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc list --overdue\n  dondoc list --notice 31/TB-VP --status "chờ duyệt kết quả"\n  dondoc list --agency "Sở Nội vụ" --format json',
    )
    .action(async (given: ListOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const now = Date.now();
      const ready = readyChannels(readConfig());
      const { directives, series, numbers, told } = await withRegister(async (register) => {
        const agencies = given.agency === undefined ? undefined : await agenciesOf(register, given.agency, now);
        const notices = given.notice === undefined ? undefined : await noticesNamed(register, given.notice);
        const series = await seriesToShow(register, given, agencies, notices);
        const directives = await register.directives.list({
          ...present({
            status: given.status !== undefined ? [statusNamed(given.status)] : undefined,
            overdueAt: given.overdue ? now : undefined,
            noticeIds: notices,
            agency: agencies,
          }),
        });
        return {
          directives,
          series,
          numbers: await register.notices.numbers(),
          told: await register.ledger.told(ready),
        };
      });
      const around = (d: DirectiveRecord) => ({
        notice: numbers.get(d.noticeId) ?? d.noticeId,
        told: told.get(d.id),
        now,
      });
      if (format === 'json') {
        printJson({ directives: directives.map((d) => directiveJson(d, around(d))), series: series.map(seriesJson) });
      } else if (directives.length === 0) printLine('Không có nhiệm vụ nào.');
      else {
        const head = ['Văn bản', 'Mã', 'Nội dung', 'Chủ trì', 'Hạn', 'Trạng thái', 'Lần tới'];
        printLine(
          tableOf(
            head,
            directives.map((d) => rowOf(d, around(d))),
            [null, null, 44, 26, null, 20, null],
          ),
        );
      }
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
  { status, overdue }: ListOptions,
  agencies: readonly string[] | undefined,
  notices: readonly string[] | undefined,
) {
  if (status !== undefined || overdue) return [];
  const all = (await register.series.list()).filter(
    ({ template, noticeId }) =>
      (notices === undefined || notices.includes(noticeId)) &&
      (agencies === undefined || template.lead.some((l) => l.agency !== undefined && agencies.includes(l.agency))),
  );
  const views: SeriesView[] = [];
  for (const { id } of all) {
    const view = await register.series.show(id);
    if (view) views.push(view);
  }
  return views;
}

const WORDS_SHOWN = 80;

function rowOf(d: DirectiveRecord, { notice, told, now }: Around): string[] {
  const untold = told === undefined ? 0 : told.held + told.refused + told.unknown;
  const standing = [
    STATUS_NAMES[d.status] + (lateNow(d, now) ? ' (quá hạn)' : ''),
    ...(untold === 0 ? [] : [LIST_LINES.untold(told ?? NOBODY_TOLD)]),
  ];
  const words = d.text.replace(/\s+/g, ' ').trim();
  return [
    notice,
    d.localId + (d.series === undefined ? '' : ` (${formatDay(d.series.occurrence)})`),
    words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN).replace(/\s\S*$/, '')}…` : words,
    d.lead.map((l) => l.name).join(', '),
    formatDay(d.due),
    standing.join('; '),
    d.nextWake === null ? '' : formatMoment(d.nextWake),
  ];
}

/** Ids under which directives may name the agency of an id or a name. */
async function agenciesOf(register: Register, given: string, now: Instant): Promise<string[]> {
  const directory = await register.directory.current();
  const id =
    directory.agencies.find((agency) => agency.id === given)?.id ??
    matchAgency(directory, given, dayOf(now))?.agency.id;
  if (id === undefined) throw new UserError(LIST_LINES.noAgency(given));
  return [...namesakes(directory, id, now)];
}

/** Ids of the notices of an id or a number, however its blanks and capitals are written. */
async function noticesNamed(register: Register, given: string): Promise<string[]> {
  const numbers = [...(await register.notices.numbers())];
  const ids = numbers.flatMap(([id, number]) =>
    id === given || (number !== null && plainNumber(number) === plainNumber(given)) ? [id] : [],
  );
  if (ids.length === 0) throw new UserError(LIST_LINES.noNotice(given));
  return ids;
}

/** A status by its name, with marks or without, or by the word programs use. */
function statusNamed(given: string): Status {
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase().trim();
  const found = (Object.keys(STATUS_NAMES) as Status[]).find(
    (status) => status === given || plain(STATUS_NAMES[status]) === plain(given),
  );
  if (found === undefined) throw new UserError(LIST_LINES.noStatus(given, Object.values(STATUS_NAMES)));
  return found;
}
