import type { Context } from 'hono';
import { headingWords, ISSUE_PAGE, DRAFTS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';

/** What became of a draft that somebody had open while a colleague issued it or put it away. */
export async function closedDraft(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const record = await context.desk.closed(c.req.param('draft') ?? '');
  if (record?.closedAt == null) return problemPage(c, context, 'notFound');
  const { fileName, headings, closedAt, noticeIds } = record;
  const name = headingWords(headings) ?? fileName;
  return staffPage(
    c,
    context,
    visit,
    { title: say.closedTitle, at: 'notices', status: 410 },
    <section class="card">
      <h1>{say.closedTitle}</h1>
      <p>{noticeIds ? say.closedIssued(name, closedAt) : say.closedPutAway(name, closedAt)}</p>
      <p>
        {noticeIds ? (
          <a class="go" href={`${visit.top}/nhiem-vu?van-ban=${noticeIds.join(',')}`}>
            {ISSUE_PAGE.seeList}
          </a>
        ) : (
          <a class="go" href={`${visit.top}/van-ban`}>
            {say.backToDrafts}
          </a>
        )}
      </p>
    </section>,
  );
}
