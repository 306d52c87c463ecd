import { bareLetters } from '../dsl/bare-letters.ts';
import { present } from '../dsl/present.ts';
import { type Day, dayOf, type Instant, laterDay } from '../dsl/time/day.ts';
import type { Name } from '../notices/index.ts';
import {
  type Agency,
  agencyById,
  agencyOn,
  comparable,
  type Directory,
  isMany,
  membersOn,
  type NamedParty,
  shareIdOf,
} from '../register/index.ts';
import { partyIn, type ReadNotice } from './registration.ts';
import type { Task } from './task.ts';

/*
 * A group is many: what it is given, each of its agencies is given. The whole is nothing of its own: a plan holds for
 * all of its shares, and what is said of it is their sum.
 */

/** Groups are taken as they are on the day of the issue, which for an old notice is not its own. */
export function shareDay(anchor: Day, issuedAt: Instant): Day {
  return laterDay(anchor, dayOf(issuedAt));
}

/**
 * Each task whose lead is a group as one for each of its agencies; agencies named together lead together, unless a
 * person or the policy says each. Whoever took over from an agency that was divided is one of many too.
 */
export function sharedTasks(
  tasks: readonly Task[],
  { notice }: Pick<ReadNotice, 'notice'>,
  directory: Directory,
  day: Day,
): Task[] {
  const party = partyIn(directory, notice.anchor);
  return tasks.flatMap((task) => {
    const members = membersOf(task, party, directory, day);
    const [only] = members;
    // The one that a place's work fell to leads as if it had been named.
    if (only && members.length === 1 && !task.draft.lead.some((name) => isGroup(party(name), directory, day)))
      return [{ ...task, draft: { ...task.draft, lead: [leadOf(only)] } }];
    if (members.length > 0) return members.map((member) => shareOf(task, member));
    const leads = leadsOf(task, party, directory, day);
    return [
      leads.some(({ many }) => many) ? { ...task, leads: leads.flatMap(({ own, many }) => many ?? [own]) } : task,
    ];
  });
}

/** Whose each share is, as the directory names them; none where there is nothing to share. */
function membersOf(
  { draft, policy }: Pick<Task, 'draft' | 'policy'>,
  party: (name: Name) => NamedParty,
  directory: Directory,
  day: Day,
): readonly NamedParty[] {
  const { each = policy.each === true, lead } = draft;
  const named = leadsOf({ draft }, party, directory, day);
  const wanted = draft.each !== false && (named.some(({ many }) => many) || (each && lead.length > 1));
  if (!wanted) return [];
  const members = named.flatMap(({ own, many }) => many ?? [own]);
  return [...new Map(members.map((member) => [keyOf(member), member])).values()];
}

/** Each of those named to lead, and the agencies it stands for where these are others. */
function leadsOf({ draft }: Pick<Task, 'draft'>, party: (name: Name) => NamedParty, directory: Directory, day: Day) {
  return draft.lead.map((name) => {
    const own = party(name);
    return { own, many: workers(own, directory, day, draft.text) };
  });
}

/** Of a group, or of one that was divided, the agencies that do its work; undefined of one agency. */
function workers(party: NamedParty, directory: Directory, day: Day, about: string): NamedParty[] | undefined {
  const agency = agencyOf(party, directory, day);
  if (agency === undefined || !isMany(agency, day)) return undefined;
  return membersOn(directory, agency, day, about).map(({ id, name }) => ({ name, agency: id }));
}

/** Does the directory know no agency behind a name, or behind the group it is? */
export function isNobody(party: NamedParty, directory: Directory, day: Day): boolean {
  const agency = agencyOf(party, directory, day);
  return agency === undefined || (isMany(agency, day) && membersOn(directory, agency, day).length === 0);
}

function isGroup(party: NamedParty, directory: Directory, day: Day): boolean {
  return agencyOf(party, directory, day)?.kind === 'group';
}

/** A group that came later than the notice is still the one it means. */
function agencyOf({ agency }: NamedParty, directory: Directory, day: Day): Agency | undefined {
  return agency === undefined ? undefined : (agencyOn(directory, agency, day) ?? agencyById(directory, agency));
}

function shareOf(task: Task, member: NamedParty): Task {
  const key = keyOf(member);
  return {
    ...task,
    id: shareIdOf(task.id, key, task.part),
    parent: { id: task.id, lead: task.draft.lead },
    draft: { ...task.draft, lead: [leadOf(member)] },
    ...present({ series: task.series ? { ...task.series, id: shareIdOf(task.series.id, key) } : undefined }),
  };
}

function leadOf({ name, agency }: NamedParty): Name {
  return { name, span: null, ...(agency === undefined ? {} : { agency, agencyConfidence: 1 }) };
}

/** The agency's id; of one the directory does not have, its name in the letters of an id. */
function keyOf({ name, agency }: NamedParty): string {
  return agency ?? bareLetters(comparable(name)).replaceAll(' ', '-');
}
