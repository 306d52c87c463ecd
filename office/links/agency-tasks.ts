import type { Status } from '../../dsl/engine/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { agencyOn, type DirectiveRecord, membersOn, type Register } from '../../register/index.ts';
import { type Standing, standingOf } from './standing.ts';

export interface AgencyTask {
  readonly directive: DirectiveRecord;
  readonly standing: Standing;
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

const OPEN: readonly Status[] = ['assigned', 'acknowledged', 'submitted'];

export async function agencyTasks(register: Register, agencyId: string, now: Instant): Promise<AgencyTasks> {
  const tasks = new Map<string, AgencyTask>();
  for (const id of await namesakes(register, agencyId, now)) {
    for (const directive of await register.list({ agency: id, status: OPEN })) {
      tasks.set(directive.id, { directive, standing: standingOf(directive, now) });
    }
  }
  const rest = new Set(tasks.values());
  const take = (which: (task: AgencyTask) => boolean): AgencyTask[] => {
    const taken = [...rest].filter(which).sort(byDue);
    for (const task of taken) rest.delete(task);
    return taken;
  };
  return {
    overdue: take((t) => t.standing.colour === 'overdue'),
    submitted: take((t) => t.directive.status === 'submitted'),
    unacknowledged: take((t) => t.directive.acknowledgedAt === null),
    near: take((t) => t.standing.colour === 'near'),
    others: rest.size,
  };
}

/** Does the agency lead the directive on this day, itself, as successor or as member of a group? */
export async function leads(
  register: Register,
  agencyId: string,
  directive: DirectiveRecord,
  now: Instant,
): Promise<boolean> {
  const ids = await namesakes(register, agencyId, now);
  return directive.lead.some((party) => party.agency !== undefined && ids.has(party.agency));
}

/** Ids under which directives may name the agency: its own, those it succeeded, groups it belongs to. */
async function namesakes(register: Register, agencyId: string, now: Instant): Promise<ReadonlySet<string>> {
  const directory = await register.directory();
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
