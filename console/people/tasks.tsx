import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { type Colour, taskStandingOf } from '../../office/links/index.ts';
import { itemOf } from '../../office/page-address.ts';
import { type OwnTask, ownTasks } from '../../office/people/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { cutAtWord, oneLine } from '../../texts/messages/index.ts';
import { badgeWords, dueLine, itemName } from '../../texts/pages/index.ts';
import { OWN as say } from '../../texts/people/index.ts';
import type { Env } from '../http/caller.ts';
import type { TaskCard } from '../model/page.ts';
import type { StaffContext } from '../staff/context.ts';
import { TaskGroup } from '../view/agency-view.tsx';
import { PagesView, pageOf } from '../view/pages-view.tsx';
import { personPage } from './frame.tsx';
import type { PersonVisit } from './guard.ts';

const QUOTE_LETTERS = 220;

/** Everything the agencies of a person have a part in: what falls due next first; what has ended on a page beside. */
export async function showOwnTasks(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const { register, now, calendar } = context;
  const { place, directory, top } = visit;
  const which = c.req.query('xem') === 'da-xong' ? 'ended' : 'open';
  const tasks = await ownTasks(register, directory, place, which, now());
  const paged = pageOf(c, tasks);
  const numbers = await register.notices.numbers();
  const cards = paged.shown.map((task): TaskCard => {
    const { directive } = task;
    const standing = taskStandingOf(directive, now(), calendar);
    return {
      href: `${top}/viec/${itemOf(directive.id)}`,
      heading: itemName(directive.localId),
      badge: { colour: standing.colour, words: badgeWords({ ...directive, ...standing }) },
      basis: numbers.get(directive.noticeId) ?? '',
      due: dueLine(directive.due, directive.dueTime),
      quote: cutAtWord(oneLine(directive.text), QUOTE_LETTERS),
      ...present({ mark: markOf(task, place.posts.length > 1) }),
    };
  });
  const late = cards.filter(({ badge }) => badge.colour === 'overdue');
  const rest = cards.filter(({ badge }) => badge.colour !== 'overdue');
  return personPage(
    c,
    context,
    visit,
    { title: say.tasks, at: 'tasks' },
    <>
      <section class="card">
        <h1>{say.title(place.posts.map(({ agency }) => agency.name))}</h1>
        <p>{which === 'open' ? openLine(tasks, now()) : say.ended(tasks.length)}</p>
        <p class="when">{say.asOf(formatMoment(now()))}</p>
        <nav class="buttons" aria-label={say.which}>
          <a class="go" href={`${top}/nhiem-vu`} {...(which === 'open' ? { 'aria-current': 'page' } : {})}>
            {say.views.open}
          </a>
          <a class="go" href={`${top}/nhiem-vu?xem=da-xong`} {...(which === 'ended' ? { 'aria-current': 'page' } : {})}>
            {say.views.ended}
          </a>
        </nav>
      </section>
      {tasks.length === 0 ? <p>{which === 'open' ? say.noneOpen : say.noneEnded}</p> : null}
      {which === 'open' ? <Cards title={say.late} colour="overdue" cards={late} /> : null}
      <Cards
        title={which === 'open' ? say.rest : say.views.ended}
        colour={which === 'open' ? 'running' : 'done'}
        cards={which === 'open' ? rest : cards}
      />
      <PagesView of={paged} />
      <form method="post" action={`${top}/thoat-het`}>
        <p class="hint">{say.leaveAllHint}</p>
        <button type="submit" class="quiet">
          {say.leaveAll}
        </button>
      </form>
    </>,
  );
}

function Cards({ title, colour, cards }: { title: string; colour: Colour; cards: readonly TaskCard[] }) {
  return cards.length === 0 ? null : <TaskGroup title={title} colour={colour} count={cards.length} cards={cards} />;
}

function openLine(tasks: readonly OwnTask[], now: number): string {
  const late = tasks.filter(({ directive }) => taskStandingOf(directive, now).colour === 'overdue');
  const unheard = tasks.filter(({ directive, part }) => directive.status === 'assigned' && part.party === 'lead');
  return say.counted(tasks.length, late.length, unheard.length);
}

function markOf({ part: { party, post } }: OwnTask, several: boolean): string | undefined {
  const words = party === 'issuer' || party === 'secretariat' ? '' : say.parts[party];
  return [several ? post.agency.name : '', words].filter(Boolean).join(': ') || undefined;
}
