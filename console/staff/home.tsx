import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { itemOf } from '../../office/page-address.ts';
import { waitingFor } from '../../office/waiting/waiting.ts';
import type { DirectiveLine } from '../../register/index.ts';
import { incidentLine } from '../../texts/audit.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { LIST_LINES } from '../../texts/list.ts';
import { cutAtWord, oneLine } from '../../texts/messages/index.ts';
import { HOME as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext, StaffVisit } from './context.ts';
import { DraftLine } from './draft-line.tsx';
import { FirstStepsCard } from './first-steps.tsx';
import { staffPage } from './frame.tsx';
import { RestoredCard } from './restored.tsx';
import { SampleCard } from './sample.tsx';

const SHOWN = 8;

/** What waits for the office, first things first; each group has its place and its count. */
export async function showHome(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, now, ready } = context;
  const { top } = visit;
  const waiting = await waitingFor(register, now(), ready);
  const held = await register.restoration.waiting();
  const numbers = await register.notices.numbers();
  const { agencies } = await register.directory.current();
  const line = (directive: DirectiveLine, more?: string) => (
    <>
      <a href={`${top}/nhiem-vu/${itemOf(directive.id)}`}>{nameOf(directive, numbers)}</a>
      {`: ${shortened(directive.text)}`}
      <p class="when">
        {[
          directive.lead.map(({ name }) => name).join('; '),
          directive.due === null ? '' : formatDay(directive.due),
          more,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
  const groups: (Child | null)[] = [
    group(
      say.results(waiting.results.length),
      waiting.results.map((one) => line(one)),
      `${top}/nhiem-vu?trang-thai=submitted`,
    ),
    group(
      say.extensions(waiting.extensions.length),
      waiting.extensions.map((one) => line(one)),
    ),
    group(
      say.explanations(waiting.explanations.length),
      waiting.explanations.map((one) => line(one)),
    ),
    group(
      say.unexplained(waiting.unexplained.length),
      waiting.unexplained.map((one) => line(one)),
    ),
    group(
      say.drafts(waiting.drafts.length),
      waiting.drafts.map((draft) => <DraftLine draft={draft} top={top} />),
      `${top}/van-ban`,
    ),
    group(
      say.untold(waiting.untold.length),
      waiting.untold.map(({ directive, told }) => line(directive, LIST_LINES.untold(told))),
    ),
    group(
      say.replies(waiting.replies.length),
      waiting.replies.map((reply) => (
        <>
          <a href={`${top}/nhiem-vu/${itemOf(reply.directiveId)}`}>{oneLine(reply.subject)}</a>
          <p class="when">{`${reply.fromAddress} · ${formatMoment(reply.recordedAt)}`}</p>
        </>
      )),
    ),
    group(
      say.calls(waiting.calls.length),
      waiting.calls.map(({ row, phone, agencyName }) => (
        <>
          <a href={`${top}/nhiem-vu/${itemOf(row.directiveId)}`}>{row.personName ?? ''}</a>
          <p class="when">{[agencyName, phone].filter(Boolean).join(' · ')}</p>
        </>
      )),
    ),
    group(
      say.incidents(waiting.incidents.length),
      waiting.incidents.map((incident) => incidentLine(incident)),
    ),
    group(
      say.overdue(waiting.overdue.count),
      waiting.overdue.first.map((one) => line(one)),
      `${top}/nhiem-vu?qua-han=1`,
      waiting.overdue.count,
    ),
  ];
  const shown = groups.filter((one) => one !== null);
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'home' },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p class="when">{say.asOf(formatMoment(now()))}</p>
        {shown.length === 0 ? <p>{say.nothing}</p> : null}
        <p>
          <a class="go" href={`${top}/van-ban`}>
            {say.bringIn}
          </a>
        </p>
      </section>
      {numbers.size > 0 ? null : <FirstStepsCard context={context} visit={visit} hasDirectory={agencies.length > 0} />}
      <RestoredCard count={held} top={top} />
      <SampleCard sample={context.sample} visit={visit} isEmpty={numbers.size === 0} />
      {shown}
    </>,
  );
}

function group(title: string, items: readonly Child[], all?: string, count = items.length): Child | null {
  if (items.length === 0) return null;
  const rest = count - SHOWN;
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul class="plain">
        {items.slice(0, SHOWN).map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {rest <= 0 ? null : <p class="when">{say.more(rest)}</p>}
      {all === undefined ? null : (
        <p>
          <a href={all}>{say.all}</a>
        </p>
      )}
    </section>
  );
}

/** "31/TB-VP, II.3" */
function nameOf({ noticeId, localId }: DirectiveLine, numbers: ReadonlyMap<string, string | null>): string {
  return [numbers.get(noticeId) ?? noticeId.slice(0, 8), localId].filter(Boolean).join(', ');
}

const WORDS_SHOWN = 120;

export function shortened(text: string): string {
  return cutAtWord(oneLine(text), WORDS_SHOWN);
}
