import type { Party } from '../../dsl/policy/policy.ts';
import { HANDED_OUT } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import {
  agencyOn,
  type DirectiveRecord,
  type DirectiveView,
  type Directory,
  type LinkRecord,
  membersOn,
  type Register,
  resolveRole,
} from '../../register/index.ts';
import { type TaskStanding, taskStandingOf } from './near-due.ts';

export interface AgencyTask {
  readonly directive: DirectiveRecord;
  readonly standing: TaskStanding;
}

/** Everything an agency leads that is open, in the order a head should look at it. */
export interface AgencyTasks {
  readonly overdue: readonly AgencyTask[];
  readonly unacknowledged: readonly AgencyTask[];
  readonly near: readonly AgencyTask[];
  /** With a result that waits for approval. */
  readonly submitted: readonly AgencyTask[];
  /** The rest: open, in time, nothing to be done today. */
  readonly others: number;
}

/**
 * What is open at an agency, and at those it took over from: what presses by what it waits for, the nearest deadline
 * first.
 */
export async function agencyTasks(register: Register, agencyId: string, now: Instant): Promise<AgencyTasks> {
  const directory = await register.directory.current();
  const rest = new Map<string, AgencyTask>();
  for (const id of namesakes(directory, agencyId, now)) {
    for (const directive of await register.directives.list({ agency: id, status: HANDED_OUT })) {
      rest.set(directive.id, { directive, standing: taskStandingOf(directive, now) });
    }
  }
  const take = (which: (task: AgencyTask) => boolean): AgencyTask[] => {
    const taken = [...rest.values()].filter(which).sort(byDue);
    for (const { directive } of taken) rest.delete(directive.id);
    return taken;
  };
  return {
    overdue: take((t) => t.standing.colour === 'overdue'),
    submitted: take((t) => t.directive.status === 'submitted'),
    unacknowledged: take((t) => t.directive.status === 'assigned'),
    near: take((t) => t.standing.colour === 'near'),
    others: rest.size,
  };
}

/** Has the agency this part in the directive on this day, itself, as successor or as member of a group? */
export function takesPart(
  directory: Directory,
  directive: DirectiveRecord,
  party: Party,
  agencyId: string,
  now: Instant,
): boolean {
  const { people, unresolved } = resolveRole(directory, directive, party, dayOf(now));
  return people.some(({ agency }) => agency.id === agencyId) || unresolved.some(({ agency }) => agency === agencyId);
}

/**
 * May the link of a message to the lead still be used by its person? Once another contact was named, only by who is
 * told now: whoever was told before finds, as after another agency was given the lead, that it has changed hands.
 */
export function isStillTold(directory: Directory, view: DirectiveView, link: LinkRecord, now: Instant): boolean {
  const change = view.events.findLast(({ act }) => act?.act.type === 'adjust' && act.act.contact !== undefined);
  if (change === undefined || link.role !== 'lead' || link.recordedAt > change.recordedAt) return true;
  const { people } = resolveRole(directory, view.directive, link.role, dayOf(now));
  return people.some(({ person }) => person.id === link.personId);
}

/** Ids under which directives may name the agency: its own, those it succeeded, groups it belongs to. */
export function namesakes(directory: Directory, agencyId: string, now: Instant): ReadonlySet<string> {
  const day = dayOf(now);
  const current = agencyOn(directory, agencyId, day)?.id ?? agencyId;
  const same = directory.agencies.filter((agency) => {
    const today = agencyOn(directory, agency.id, day);
    return today !== undefined && membersOn(directory, today, day).some((member) => member.id === current);
  });
  return new Set([agencyId, ...same.map((agency) => agency.id)]);
}

function byDue(a: AgencyTask, b: AgencyTask): number {
  const [x, y] = [a.directive.due ?? '9999', b.directive.due ?? '9999'];
  return x.localeCompare(y) || a.directive.id.localeCompare(b.directive.id);
}
