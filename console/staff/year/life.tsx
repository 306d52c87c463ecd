import type { Context } from 'hono';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { withoutTokens } from '../../../office/links/index.ts';
import { timelineOfView } from '../../../office/timeline/index.ts';
import { daysOf } from '../../../office/year/index.ts';
import type { DirectiveView } from '../../../register/index.ts';
import { formatMoment } from '../../../texts/format.ts';
import { CHANNEL_NAMES } from '../../../texts/names.ts';
import { outcomeWords } from '../../../texts/outcomes.ts';
import { YEAR_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import { TimelineView } from '../../timeline/document.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { yearPath } from './path.ts';
import { lifeName } from './result.tsx';
import { ToldView } from './told-view.tsx';

/** One life of the year that was played, by its number on the page. */
function lifeAsked(c: Context<Env>, { year }: StaffContext): { view: DirectiveView; number: number } | undefined {
  const number = /^\d{1,3}$/.test(c.req.param('so') ?? '') ? Number(c.req.param('so')) : 0;
  const view = year?.job?.result?.lives[number - 1];
  return view && { view, number };
}

/** Its picture, and the table that says the same with a way to each message. */
export async function showYearLife(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const life = lifeAsked(c, context);
  if (!life) return problemPage(c, context, 'notFound');
  const { view, number } = life;
  const title = say.life(lifeName(view));
  const calendar = await calendarInForce(context.register);
  return staffPage(
    c,
    context,
    visit,
    { title, at: 'policies' },
    <>
      <section class="card">
        <BackView top={visit.top} />
        <h1>{title}</h1>
        <p>{view.directive.text}</p>
        <TimelineView timeline={timelineOfView(view, { calendar })} id="dien-thu" label={say.picture} />
      </section>
      <section class="card wide">
        <TableView
          caption={say.days}
          columns={[say.at, ...say.daysHead.slice(2)].map((name) => ({ name }))}
          rows={daysOf([view])
            .flatMap(({ happenings }) => happenings)
            .map(({ at, words, told }) => [
              formatMoment(at),
              words,
              <ToldView told={told} life={{ top: visit.top, number }} />,
            ])}
        />
      </section>
    </>,
  );
}

/** The words of one message, as they left for the stand-in. */
export async function showYearMessage(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const life = lifeAsked(c, context);
  const row = life?.view.messages.find(({ id }) => id === c.req.param('tin'));
  if (!life || !row) return problemPage(c, context, 'notFound');
  const sent = context.year?.job?.result?.outcome?.words.get(row.id);
  const { personName, channel, content } = row;
  const subject = sent?.subject ?? content?.subject ?? say.message;
  return staffPage(
    c,
    context,
    visit,
    { title: say.message, at: 'policies' },
    <section class="card">
      <BackView top={visit.top} />
      <h1>{subject}</h1>
      <dl class="rows">
        <dt>{say.to}</dt>
        <dd>{personName ?? say.nobody}</dd>
        {channel === null ? null : (
          <>
            <dt>{say.by}</dt>
            <dd>{CHANNEL_NAMES[channel]}</dd>
          </>
        )}
        <dt>{say.at}</dt>
        <dd>{formatMoment(row.leaveAt)}</dd>
        <dt>{say.fate}</dt>
        <dd>{outcomeWords(row)}</dd>
      </dl>
      {sent === undefined ? <p>{say.noWords}</p> : <pre class="code">{withoutTokens(sent.text).trim()}</pre>}
    </section>,
  );
}

function BackView({ top }: { readonly top: string }) {
  return (
    <p class="back">
      <a href={yearPath(top, 'ket-qua')}>{say.backToYear}</a>
    </p>
  );
}
