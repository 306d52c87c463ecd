import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { OPEN_STATUSES, type Status } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { namesakes } from '../../office/links/agency-tasks.ts';
import { taskStandingOf } from '../../office/links/index.ts';
import { itemOf } from '../../office/page-address.ts';
import { codeIn, type DirectiveLine, folded, type ParentRecord } from '../../register/index.ts';
import { formatDay } from '../../texts/format.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { STATUS_NAMES } from '../../texts/names.ts';
import { badgeWords } from '../../texts/pages/index.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { DIRECTIVES as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { onePage, PagesView } from '../view/pages-view.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';
import { shortened } from './home.tsx';
import { TableView } from './table.tsx';

/** The directives, what falls due next first. Every filter stands in the address, so that a list can be sent and kept. */
export async function showList(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, now } = context;
  const { top } = visit;
  const asked = {
    words: oneLine(c.req.query('tim') ?? ''),
    status: oneLine(c.req.query('trang-thai') ?? ''),
    agency: oneLine(c.req.query('don-vi') ?? ''),
    notices: oneLine(c.req.query('van-ban') ?? ''),
    overdue: c.req.query('qua-han') !== undefined,
    group: oneLine(c.req.query('nhom') ?? ''),
    each: c.req.query('tung-don-vi') !== undefined,
  };
  const directory = await register.directory.current();
  const status = statusesOf(asked.status);
  const isFolded = !asked.each && asked.agency === '' && asked.group === '';
  const filter = present({
    words: asked.words,
    status,
    overdueAt: asked.overdue ? now() : undefined,
    noticeIds: asked.notices === '' ? undefined : asked.notices.split(','),
    parents: asked.group === '' ? undefined : [asked.group],
    agencies: asked.agency === '' ? undefined : [...namesakes(directory, asked.agency, now())],
    // Whoever asks for one agency, or opens a group, asks for the shares themselves.
    isFolded,
  });
  const page = await onePage(c, (limit, offset) => register.directives.page(filter, limit, offset));
  const numbers = await register.notices.numbers(page.shown.map(({ noticeId }) => noticeId));
  const items = isFolded ? folded(page.shown, page.shares, now()) : page.shown;
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'directives' },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <form method="get" action={`${top}/nhiem-vu`} class="row">
          {asked.notices === '' ? null : <input type="hidden" name="van-ban" value={asked.notices} />}
          <div class="field">
            <label for="tim">{say.search}</label>
            <input type="search" id="tim" name="tim" value={asked.words} title={say.searchHint} />
          </div>
          <div class="field">
            <label for="trang-thai">{say.status}</label>
            <select id="trang-thai" name="trang-thai">
              <option value="">{say.anyStatus}</option>
              <option value="open" selected={asked.status === 'open'}>
                {say.open}
              </option>
              {Object.entries(STATUS_NAMES).map(([id, name]) => (
                <option value={id} selected={asked.status === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="don-vi">{say.agency}</label>
            <select id="don-vi" name="don-vi">
              <option value="">{say.anyAgency}</option>
              {directory.agencies.map(({ id, name }) => (
                <option value={id} selected={asked.agency === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <label class="tick">
            <input type="checkbox" name="qua-han" value="1" checked={asked.overdue} />
            {say.overdue}
          </label>
          <label class="tick">
            <input type="checkbox" name="tung-don-vi" value="1" checked={asked.each} />
            {say.each}
          </label>
          <button type="submit">{say.filter}</button>
        </form>
        <p>
          <a href={`${top}/bao-cao/nhiem-vu`}>{say.asOf}</a>
        </p>
      </section>
      <section class="card wide">
        <h2>{page.isMore ? say.countMore(page.total) : say.count(page.total)}</h2>
        {items.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <TableView
            columns={say.head.map((name) => ({ name }))}
            rows={items.map((one) =>
              'members' in one
                ? wholeCells(one, numbers.get(one.noticeId) ?? null, top)
                : cellsOf(one, numbers.get(one.noticeId) ?? null, top, now()),
            )}
          />
        )}
        <PagesView of={page} />
      </section>
    </>,
  );
}

/** What a group was given in one row; it opens to the shares. */
function wholeCells(whole: ParentRecord<DirectiveLine>, number: string | null, top: string): Child[] {
  return [
    number ?? whole.noticeId.slice(0, 8),
    <a href={`${top}/nhiem-vu?${new URLSearchParams({ nhom: whole.id })}`}>{codeIn(whole.localId)}</a>,
    shortened(whole.text),
    whole.lead.map(({ name }) => name).join('; '),
    whole.due === null ? say.noDue : formatDay(whole.due),
    <span class={whole.sums.late > 0 ? 'late' : ''}>{PARENT_LINES.sums(whole.sums, whole.members)}</span>,
  ];
}

function cellsOf(directive: DirectiveLine, number: string | null, top: string, now: Instant): Child[] {
  const standing = taskStandingOf(directive, now);
  const occurrence = directive.series === undefined ? '' : ` (${formatDay(directive.series.occurrence)})`;
  return [
    number ?? directive.noticeId.slice(0, 8),
    <a href={`${top}/nhiem-vu/${itemOf(directive.id)}`}>{`${directive.localId}${occurrence}`}</a>,
    shortened(directive.text),
    directive.lead.map(({ name }) => name).join('; '),
    directive.due === null ? say.noDue : formatDay(directive.due),
    <span class={standing.colour === 'overdue' ? 'late' : ''}>{badgeWords({ ...directive, ...standing })}</span>,
  ];
}

function statusesOf(given: string): readonly Status[] | undefined {
  if (given === 'open') return OPEN_STATUSES;
  const known = (Object.keys(STATUS_NAMES) as Status[]).find((status) => status === given);
  return known && [known];
}
