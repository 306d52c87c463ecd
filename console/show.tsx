import type { Context } from 'hono';
import type { Actor } from '../dsl/rules/index.ts';
import { agencyTasks, linkPath, type Visit } from '../office/links/index.ts';
import { itemOf } from '../office/page-address.ts';
import type { NoticeRecord } from '../register/index.ts';
import { receiptWords, repeatedWords } from '../texts/acts.ts';
import type { Env } from './http/caller.ts';
import { agencyPage } from './model/agency-page.ts';
import { directivePage, type PageFacts } from './model/directive-page.ts';
import type { Announcement } from './model/page.ts';
import type { ConsoleContext } from './options.ts';
import { htmlOf } from './respond.tsx';
import { AgencyView } from './view/agency-view.tsx';
import { DirectivePageView } from './view/directive-view.tsx';

/** Answers with a directive's page, and what has just happened above it. */
export function showDirectivePage(
  c: Context<Env>,
  context: ConsoleContext,
  facts: PageFacts,
): Response | Promise<Response> {
  const announcement = receiptOf(facts, c.req.query('da'), c.req.query('lai') !== undefined);
  const page = directivePage(context, facts, announcement === undefined ? {} : { announcement });
  return htmlOf(c, context, page, <DirectivePageView page={page} />);
}

/** Said only of what the register holds, and only to the one who did it. */
export function receiptOf(
  { view, visit }: PageFacts,
  actId: string | undefined,
  again: boolean,
): Announcement | undefined {
  if (actId === undefined) return undefined;
  const event = view.events.find(({ act }) => act?.id === actId && isOwn(act.act.by, visit));
  if (!event?.act) return undefined;
  const { act } = event.act;
  return again
    ? { kind: 'repeated', text: repeatedWords(act, event.at) }
    : { kind: 'done', text: receiptWords(act, event.at) };
}

function isOwn({ person, operator }: Actor, { as, person: reader }: Visit): boolean {
  return as?.operator === undefined ? person === reader.id : operator === as.operator;
}

/** Answers with the page of an agency's head. */
export async function showAgency(c: Context<Env>, context: ConsoleContext, visit: Visit): Promise<Response> {
  const { register, basePath, now } = context;
  const tasks = await agencyTasks(register, visit.agency.id, now());
  const notices = new Map<string, NoticeRecord>();
  for (const { directive } of [tasks.overdue, tasks.unacknowledged, tasks.near, tasks.submitted].flat()) {
    if (notices.has(directive.noticeId)) continue;
    const notice = await register.notices.find(directive.noticeId);
    if (notice) notices.set(notice.id, notice);
  }
  const page = agencyPage(context, {
    visit,
    tasks,
    notices,
    directory: await register.directory.current(),
    pageOf: (id) => `${basePath}${linkPath(visit.token)}/viec/${itemOf(id)}`,
  });
  return htmlOf(c, context, page, <AgencyView page={page} />);
}
