import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  annexOf,
  type EvaluationTable,
  judgedAt,
  loadFormula,
  type Period,
  quarterOf,
  typedPeriod,
} from '../../office/evaluation/index.ts';
import { itemOf } from '../../office/page-address.ts';
import { firstRowsOf, MOST_ON_A_PAGE } from '../../office/report/first-rows.ts';
import { hasRight } from '../../office/staff/index.ts';
import { EVALUATION_TEXTS } from '../../texts/evaluation.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { REPORT_PAGE, EVALUATION_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { staffPage } from './frame.tsx';
import { REPORT_FORMS, serveReport } from './report.tsx';
import { instantAsked } from './report-rows.tsx';
import { TableView } from './table.tsx';

/** Where the annex is, below the office's pages. */
export const EVALUATION_PATH = '/bao-cao/danh-gia';
const FILE = 'phu-luc-danh-gia';

/** The period and instant an annex is asked for, or what is wrong with them. */
function askedBy(c: Context<Env>, { now }: StaffContext) {
  const typed = { period: oneLine(c.req.query('ky') ?? ''), at: oneLine(c.req.query('ngay') ?? '') };
  const given = typedPeriod(typed.period);
  const at = typedDay(typed.at);
  const period: Period = given ?? quarterOf(dayOf(now()));
  const asOf = at === undefined ? judgedAt(period, now()) : instantAsked(at, now());
  const fault =
    typed.period !== '' && !given
      ? say.badPeriod(typed.period)
      : typed.at !== '' && at === undefined
        ? REPORT_PAGE.badDay(typed.at)
        : undefined;
  return { typed, period, asOf, ...present({ fault }) };
}

async function annexAsked(c: Context<Env>, context: StaffContext) {
  const asked = askedBy(c, context);
  const formula = await loadFormula(context.evaluationFile);
  return { asked, ...(await annexOf(context.register, formula, asked.period, asked.asOf)) };
}

/** Agencies and people judged from the log, each point that is taken with the act it is taken for. */
export async function showEvaluation(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  try {
    const { asked, evaluation, document } = await annexAsked(c, context);
    // Said at the head of the page; in the files it stands below the tables.
    const notes = document.notes.filter((note) => note !== EVALUATION_TEXTS.isExample);
    const { typed, period, fault } = asked;
    const query = new URLSearchParams({ ky: period.name, ...present({ ngay: typed.at || undefined }) });
    const here = `${visit.top}${EVALUATION_PATH}`;
    return staffPage(
      c,
      context,
      visit,
      {
        title: say.title,
        at: 'report',
        ...(fault === undefined ? {} : { said: refused(fault), status: 422 as const }),
      },
      <>
        <section class="card">
          <p class="back">
            <a href={`${visit.top}/bao-cao`}>{say.back}</a>
          </p>
          <h1>{document.title}</h1>
          <p class="when">{REPORT_PAGE.asOf(document.asOf)}</p>
          {evaluation.formula.isExample ? <p class="fault">{EVALUATION_TEXTS.isExample}</p> : null}
          <form method="get" action={here} class="row">
            <FieldView id="ky" name="ky" label={say.period} hint={say.periodHint} value={typed.period || period.name} />
            <FieldView id="ngay" name="ngay" label={REPORT_PAGE.at} hint={say.atHint} value={typed.at} />
            <button type="submit">{REPORT_PAGE.show}</button>
          </form>
          <p class="buttons">
            {Object.keys(REPORT_FORMS).map((form) => (
              <a class="go" href={`${here}/${FILE}.${form}?${query}`} download>
                {`${REPORT_PAGE.download} .${form}`}
              </a>
            ))}
            {hasRight(visit.session.role, 'set-up') ? (
              <a class="go" href={`${here}/cach-tinh`}>
                {say.formula}
              </a>
            ) : null}
          </p>
        </section>
        {document.tables.length === 0 ? (
          <section class="card">
            <p role="status">{say.none}</p>
          </section>
        ) : null}
        {document.tables
          .map((table) => firstRowsOf(table, MOST_ON_A_PAGE))
          .map((table) => (
            <section class="card wide">
              <TableView
                caption={table.title}
                columns={table.head.map((name, i) => ({
                  name,
                  isNumber: table.rows.some((row) => typeof row[i] === 'number'),
                }))}
                rows={linked(table, visit.top)}
              />
            </section>
          ))}
        <section class="card">
          {notes.map((note) => (
            <p class="when">{note}</p>
          ))}
        </section>
      </>,
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return faultPage(c, context, visit, error.message);
  }
}

/** Each code leads to its directive. */
function linked({ rows, items, codeColumn }: EvaluationTable, top: string): Child[][] {
  return rows.map((row, i) =>
    row.map((value, j) => {
      const id = j === codeColumn ? items?.[i] : undefined;
      if (id !== undefined) return <a href={`${top}/nhiem-vu/${itemOf(id)}`}>{value}</a>;
      return typeof value === 'number' ? String(value).replace('.', ',') : value;
    }),
  );
}

/** What the office has written cannot be read: nothing is judged by it. */
function faultPage(c: Context<Env>, context: StaffContext, visit: StaffVisit, text: string) {
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'report', said: refused(text), status: 422 },
    <section class="card">
      <h1>{say.title}</h1>
      {hasRight(visit.session.role, 'set-up') ? (
        <p>
          <a class="go" href={`${visit.top}${EVALUATION_PATH}/cach-tinh`}>
            {say.formula}
          </a>
        </p>
      ) : (
        <p>{say.askAdministrator}</p>
      )}
    </section>,
  );
}

function refused(text: string) {
  return { kind: 'refused' as const, text };
}

export async function downloadEvaluation(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const [name, form = ''] = (c.req.param('file') ?? '').split('.');
  if (name !== FILE || !(form in REPORT_FORMS)) return problemPage(c, context, 'notFound');
  try {
    const { asked, document } = await annexAsked(c, context);
    if (asked.fault !== undefined) throw new UserError(asked.fault);
    return await serveReport(c, form as keyof typeof REPORT_FORMS, FILE, document);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return faultPage(c, context, visit, error.message);
  }
}
