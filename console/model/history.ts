import type { Party } from '../../dsl/policy/policy.ts';
import { present } from '../../dsl/present.ts';
import type { Act } from '../../dsl/rules/index.ts';
import { whoActed } from '../../office/who.ts';
import { agencyById, type EventRecord } from '../../register/index.ts';
import { actLine, actText } from '../../texts/acts.ts';
import { formatMoment } from '../../texts/format.ts';
import { wayText } from '../../texts/who.ts';
import type { PageFacts } from './directive-page.ts';
import type { FileLink, HistoryItem } from './page.ts';

const FILE = /^sha256:([0-9a-f]{64})$/;

/** What people did, the newest first. */
export function historyOf(facts: PageFacts): HistoryItem[] {
  return facts.view.events
    .flatMap((event) => (event.act === null ? [] : [itemOf(facts, event, event.act.act)]))
    .reverse();
}

/** The result in hand: the last one submitted, until it is returned. */
export function resultInHand(facts: PageFacts): HistoryItem | undefined {
  if (facts.view.directive.status !== 'submitted') return undefined;
  const event = facts.view.events.findLast((e) => e.act?.act.type === 'submit-result');
  return event?.act ? itemOf(facts, event, event.act.act) : undefined;
}

function itemOf(facts: PageFacts, event: EventRecord, act: Act): HistoryItem {
  const agency = act.by.agency === undefined ? undefined : agencyById(facts.directory, act.by.agency)?.name;
  const text = actText(act);
  const who = whoSeenBy(facts, act);
  return {
    at: formatMoment(event.at),
    line: actLine(act, agency),
    ...present({ who: who === '' ? undefined : who, text: text === undefined || text === '' ? undefined : text }),
    files: evidenceOf(act).map((entry) => fileOf(facts, act, entry)),
  };
}

/**
 * The person and the door, where they were recorded. Persons are named to those of the same agency, and to those who
 * judge or watch the work.
 */
function whoSeenBy({ directory, view, visit: { link } }: PageFacts, act: Act): string {
  const { person, ...who } = whoActed(act.by, directory, view.operators);
  const mayKnow = judges(link.party) || act.by.agency === link.agencyId;
  const { operator, ...way } = who;
  const shown = wayText(mayKnow ? who : way);
  return [...(person !== undefined && mayKnow ? [person] : []), ...(shown === '' ? [] : [shown])].join(', ');
}

function judges(party: Party): boolean {
  return party !== 'lead' && party !== 'cooperating';
}

function fileOf(facts: PageFacts, act: Act, entry: string): FileLink {
  const [, hash] = FILE.exec(entry) ?? [];
  if (hash === undefined) return { name: entry };
  const name = facts.evidence.find((file) => file.sha256 === hash)?.name ?? entry;
  return mayOpenFiles(facts, act) ? { name, href: `${facts.here}/tep/${hash}` } : { name };
}

/** Files are opened by those who judge or watch the work, and by the agency that sent them. */
function mayOpenFiles({ visit: { link } }: PageFacts, act: Act): boolean {
  return judges(link.party) || act.by.agency === link.agencyId;
}

/** What came with a result or an explanation. */
function evidenceOf(act: Act): readonly string[] {
  return act.type === 'submit-result' || act.type === 'explain' ? (act.evidence ?? []) : [];
}

/** May this link open the file of this hash? It must have been sent with an act on this directive. */
export function opensFile(facts: PageFacts, hash: string): boolean {
  return facts.view.events.some(({ act }) => {
    return act !== null && evidenceOf(act.act).includes(`sha256:${hash}`) && mayOpenFiles(facts, act.act);
  });
}
