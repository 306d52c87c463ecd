import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type Morning, morningOf } from '../../office/leader/morning.ts';
import { itemOf } from '../../office/page-address.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { LEADER as say } from '../../texts/people/index.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { shortened } from '../staff/home.tsx';
import { rowsPath } from '../staff/report-rows.tsx';
import { TableView } from '../staff/table.tsx';
import { BarsView } from '../view/bars.tsx';
import { personPage } from './frame.tsx';
import type { PersonVisit } from './guard.ts';

const MOST_BARS = 12;
const SHOWN = 10;
const RED = '#b3261e';

/** The picture of the province in one page: every figure leads to the directives it counts. */
export async function showMorning(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const { register, now, basePath } = context;
  const morning = await morningOf(register, visit.place, now(), SHOWN);
  const office = `${basePath}/vp`;
  return personPage(
    c,
    context,
    visit,
    { title: say.title, at: 'leader' },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p class="when">{say.asOf(formatMoment(now()))}</p>
        <Sums morning={morning} office={office} />
      </section>
      <Awaiting morning={morning} visit={visit} />
      <Late morning={morning} office={office} />
      <Week morning={morning} visit={visit} office={office} />
      <TrendCard morning={morning} office={office} />
      <ConcludedCard morning={morning} office={office} />
    </>,
  );
}

/** How much waits for the leader. */
function awaitingIn({ results, extensions, explanations, unexplained }: Morning): number {
  return results.length + extensions.length + explanations.length + unexplained.length;
}

function Sums({ morning, office }: { morning: Morning; office: string }) {
  const { today, week } = morning;
  const sums: { name: string; n: number; href: string; isLate?: boolean }[] = [
    {
      name: say.sums.overdue,
      n: today.overdue,
      href: rowsPath(office, { cell: 'openOverdue' }),
      isLate: true,
    },
    {
      name: say.sums.week,
      n: week.count,
      href: rowsPath(office, { cell: 'openInTime', from: week.from, to: week.to }),
    },
    { name: say.sums.awaiting, n: awaitingIn(morning), href: '#cho-toi' },
    { name: say.sums.done, n: today.done, href: rowsPath(office, { done: true }) },
  ];
  return (
    <ul class="sums">
      {sums.map(({ name, n, href, isLate }) => (
        <li>
          <a href={href}>
            <span class={isLate && n > 0 ? 'figure late' : 'figure'}>{n}</span>
            <span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Awaiting({ morning, visit }: { morning: Morning; visit: PersonVisit }) {
  const { results, extensions, explanations, unexplained } = morning;
  return (
    <section class="card" id="cho-toi">
      <h2>{say.awaiting}</h2>
      {visit.place.leads === 'deputy' ? <p class="hint">{say.deputy}</p> : null}
      {awaitingIn(morning) === 0 ? <p>{say.noneAwaiting}</p> : null}
      <Directives title={say.results(results.length)} list={results} visit={visit} />
      <Directives title={say.extensions(extensions.length)} list={extensions} visit={visit} />
      <Directives title={say.explanations(explanations.length)} list={explanations} visit={visit} />
      <Directives title={say.unexplained(unexplained.length)} list={unexplained} visit={visit} />
    </section>
  );
}

function Directives({
  title,
  list,
  visit,
}: {
  readonly title: string;
  readonly list: readonly DirectiveRecord[];
  readonly visit: PersonVisit;
}) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain">
        {list.slice(0, SHOWN).map((one) => (
          <li>
            <a href={`${visit.top}/viec/${itemOf(one.id)}`}>{shortened(one.text)}</a>
            <p class="when">
              {[one.lead.map(({ name }) => name).join('; '), one.due === null ? '' : formatDay(one.due)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {list.length > SHOWN ? <p class="when">{say.more(list.length - SHOWN)}</p> : null}
    </>
  );
}

function Late({ morning: { late }, office }: { morning: Morning; office: string }) {
  const bars = late.slice(0, MOST_BARS);
  return (
    <section class="card">
      <h2>{say.late}</h2>
      {late.length === 0 ? (
        <p>{say.noneLate}</p>
      ) : (
        <>
          <BarsView
            bars={bars.map(({ agency, count }) => ({ name: agency, value: count }))}
            label={say.lateChart(bars.length)}
            colour={RED}
          />
          <TableView
            columns={numbered(say.lateHead, 1)}
            rows={late.map(({ agency, count, longestDays }): Child[] => [
              agency,
              <a href={rowsPath(office, { cell: 'openOverdue', group: { by: 'agency', name: agency } })}>{count}</a>,
              longestDays,
            ])}
          />
        </>
      )}
    </section>
  );
}

function Week({ morning: { week }, visit, office }: { morning: Morning; visit: PersonVisit; office: string }) {
  return (
    <section class="card">
      <h2>{say.week(week.from, week.to)}</h2>
      {week.count === 0 ? <p>{say.noneWeek}</p> : null}
      <ul class="plain">
        {week.rows.map((row) => (
          <li>
            <a href={`${visit.top}/viec/${itemOf(row.directiveId)}`}>
              {[row.notice, row.code].filter(Boolean).join(', ')}
            </a>
            {`: ${row.lead.map(({ name }) => name).join('; ')}`}
            <span class="when"> {formatDay(row.due)}</span>
          </li>
        ))}
      </ul>
      {week.count > week.rows.length ? (
        <p>
          <a href={rowsPath(office, { cell: 'openInTime', from: week.from, to: week.to })}>{say.all}</a>
        </p>
      ) : null}
    </section>
  );
}

function TrendCard({ morning: { trend }, office }: { morning: Morning; office: string }) {
  return (
    <section class="card">
      <h2>{say.trend}</h2>
      <BarsView
        bars={trend.map(({ day, overdue }) => ({ name: formatDay(day), value: overdue }))}
        label={say.trendChart}
        colour={RED}
      />
      <TableView
        columns={numbered(say.trendHead, 1)}
        rows={trend.map(({ day, overdue, open, done }): Child[] => [
          formatDay(day),
          <a href={rowsPath(office, { cell: 'openOverdue', at: day })}>{overdue}</a>,
          <a href={rowsPath(office, { open: true, at: day })}>{open}</a>,
          <a href={rowsPath(office, { done: true, at: day })}>{done}</a>,
        ])}
      />
    </section>
  );
}

function ConcludedCard({ morning: { concluded }, office }: { morning: Morning; office: string }) {
  return (
    <section class="card">
      <h2>{say.concluded}</h2>
      {concluded.length === 0 ? (
        <p>{say.noneConcluded}</p>
      ) : (
        <TableView
          columns={numbered(say.concludedHead, 2)}
          rows={concluded.map(({ notice, total, done, overdue }): Child[] => [
            <a href={`${office}/nhiem-vu?van-ban=${notice.id}`}>{notice.number ?? notice.id.slice(0, 8)}</a>,
            notice.issued === null ? '' : formatDay(notice.issued),
            <a href={rowsPath(office, { notice: notice.id })}>{total}</a>,
            <a href={rowsPath(office, { notice: notice.id, done: true })}>{done}</a>,
            <a href={rowsPath(office, { notice: notice.id, cell: 'openOverdue' })}>{overdue}</a>,
          ])}
        />
      )}
    </section>
  );
}

/** Columns of which those from a place on hold numbers. */
function numbered(head: readonly string[], from: number) {
  return head.map((name, i) => ({ name, isNumber: i >= from }));
}
