import type { Context } from 'hono';
import { type ReportTable, reportDocument } from '../../office/report/tables.ts';
import { REPORT_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';
import { type TableColumn, TableView } from './table.tsx';

/** The files a report can be taken as. */
const FILES = {
  'bao-cao.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (report: ReturnType<typeof reportDocument>) =>
      (await import('../../office/report/workbook.ts')).reportWorkbook(report),
  },
  'bao-cao.docx': {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (report: ReturnType<typeof reportDocument>) =>
      (await import('../../office/report/document.ts')).reportDocx(report),
  },
} as const;

export async function showReport(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const report = reportDocument(await context.register.directives.report(context.now()));
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'report' },
    <>
      <section class="card">
        <h1>{report.title}</h1>
        <p class="when">{say.asOf(report.asOf)}</p>
        <p class="buttons">
          {Object.keys(FILES).map((name) => (
            <a class="go" href={`${visit.top}/bao-cao/${name}`} download>
              {`${say.download} ${name.slice(name.lastIndexOf('.'))}`}
            </a>
          ))}
        </p>
      </section>
      {report.tables.map((table) => (
        <section class="card wide">
          <TableView columns={columnsOf(table)} rows={table.rows} caption={table.title} />
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

export async function downloadReport(c: Context<Env>, context: StaffContext, _visit: StaffVisit): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const file = name in FILES ? FILES[name as keyof typeof FILES] : undefined;
  if (!file) return problemPage(c, context, 'notFound');
  const bytes = await file.make(reportDocument(await context.register.directives.report(context.now())));
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}

/** Columns of numbers are those whose values are. */
function columnsOf({ head, rows }: ReportTable): TableColumn[] {
  return head.map((name, i) => ({ name, isNumber: rows.some((row) => typeof row[i] === 'number') }));
}
