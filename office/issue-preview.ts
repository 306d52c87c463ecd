import { addressFor, type Channel, channelsOf } from '../dsl/policy/channels.ts';
import { present } from '../dsl/present.ts';
import { dueAt, type Post, preview } from '../dsl/rules/index.ts';
import { type Day, dayOf, type Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { type Directory, resolveRole } from '../register/index.ts';
import { isNobody } from './members.ts';
import { partyIn, type ReadNotice } from './registration.ts';
import { directiveOf, opensWithIssue, type Task } from './task.ts';

/** What giving a notice's tasks will come to, counted before anything is written. */
export interface IssuePreview {
  readonly tasks: number;
  /** Names of the agencies that lead. */
  readonly agencies: readonly string[];
  /** Groups that lead, as the notice names them, and how many agencies each is. */
  readonly groups: readonly { readonly name: string; readonly members: number }[];
  /** Names of groups the directory has no agency of, whatever part they take. */
  readonly unknownGroups: readonly string[];
  /** People the first messages reach by a channel that is set up. */
  readonly reached: number;
  /** People whose address is of a channel nobody has set up: their messages are held. */
  readonly held: number;
  /** Of whom nobody can be told: names of agencies without people or people without an address. */
  readonly unreachable: readonly string[];
  readonly noLead: readonly string[];
  /** Tasks that are late when they are given: their day, or the hour they name, has passed. */
  readonly overdue: number;
  /** Passages that look like an order and were not read. */
  readonly unread: number;
  /** When the first message leaves. */
  readonly firstAt: Instant | null;
}

export interface IssuePreviewOptions {
  readonly tasks: readonly Task[];
  readonly directory: Directory;
  /** Shares of groups are told apart. */
  readonly day: Day;
  readonly calendar: WorkCalendar;
  readonly issuedAt: Instant;
  /** Who issues. */
  readonly issuedBy?: string;
  /** Channels that are set up. */
  readonly ready: ReadonlySet<Channel>;
}

/** Asks the rules what leaves first and the directory whom it reaches. */
export function issuePreviewOf(read: ReadNotice, options: IssuePreviewOptions): IssuePreview {
  const { directory, calendar, issuedAt, ready } = options;
  const tasks = options.tasks.filter(opensWithIssue);
  const party = partyIn(directory, read.notice.anchor);
  const reach = new Map<string, 'reached' | 'held'>();
  const unreachable = new Set<string>();
  let firstAt: Instant | null = null;
  const firsts = new Map<string, Post | undefined>();
  for (const task of tasks) {
    // The shares of a whole begin together.
    const whole = task.parent?.id ?? task.id;
    if (!firsts.has(whole)) firsts.set(whole, preview(task.policy, directiveOf(task, issuedAt, calendar)).steps[0]);
    const first = firsts.get(whole);
    if (first === undefined) continue;
    firstAt = firstAt === null || first.at < firstAt ? first.at : firstAt;
    const parties = {
      lead: task.draft.lead.map(party),
      cooperating: task.draft.cooperating.map(party),
      supervisor: task.draft.supervisor.map(party),
      notice: { signer: read.notice.signer, text: read.text, ...present({ issuedBy: options.issuedBy }) },
    };
    for (const role of [task.policy.assign.to, ...task.policy.assign.copy]) {
      const { people, unresolved } = resolveRole(directory, parties, role, dayOf(first.at));
      for (const { name, reason } of unresolved) if (name !== '') unreachable.add(reason);
      for (const { person } of people) {
        const reachable = reachOf((channel) => addressFor(person, channel) !== undefined, ready);
        if (reachable === undefined) unreachable.add(person.name);
        else if (reach.get(person.id) !== 'reached') reach.set(person.id, reachable);
      }
    }
  }
  const reached = [...reach.values()].filter((one) => one === 'reached').length;
  return {
    tasks: tasks.length,
    agencies: [...new Set(tasks.flatMap((task) => task.draft.lead.map(({ name }) => name)))],
    reached,
    held: reach.size - reached,
    unreachable: [...unreachable],
    firstAt,
    groups: groupsOf(tasks),
    unknownGroups: unknownGroups(read, directory, options.day),
    noLead: [...new Set(tasks.filter((task) => task.draft.lead.length === 0).map((task) => task.draft.id))],
    unread: read.notice.unread?.length ?? 0,
    overdue: tasks.filter((task) => isPast(task, issuedAt)).length,
  };
}

function groupsOf(tasks: readonly Task[]): IssuePreview['groups'] {
  const members = new Map<string, Set<string>>();
  for (const { parent, draft } of tasks) {
    if (parent === undefined) continue;
    const name = parent.lead.map((one) => one.name).join(', ');
    members.set(name, (members.get(name) ?? new Set()).add(draft.lead[0]?.name ?? ''));
  }
  return [...members].map(([name, { size }]) => ({ name, members: size }));
}

const EACH_OF_SOME = /(?:^|\s)(?:các|từng|mỗi)\s/iu;

function unknownGroups({ notice }: ReadNotice, directory: Directory, day: Day): string[] {
  const party = partyIn(directory, notice.anchor);
  const named = notice.directives.flatMap(({ lead, cooperating, supervisor }) =>
    [lead, cooperating, supervisor].flat(),
  );
  const unknown = named.filter((name) => EACH_OF_SOME.test(name.name) && isNobody(party(name), directory, day));
  return [...new Set(unknown.map(({ name }) => name))];
}

/** By a channel that is set up, or by one that is not; undefined where the directory has no address at all. */
function reachOf(has: (channel: Channel) => boolean, ready: ReadonlySet<Channel>): 'reached' | 'held' | undefined {
  const channels = channelsOf().filter(has);
  if (channels.length === 0) return undefined;
  return channels.some((channel) => ready.has(channel)) ? 'reached' : 'held';
}

function isPast({ due, dueTime }: Task, issuedAt: Instant): boolean {
  const late = dueAt(due, dueTime);
  return late !== null && late <= issuedAt;
}
