import type { Deadline } from '../deadline/index.ts';
import type { Policy, PolicyRules, Traits } from '../dsl/policy/index.ts';
import { choosePolicy } from '../dsl/policy/index.ts';
import { present } from '../dsl/present.ts';
import { type Directive, type NamedAgency, type Occurrence, partiesOf, type Series } from '../dsl/rules/index.ts';
import { nextOccurrence, openingOf } from '../dsl/rules/occurrences.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import { type ClockTime, type Day, type Instant, laterDay } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DatedNotice, DraftDirective, Name } from '../notices/index.ts';
import { directiveIdOf } from '../register/ids.ts';
import { traitsOf } from './traits.ts';

/**
 * One thing that is followed by a workflow of its own: a directive of a notice, or one of its parts where it sets
 * several dates (each date is a promise of its own) or recurs (each occurrence is).
 */
export interface Task {
  /** Id in the register. */
  readonly id: string;
  /** Where it is one member's share of what a group was given: the whole task, and whom the notice names. */
  readonly parent?: { readonly id: string; readonly lead: readonly Name[] };
  /** The agencies that lead it together, where the notice names a group and a person said so. */
  readonly leads?: readonly NamedAgency[];
  /** The day that names this part of the directive; absent where the directive is one task. */
  readonly part?: Day;
  readonly draft: DraftDirective;
  readonly deadline: Deadline | null;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** An occurrence is assigned when the one before it has fallen due. */
  readonly opensOn?: Day;
  /** What it is an occurrence of, where the directive recurs. */
  readonly series?: TaskSeries;
  /** Rules the directive sets by which nothing will ever fall due: it is followed as if it did not recur. */
  readonly barren?: BarrenRules;
  readonly policy: Policy;
  /** What rules that tell directives apart see of it. */
  readonly traits: Traits;
}

export interface BarrenRules {
  /** RFC 5545. */
  readonly rules: readonly string[];
  /** `days-off`: the policy leaves all their days out; `over`: they come to their end before the first. */
  readonly why: 'days-off' | 'over';
}

/** A recurring directive, and the deadline each of its rules comes from. */
export interface TaskSeries extends Series {
  readonly deadlines: readonly Deadline[];
}

export interface TaskOptions {
  readonly rules: PolicyRules;
  /** Follows every directive by this policy, whatever the rules say. */
  readonly policy?: Policy;
  /** Which days are worked, for occurrences that fall on a day off; the one that ships unless told. */
  readonly calendar?: WorkCalendar;
  /** Occurrences due by this day are past and left out, unless all are. The notice's day unless told. */
  readonly issuedOn?: Day;
}

/**
 * Occurrences of a recurring directive are drawn up to the end of the year of the first, and at most so many. Once
 * issued it goes on by the same rule (`workflows/recurring`).
 */
const MOST_OCCURRENCES = 12;

/** The tasks of a directive, in order of their dates. */
export function tasksOf(noticeId: string, notice: DatedNotice, draft: DraftDirective, options: TaskOptions): Task[] {
  const traits = traitsOf(notice, draft.lead);
  const policyFor = (deadline: Part['kind']) => options.policy ?? choosePolicy(options.rules, { ...traits, deadline });
  const parts = milestones(draft.deadlines);
  const series = seriesOf(directiveIdOf(noticeId, draft.id), draft.deadlines, notice.anchor, policyFor('recurring'));
  const ahead = series ? occurrencesAhead(series, options) : [];
  const barren = series && ahead.length === 0 ? barrenOf(series, options) : undefined;
  parts.push(...ahead);
  if (parts.length === 0) parts.push({ deadline: awaiting(draft.deadlines), due: null, kind: 'none' });
  const single = parts.length === 1 && parts[0]?.series === undefined;
  return parts
    .map((part) => ({ ...part, name: part.day ?? part.due }))
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
    .map(({ kind, name, day: _, ...part }) => ({
      id: directiveIdOf(noticeId, draft.id, single || name === null ? undefined : name),
      ...present({ part: single || name === null ? undefined : name }),
      draft,
      ...part,
      ...present({ barren: barren || undefined }),
      policy: policyFor(kind),
      traits,
    }));
}

interface Part {
  readonly kind: 'dated' | 'recurring' | 'none';
  readonly deadline: Deadline | null;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  readonly opensOn?: Day;
  /** The day of an occurrence by its rule. */
  readonly day?: Day;
  readonly series?: TaskSeries;
}

/** The dated deadlines; two phrases for the same day are one. */
function milestones(deadlines: readonly Deadline[]): Part[] {
  const byDay = new Map<Day, Part>();
  for (const deadline of deadlines) {
    if (deadline.due === null || deadline.recurrence !== undefined || byDay.has(deadline.due)) continue;
    byDay.set(deadline.due, { kind: 'dated', deadline, due: deadline.due, ...present({ dueTime: deadline.dueTime }) });
  }
  return [...byDay.values()];
}

/** The deadline that waits for an event, whose day makes it a date (`office/change/event-date`). */
function awaiting(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find((d) => d.due === null && d.event !== undefined && d.recurrence === undefined) ?? null;
}

/** The recurring deadlines of a directive, as one series; undefined where it has none. */
function seriesOf(id: string, all: readonly Deadline[], issued: Day, { onDayOff = 'keep' }: Policy) {
  const deadlines: Deadline[] = [];
  const rules: Series['rules'][number][] = [];
  for (const deadline of all) {
    const { recurrence: rule, due: from } = deadline;
    if (rule === undefined || from === null) continue;
    deadlines.push(deadline);
    rules.push({ rule, from, ...present({ dueTime: deadline.dueTime }) });
  }
  if (rules.length === 0) return undefined;
  const taken = milestones(all).flatMap((m) => m.due ?? []);
  return { id, issued, rules, taken, onDayOff, deadlines } satisfies TaskSeries;
}

function occurrencesAhead(series: TaskSeries, { calendar = civilServants, issuedOn = series.issued }: TaskOptions) {
  const ahead = occurrences({ ...series, issued: laterDay(series.issued, issuedOn) }, calendar);
  return ahead.length > 0 || issuedOn <= series.issued ? ahead : occurrences(series, calendar);
}

function barrenOf(series: TaskSeries, options: TaskOptions): BarrenRules {
  const rules = series.rules.map(({ rule }) => rule);
  const kept = occurrencesAhead({ ...series, onDayOff: 'keep' }, options);
  return { rules, why: kept.length > 0 ? 'days-off' : 'over' };
}

function occurrences(series: TaskSeries, calendar: WorkCalendar): Part[] {
  const drawn: Occurrence[] = [];
  while (drawn.length < MOST_OCCURRENCES) {
    const next = nextOccurrence(series, calendar, drawn.at(-1) ?? null);
    if (next === null || next.due.slice(0, 4) !== (drawn[0] ?? next).due.slice(0, 4)) break;
    drawn.push(next);
  }
  return drawn.map(({ rule, ...occurrence }) => ({
    kind: 'recurring',
    deadline: series.deadlines[rule] ?? null,
    series,
    ...occurrence,
  }));
}

/** When a task's workflow begins: an occurrence's when it is opened, any other's with the issue. */
export function opensAt({ series, opensOn }: Task, issuedAt: Instant): Instant {
  const opening = series && openingOf(series, opensOn === undefined ? {} : { opensOn });
  return Math.max(issuedAt, opening ?? issuedAt);
}

/** The later occurrences of a recurring directive are opened by its own workflow, each when the one before is due. */
export function opensWithIssue({ series, opensOn }: Task): boolean {
  return series === undefined || opensOn === undefined;
}

/** Whether a group leads is known once the directory has been asked. */
export function traitsGiven({ traits, parent, leads }: Pick<Task, 'traits' | 'parent' | 'leads'>): Traits {
  return parent !== undefined || leads !== undefined ? { ...traits, given: 'group' } : traits;
}

/** What the rules see of a task: no names, no words. */
export function directiveOf(task: Task, issuedAt: Instant, calendar: WorkCalendar): Directive {
  return {
    id: task.id,
    ...present({ parent: task.parent?.id }),
    issuedAt,
    ...present({ opensOn: task.opensOn }),
    due: task.due,
    ...present({ dueTime: task.dueTime }),
    hasCooperating: task.draft.cooperating.length > 0,
    parties: partiesOf({ ...task.draft, lead: task.leads ?? task.draft.lead }),
    traits: traitsGiven(task),
    calendar,
  };
}
