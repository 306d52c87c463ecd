import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import type { Status } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { namesakes } from '../../office/links/agency-tasks.ts';
import { plainNumber } from '../../office/notice-number.ts';
import {
  type DirectiveRecord,
  folded,
  isLateAt,
  matchAgency,
  memberIn,
  NOBODY_TOLD,
  type ParentRecord,
  type Register,
  type SeriesView,
  type Told,
} from '../../register/index.ts';
import { channelsThatHoldNothing } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { LIST_LINES } from '../../texts/list.ts';
import { STATUS_NAMES } from '../../texts/names.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { cutAtWord, oneLine } from '../../texts/plain-text.ts';
import { type Around, directiveJson, isParent, parentJson, toldTogether } from '../directive-json.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { plainWord } from '../plain-word.ts';
import { nextText, rulesText, seriesJson } from '../series-view.ts';
import { tableOf } from '../table.ts';

interface ListOptions {
  readonly status?: string;
  readonly overdue?: boolean;
  readonly notice?: string;
  readonly agency?: string;
  readonly members?: boolean;
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
    .option('--members', 'mở từng đơn vị của nhiệm vụ giao cho nhóm')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc list --overdue\n  dondoc list --notice 31/TB-VP --status "chờ duyệt kết quả"\n  dondoc list --agency "Sở Nội vụ" --format json',
    )
    .action(async (given: ListOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const now = Date.now();
      const ready = channelsThatHoldNothing(readConfig());
      const { directives, all, series, numbers, told } = await withRegister(async (register) => {
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
        const parents = [...new Set(directives.flatMap((d) => d.parent?.id ?? []))];
        return {
          directives,
          // What the list leaves out of a group is in its sums.
          all: parents.length === 0 ? [] : await register.directives.list({ parents }),
          series,
          numbers: await register.notices.numbers(),
          told: await register.ledger.told(ready),
        };
      });
      const around = (d: DirectiveRecord): Around => ({ ...aroundOf(d), told: told.get(d.id), now });
      const aroundOf = (d: { noticeId: string }) => ({ notice: numbers.get(d.noticeId) ?? d.noticeId });
      const aroundParent = (p: ParentRecord) => ({
        ...aroundOf(p),
        told: toldTogether(p.members.map((d) => told.get(d.id))),
      });
      const items = folded(directives, all, now);
      // Whoever asks for one agency asks for its own share.
      const unfold = given.members === true || given.agency !== undefined;
      const shown = new Set(directives.map((d) => d.id));
      const membersOf = (p: ParentRecord) => p.members.filter((d) => shown.has(d.id));
      if (format === 'json') {
        const parents = items.filter(isParent).map((p) => parentJson(p, aroundParent(p)));
        const json = (d: DirectiveRecord) => directiveJson(d, around(d));
        printJson({
          directives: unfold
            ? directives.map(json)
            : items.map((d) => (isParent(d) ? parentJson(d, aroundParent(d)) : json(d))),
          ...present({ parents: unfold && parents.length > 0 ? parents : undefined }),
          series: series.map(seriesJson),
        });
      } else if (directives.length === 0) printLine('Không có nhiệm vụ nào.');
      else {
        const head = ['Văn bản', 'Mã', 'Nội dung', 'Chủ trì', 'Hạn', 'Trạng thái', 'Lần tới'];
        const rows = items.flatMap((d) => {
          if (!isParent(d)) return [rowOf(d, around(d))];
          if (given.agency !== undefined) return membersOf(d).map((one) => rowOf(one, around(one)));
          const whole = parentRow(d, aroundParent(d));
          return unfold ? [whole, ...membersOf(d).map((one) => memberRow(one, around(one)))] : [whole];
        });
        printLine(tableOf(head, rows, [null, null, 44, 26, null, 24, null]));
        if (!unfold && items.some(isParent)) printLine(LIST_LINES.folded);
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
  const standing = STATUS_NAMES[d.status] + (isLateAt(d, now) ? ' (quá hạn)' : '');
  return [
    notice,
    codeOf(d),
    cutAtWord(oneLine(d.text), WORDS_SHOWN),
    d.lead.map((l) => l.name).join(', '),
    formatDay(d.due),
    [standing, ...untoldOf(told)].join('; '),
    d.nextWake === null ? '' : formatMoment(d.nextWake),
  ];
}

/** A share below its whole says only what is its own. */
function memberRow(d: DirectiveRecord, around: Around): string[] {
  const [, , , lead = '', due = '', standing = '', next = ''] = rowOf(d, around);
  return ['', `@${memberIn(d.id)}`, '', lead, due, standing, next];
}

function parentRow(p: ParentRecord, { notice, told }: Pick<Around, 'notice' | 'told'>): string[] {
  return [
    notice,
    codeOf(p),
    cutAtWord(oneLine(p.text), WORDS_SHOWN),
    PARENT_LINES.lead(p.lead, p.sums.total),
    formatDay(p.due),
    [PARENT_LINES.sums(p.sums, p.members, p.late), ...untoldOf(told)].join('; '),
    p.nextWake === null ? '' : formatMoment(p.nextWake),
  ];
}

function codeOf({ localId, series }: Pick<DirectiveRecord, 'localId' | 'series'>): string {
  return localId + (series === undefined ? '' : ` (${formatDay(series.occurrence)})`);
}

function untoldOf(told: Told = NOBODY_TOLD): string[] {
  return told.held + told.refused + told.unknown === 0 ? [] : [LIST_LINES.untold(told)];
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
  const found = (Object.keys(STATUS_NAMES) as Status[]).find(
    (status) => status === given || plainWord(STATUS_NAMES[status]) === plainWord(given),
  );
  if (found === undefined) throw new UserError(LIST_LINES.noStatus(given, Object.values(STATUS_NAMES)));
  return found;
}
