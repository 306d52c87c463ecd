import type { Colour } from '../../office/links/index.ts';
import { AGENCY, PAGE } from '../../texts/pages/index.ts';
import type { AgencyPage, TaskCard } from '../model/page.ts';
import { BadgeView } from './directive-view.tsx';

/** Everything of an agency that is late or waiting, the worst first. */
export function AgencyView({ page }: { readonly page: AgencyPage }) {
  return (
    <>
      <section class="card">
        <h1>{page.heading}</h1>
        <p>{page.intro}</p>
        <p class="when">{page.asOf}</p>
      </section>
      {page.groups.map(({ title, colour, cards }) => (
        <TaskGroup title={title} colour={colour} count={AGENCY.counted(cards.length)} cards={cards} />
      ))}
      {page.others === undefined ? null : <p class="others">{page.others}</p>}
    </>
  );
}

/** Directives that stand alike, under what they have in common. */
export function TaskGroup({
  title,
  colour,
  count,
  cards,
}: {
  readonly title: string;
  readonly colour: Colour;
  /** How many, as the page says it. */
  readonly count: string | number;
  readonly cards: readonly TaskCard[];
}) {
  return (
    <section class={`card group state-${colour}`}>
      <h2>
        {title} <span class="count">({count})</span>
      </h2>
      <ul class="tasks">
        {cards.map((card) => (
          <TaskView card={card} />
        ))}
      </ul>
    </section>
  );
}

/** One directive in a few lines, with the way to its page. */
function TaskView({ card }: { readonly card: TaskCard }) {
  return (
    <li>
      <BadgeView badge={card.badge} />
      {card.mark === undefined ? null : <p class="mark">{card.mark}</p>}
      <h3>
        {card.heading}
        {card.basis === '' ? null : <span class="basis">, {card.basis}</span>}
      </h3>
      <p class="task-words">{card.quote}</p>
      <p class="when">{card.due}</p>
      <p>
        <a class="go" href={card.href}>
          {PAGE.open}
          <span class="unseen">
            {' '}
            {card.heading}, {card.basis}
          </span>
        </a>
      </p>
    </li>
  );
}
