import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { addDays, type Day, dayOf } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { reportDocument } from '../../office/report/index.ts';
import type { FigureTable, ReportDocument } from '../../office/report/tables.ts';
import type { CellChanges } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { EVALUATION_PAGE, REPORT_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { staffPage } from './frame.tsx';
import { cellName, instantAsked, RowsTable, rowsPath } from './report-rows.tsx';
import { type TableColumn, TableView } from './table.tsx';

/** The files a report can be taken as, by their endings. */
export const REPORT_FORMS = {
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (report: ReportDocument) => (await import('../../office/report/workbook.ts')).reportWorkbook(report),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (report: ReportDocument) => (await import('../../office/report/document.ts')).reportDocx(report),
  },
} as const;
const FILE = 'bao-cao';

/** Rows of each change. */
const SHOWN = 30;
/** Late ones, and what groups were given, on one page. */
const MOST_LINES = 200;

/** The days a report is asked for, or what is wrong with them. */
function daysAsked(c: Context<Env>, today: Day) {
  const typed = { at: oneLine(c.req.query('ngay') ?? ''), since: oneLine(c.req.query('so-voi') ?? '') };
  const [at, since] = [typedDay(typed.at), typedDay(typed.since)];
  const bad = [typed.at, typed.since].find((text) => text !== '' && typedDay(text) === undefined);
  if (bad !== undefined) return { typed, fault: say.badDay(bad) };
  if (since !== undefined && since >= (at ?? today)) return { typed, fault: say.notBefore };
  return { typed, ...present({ at, since }) };
}

/** The figures as of any day, each a way to its directives; and what came, went and changed since another. */
export async function showReport(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, now } = context;
  const asked = daysAsked(c, dayOf(now()));
  const at = 'at' in asked ? asked.at : undefined;
  const figures = await register.directives.figures(instantAsked(at, now()), MOST_LINES);
  const since = 'since' in asked && asked.since !== undefined ? instantAsked(asked.since, now()) : undefined;
  const report = reportDocument(figures);
  const query = at === undefined ? '' : `?ngay=${at}`;
  const monday = addDays(at ?? dayOf(now()), -7);
  return staffPage(
    c,
    context,
    visit,
    {
      title: say.title,
      at: 'report',
      status: 'fault' in asked ? 422 : 200,
      ...present({ said: 'fault' in asked ? { kind: 'refused' as const, text: asked.fault ?? '' } : undefined }),
    },
    <>
      <section class="card">
        <h1>{report.title}</h1>
        <p class="when">{say.asOf(report.asOf)}</p>
        <form method="get" action={`${visit.top}/bao-cao`} class="row">
          <FieldView id="ngay" name="ngay" label={say.at} hint={say.atHint} value={asked.typed.at} />
          <FieldView id="so-voi" name="so-voi" label={say.since} hint={say.sinceHint} value={asked.typed.since} />
          <button type="submit">{say.show}</button>
        </form>
        <p class="buttons">
          <a
            class="go"
            href={`${visit.top}/bao-cao?${new URLSearchParams({ ngay: at ?? '', 'so-voi': formatDay(monday) })}`}
          >
            {say.lastWeek}
          </a>
          {Object.keys(REPORT_FORMS).map((form) => (
            <a class="go" href={`${visit.top}/bao-cao/${FILE}.${form}${query}`} download>
              {`${say.download} .${form}`}
            </a>
          ))}
          <a class="go" href={`${visit.top}/bao-cao/danh-gia`}>
            {EVALUATION_PAGE.open}
          </a>
        </p>
      </section>
      {since === undefined ? null : (
        <ComparisonCard
          changes={await register.directives.changesBetween(since, figures.asOf, SHOWN)}
          since={formatMoment(since)}
          top={visit.top}
        />
      )}
      {report.tables.map((table) => (
        <section class="card wide">
          <TableView columns={columnsOf(table)} rows={linked(table, visit.top, at)} caption={table.title} />
        </section>
      ))}
      <section class="card">
        {report.notes.map((note) => (
          <p class="when">{note}</p>
        ))}
      </section>
    </>,
  );
}

function ComparisonCard({
  changes,
  since,
  top,
}: {
  readonly changes: readonly CellChanges[];
  readonly since: string;
  readonly top: string;
}) {
  const all = changeGroups(changes);
  return (
    <section class="card wide" id="so-sanh">
      <h2>{say.comparedWith(since)}</h2>
      {all.length === 0 ? <p>{say.unchanged}</p> : null}
      {all.map(({ title, count, rows }) => (
        <details class="more">
          <summary>{title}</summary>
          <RowsTable rows={rows} top={top} />
          {count > rows.length ? <p class="when">{say.more(count - rows.length)}</p> : null}
        </details>
      ))}
    </section>
  );
}

/** What came, what left, and each move from one cell to another. */
function changeGroups(changes: readonly CellChanges[]) {
  const titled = (title: (n: number) => string, those: readonly CellChanges[]) => {
    const count = those.reduce((sum, one) => sum + one.count, 0);
    return { title: title(count), count, rows: those.flatMap(({ rows }) => rows).slice(0, SHOWN) };
  };
  const moved = changes.filter(({ was, is }) => was !== null && is !== null);
  return [
    titled(
      say.entered,
      changes.filter(({ was }) => was === null),
    ),
    titled(
      say.left,
      changes.filter(({ is }) => is === null),
    ),
    ...moved.map((one) =>
      titled((n) => `${say.fromTo(cellName({ cell: one.was }), cellName({ cell: one.is }))} (${n})`, [one]),
    ),
  ].filter(({ count }) => count > 0);
}

/** Figures lead to the directives they count, as of the same day. */
function linked({ rows, behind }: FigureTable, top: string, at: Day | undefined): Child[][] {
  return rows.map((row, i) =>
    row.map((value, j) => {
      const asked = typeof value === 'number' && value > 0 ? behind?.(i, j) : undefined;
      return asked === undefined ? value : <a href={rowsPath(top, { ...asked, ...present({ at }) })}>{value}</a>;
    }),
  );
}

export async function downloadReport(c: Context<Env>, context: StaffContext, _visit: StaffVisit): Promise<Response> {
  const [name, form = ''] = (c.req.param('file') ?? '').split('.');
  if (name !== FILE || !(form in REPORT_FORMS)) return problemPage(c, context, 'notFound');
  const asked = daysAsked(c, dayOf(context.now()));
  const at = instantAsked('at' in asked ? asked.at : undefined, context.now());
  const report = reportDocument(await context.register.directives.report(at));
  return serveReport(c, form as keyof typeof REPORT_FORMS, FILE, report);
}

export async function serveReport(
  c: Context<Env>,
  form: keyof typeof REPORT_FORMS,
  name: string,
  report: ReportDocument,
): Promise<Response> {
  const { make, type } = REPORT_FORMS[form];
  return c.body(new Uint8Array(await make(report)), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}.${form}"`,
  });
}

/** Columns of numbers are those whose values are. */
function columnsOf({ head, rows }: FigureTable): TableColumn[] {
  return head.map((name, i) => ({ name, isNumber: rows.some((row) => typeof row[i] === 'number') }));
}
