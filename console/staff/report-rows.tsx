import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { type Day, endOfDay, type Instant } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { itemOf } from '../../office/page-address.ts';
import { countedFilter, GROUPINGS, type Grouping, type RowFilter } from '../../office/report/index.ts';
import { CELLS, type ReportRow } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { REPORT_TEXTS } from '../../texts/report.ts';
import { REPORT_PAGE, ROWS_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { onePage, PagesView } from '../view/pages-view.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { staffPage } from './frame.tsx';
import { TableView } from './table.tsx';

/** Which directives of a report are asked for, and of which one: all of it stands in the address. */
export interface RowsAsked extends RowFilter {
  /** The report of the end of this day; of now where absent. */
  readonly at?: Day;
}

/** The address of the directives behind a figure. `office`: where the office's pages begin. */
export function rowsPath(office: string, asked: RowsAsked): string {
  const { cell, done, open, group, from, to, at, deadline, parent, notice } = asked;
  const query = new URLSearchParams();
  if (cell !== undefined) query.set('o', cell);
  if (done) query.set('o', DONE);
  if (open) query.set('o', OPEN);
  if (notice !== undefined) query.set('van-ban', notice);
  if (group !== undefined) {
    query.set('theo', group.by);
    query.set('nhom', group.name);
  }
  if (deadline !== undefined) query.set('han', deadline);
  if (parent !== undefined) query.set('nhom-giao', parent);
  if (from !== undefined) query.set('tu', from);
  if (to !== undefined) query.set('den', to);
  if (at !== undefined) query.set('ngay', at);
  return `${office}/bao-cao/nhiem-vu?${query}`;
}

const DONE = 'done';
const OPEN = 'open';
const DEADLINES = ['some', 'none'] as const;

/** The instant a report is asked for: the end of a day that has ended, or now. */
export function instantAsked(day: Day | undefined, now: Instant): Instant {
  return day === undefined ? now : Math.min(now, endOfDay(day) - 1);
}

function askedBy(c: Context<Env>): RowsAsked {
  const given = (name: string) => oneLine(c.req.query(name) ?? '');
  const o = given('o');
  const cell = CELLS.find((one) => one === o);
  const by = GROUPINGS.find((one): one is Grouping => one === given('theo'));
  return present({
    cell,
    done: o === DONE ? true : undefined,
    open: o === OPEN ? true : undefined,
    notice: given('van-ban') || undefined,
    group: by === undefined ? undefined : { by, name: given('nhom') },
    deadline: DEADLINES.find((one) => one === given('han')),
    parent: given('nhom-giao') || undefined,
    from: typedDay(given('tu')),
    to: typedDay(given('den')),
    at: typedDay(given('ngay')),
  });
}

/** The directives behind a figure of a report, as they stood at its instant. */
export async function showReportRows(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, now } = context;
  const asked = askedBy(c);
  const asOf = instantAsked(asked.at, now());
  const filter = countedFilter(asked, asked.group?.by === 'issuer' ? await register.directives.issuers() : []);
  const found = await onePage(c, async (limit, offset) =>
    filter === undefined ? { places: 0, shown: [] } : register.directives.counted(asOf, filter, limit, offset),
  );
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'report' },
    <>
      <section class="card">
        <p class="back">
          <a href={`${visit.top}/bao-cao${asked.at === undefined ? '' : `?ngay=${asked.at}`}`}>{say.back}</a>
        </p>
        <h1>{[say.title, ...namesOf(asked)].join(': ')}</h1>
        <p class="when">{REPORT_PAGE.asOf(formatMoment(asOf))}</p>
        <form method="get" action={`${visit.top}/bao-cao/nhiem-vu`} class="row">
          {Object.entries(c.req.query()).flatMap(([name, value]) =>
            name === 'ngay' || name === 'trang' ? [] : [<input type="hidden" name={name} value={value} />],
          )}
          <FieldView
            id="ngay"
            name="ngay"
            label={REPORT_PAGE.at}
            hint={REPORT_PAGE.atHint}
            value={asked.at === undefined ? '' : formatDay(asked.at)}
          />
          <button type="submit">{REPORT_PAGE.show}</button>
        </form>
      </section>
      <section class="card wide">
        <h2>{say.count(found.places)}</h2>
        <RowsTable rows={found.shown} top={visit.top} />
        <PagesView of={found} />
      </section>
    </>,
  );
}

/** Directives as a report counts them. */
export function RowsTable({ rows, top }: { readonly rows: readonly ReportRow[]; readonly top: string }) {
  if (rows.length === 0) return <p>{say.none}</p>;
  return (
    <TableView
      columns={say.head.map((name, i) => ({ name, isNumber: i === say.head.length - 1 }))}
      rows={rows.map((row): Child[] => [
        row.notice ?? row.noticeId.slice(0, 8),
        <a href={`${top}/nhiem-vu/${itemOf(row.directiveId)}`}>{row.code || row.directiveId.slice(0, 8)}</a>,
        row.lead.map(({ name }) => name).join('; '),
        row.due === null ? say.noDue : formatDay(row.due),
        <span class={row.cell === 'openOverdue' ? 'late' : ''}>{cellName(row)}</span>,
        row.daysLate === 0 ? '' : row.daysLate,
      ])}
    />
  );
}

/** What a directive counts as, in words. */
export function cellName({ cell }: Pick<ReportRow, 'cell'>): string {
  return cell === null ? '' : (REPORT_TEXTS.cells[CELLS.indexOf(cell)] ?? '');
}

function namesOf({ cell, done, open, group, deadline, from, to }: RowsAsked): string[] {
  return [
    ...(cell === undefined ? [] : [cellName({ cell })]),
    ...(done ? [say.done] : []),
    ...(open ? [say.open] : []),
    ...(group === undefined ? [] : [group.name]),
    ...(deadline === undefined ? [] : [deadline === 'none' ? REPORT_TEXTS.withoutDeadline : REPORT_TEXTS.withDeadline]),
    ...(from === undefined || to === undefined ? [] : [say.due(from, to)]),
  ];
}
