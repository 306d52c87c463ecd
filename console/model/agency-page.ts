import { present } from '../../dsl/present.ts';
import { type AgencyTask, type AgencyTasks, taskStandingOf, type Visit } from '../../office/links/index.ts';
import type { Directory, NoticeRecord } from '../../register/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { cutAtWord, oneLine } from '../../texts/messages/index.ts';
import { AGENCY, badgeWords, dueLine, itemName, readerLine } from '../../texts/pages/index.ts';
import type { ConsoleContext } from '../options.ts';
import { officeNameOf } from './directive-page.ts';
import type { AgencyPage, TaskCard } from './page.ts';

const QUOTE_LETTERS = 220;

export interface AgencyFacts {
  readonly visit: Visit;
  readonly tasks: AgencyTasks;
  readonly notices: ReadonlyMap<string, NoticeRecord>;
  readonly directory: Directory;
  /** Address of the page of one directive. */
  readonly pageOf: (directiveId: string) => string;
}

/** All that a head's page shows, in words; the view only lays it out. */
export function agencyPage(context: ConsoleContext, facts: AgencyFacts): AgencyPage {
  const { visit, tasks } = facts;
  const now = context.now();
  const cards = (list: readonly AgencyTask[]) => list.map((task) => cardOf(context, facts, task));
  const groups = [
    { title: AGENCY.overdue, colour: 'overdue' as const, cards: cards(tasks.overdue) },
    { title: AGENCY.unacknowledged, colour: 'running' as const, cards: cards(tasks.unacknowledged) },
    { title: AGENCY.near, colour: 'near' as const, cards: cards(tasks.near) },
    { title: AGENCY.submitted, colour: 'running' as const, cards: cards(tasks.submitted) },
  ].filter((group) => group.cards.length > 0);
  return {
    title: AGENCY.title(visit.agency.name),
    officeName: officeNameOf(facts.directory),
    reader: readerLine(visit.person.name, visit.agency.name, visit.link.expiresAt),
    heading: AGENCY.title(visit.agency.name),
    intro: groups.length === 0 ? AGENCY.nothing : AGENCY.lead,
    asOf: AGENCY.asOf(formatMoment(now)),
    groups,
    ...present({ others: tasks.others !== 0 ? AGENCY.others(tasks.others) : undefined }),
  };
}

function cardOf(context: ConsoleContext, facts: AgencyFacts, { directive }: AgencyTask): TaskCard {
  const standing = taskStandingOf(directive, context.now(), context.calendar);
  return {
    href: facts.pageOf(directive.id),
    heading: itemName(directive.localId),
    badge: { colour: standing.colour, words: badgeWords({ ...directive, ...standing }) },
    basis: facts.notices.get(directive.noticeId)?.number ?? '',
    due: dueLine(directive.due, directive.dueTime),
    quote: cutAtWord(oneLine(directive.text), QUOTE_LETTERS),
    ...present({ mark: directive.id === facts.visit.link.directiveId ? AGENCY.fromLetter : undefined }),
  };
}
