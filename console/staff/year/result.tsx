import type { Context } from 'hono';
import { type Day, dayOf } from '../../../dsl/time/day.ts';
import { type DayTold, daysOf, type Happening, type PlayedYear, type YearOutcome } from '../../../office/year/index.ts';
import type { DirectiveView } from '../../../register/index.ts';
import { capital, formatDay, formatDayLong, formatMoment } from '../../../texts/format.ts';
import { YEAR_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import type { Job } from '../jobs.ts';
import { TableView } from '../table.tsx';
import { yearPath } from './path.ts';
import { ToldView } from './told-view.tsx';

/** What has just happened, on the page that is watched. */
const LATEST = 12;

/** The year as far as it is played; once it is over, day by day. */
export async function showYear(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { year } = context;
  if (!year) return problemPage(c, context, 'notFound');
  const { job, billing } = year;
  if (!job || !billing) return c.redirect(yearPath(visit.top), 303);
  const isRunning = job.state === 'running';
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'policies', ...(isRunning ? { refresh: { seconds: 1 } } : {}) },
    <>
      <section class="card">
        <p class="back">
          <a href={yearPath(visit.top)}>{say.again}</a>
        </p>
        <h1>{isRunning ? say.running : job.state === 'failed' ? say.failed : say.title}</h1>
        <p>{say.of(billing.notice, billing.policy, billing.behaviour)}</p>
        {isRunning ? <ProgressView job={job} top={visit.top} /> : null}
        {job.state === 'failed' ? <p class="fault">{job.fault}</p> : null}
        {job.result?.outcome ? <OutcomeView outcome={job.result.outcome} /> : null}
      </section>
      {isRunning && job.result ? <LatestView played={job.result} /> : null}
      {job.state === 'done' && job.result ? <WholeView played={job.result} top={visit.top} /> : null}
    </>,
  );
}

/** Ends what is being played. */
export function stopYear(c: Context<Env>, context: StaffContext, visit: StaffVisit): Response | Promise<Response> {
  if (!context.year) return problemPage(c, context, 'notFound');
  context.year.askToStop();
  return c.redirect(yearPath(visit.top, 'ket-qua'), 303);
}

function ProgressView({ job, top }: { readonly job: Job<PlayedYear>; readonly top: string }) {
  const { result, done, total } = job;
  return (
    <>
      <p role="status">
        {result?.reached === undefined || result.reached === null
          ? say.setting
          : say.reached(dayOf(result.reached), done, total)}
      </p>
      <progress value={done} max={Math.max(1, total)} aria-label={say.running} />
      <form method="post" action={yearPath(top, 'dung')} class="buttons">
        <a class="go" href={yearPath(top, 'ket-qua')}>
          {say.refresh}
        </a>
        <button type="submit" class="quiet">
          {say.stop}
        </button>
      </form>
    </>
  );
}

/** The newest first: it is read while more comes. */
function LatestView({ played }: { readonly played: PlayedYear }) {
  const all = daysOf(played.lives).flatMap(({ happenings }) => happenings);
  return (
    <section class="card wide">
      <h2>{say.latest}</h2>
      <TableView
        columns={say.daysHead.map((name) => ({ name }))}
        rows={all
          .slice(-LATEST)
          .toReversed()
          .map((one) => [
            formatMoment(one.at),
            lifeName(played.lives[one.life]),
            one.words,
            <ToldView told={one.told} />,
          ])}
      />
    </section>
  );
}

function OutcomeView({ outcome }: { readonly outcome: YearOutcome }) {
  const { planned, run, differences, refused, virtualDays, seconds, taken } = outcome;
  return (
    <>
      {differences.length === 0 ? (
        <p role="status">{say.asPlanned(planned, run)}</p>
      ) : (
        <>
          <p class="fault" role="status">
            {say.notAsPlanned(differences.length)}
          </p>
          <ul>
            {differences.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say.sums(virtualDays, String(seconds).replace('.', ','), taken.email, taken.zalo)}</p>
      {refused.length === 0 ? null : (
        <details class="more">
          <summary>{say.refusedActs(refused.length)}</summary>
          <ul>
            {refused.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function WholeView({ played: { lives }, top }: { readonly played: PlayedYear; readonly top: string }) {
  return (
    <>
      <section class="card wide">
        <TableView
          caption={say.lives}
          columns={say.livesHead.map((name) => ({ name }))}
          rows={lives.map((view, i) => [
            <a href={yearPath(top, 'nhiem-vu', i + 1)}>{lifeName(view)}</a>,
            view.directive.lead.map(({ name }) => name).join('; '),
            view.directive.due === null ? say.noDue : formatDay(view.directive.due),
            view.directive.closedAt === null ? say.openEnd : formatMoment(view.directive.closedAt),
          ])}
        />
      </section>
      <section class="card wide">
        <h2>{say.days}</h2>
        {monthsIn(daysOf(lives)).map(([month, days], i) => (
          <details class="more" open={i === 0}>
            <summary>{say.month(month, days.length)}</summary>
            {days.map(({ day, happenings }) => (
              <DayView day={day} happenings={happenings} lives={lives} top={top} />
            ))}
          </details>
        ))}
      </section>
    </>
  );
}

/** Years are long: a fold a month, named by its first day. */
function monthsIn(days: readonly DayTold[]): [Day, DayTold[]][] {
  const months = new Map<string, DayTold[]>();
  for (const one of days) {
    const month = one.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months].map(([month, those]) => [`${month}-01`, those]);
}

function DayView({
  day,
  happenings,
  lives,
  top,
}: {
  readonly day: Day;
  readonly happenings: readonly Happening[];
  readonly lives: readonly DirectiveView[];
  readonly top: string;
}) {
  return (
    <TableView
      caption={capital(formatDayLong(day))}
      columns={say.daysHead.map((name) => ({ name }))}
      rows={happenings.map((one) => [
        formatMoment(one.at).slice(0, 5),
        <a href={yearPath(top, 'nhiem-vu', one.life + 1)}>{lifeName(lives[one.life])}</a>,
        one.words,
        <ToldView told={one.told} life={{ top, number: one.life + 1 }} />,
      ])}
    />
  );
}

/** A life as people call it: one of several by its day. */
export function lifeName(view: DirectiveView | undefined): string {
  if (!view) return '';
  const { localId, series, due, parent, lead } = view.directive;
  if (parent !== undefined) return `${localId}, ${lead.map(({ name }) => name).join('; ')}`;
  return series === undefined || due === null ? localId : `${localId} (${formatDay(due)})`;
}
