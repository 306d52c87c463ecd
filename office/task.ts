import type { Deadline } from '../dsl/deadline/index.ts';
import type { Directive } from '../dsl/engine/index.ts';
import type { Policy, PolicyRules } from '../dsl/policy/index.ts';
import { choosePolicy } from '../dsl/policy/index.ts';
import { addDays, addMonths, type ClockTime, type Day, type Instant } from '../dsl/time/day.ts';
import { daysOfRule } from '../dsl/time/recurrence.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DraftDirective, Notice } from '../notices/index.ts';
import { directiveIdOf } from '../register/ids.ts';

/**
 * One thing that is followed by a workflow of its own: a directive of a notice, or one of its parts where it sets
 * several dates (each date is a promise of its own) or recurs (each occurrence is).
 */
export interface Task {
  /** Id in the register. */
  readonly id: string;
  /** The day that names this part of the directive; absent where the directive is one task. */
  readonly part?: Day;
  readonly draft: DraftDirective;
  readonly deadline: Deadline | null;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  /** An occurrence is assigned when the one before it has fallen due. */
  readonly opensOn?: Day;
  readonly policy: Policy;
}

export interface TaskOptions {
  readonly rules: PolicyRules;
  /** Follows every directive by this policy, whatever the rules say. */
  readonly policy?: Policy;
}

/** Occurrences of a recurring directive are drawn up to the end of the year of the first, and at most so many. */
const MOST_OCCURRENCES = 12;

/** The tasks of a directive, in order of their dates. */
export function tasksOf(noticeId: string, notice: Notice, draft: DraftDirective, options: TaskOptions): Task[] {
  const parts = milestones(draft.deadlines);
  const taken = new Set(parts.map((p) => p.due));
  parts.push(...occurrences(draft.deadlines, notice.anchor).filter((o) => !taken.has(o.due)));
  if (parts.length === 0) parts.push({ deadline: null, due: null, kind: 'none' });
  const single = parts.length === 1;
  return parts
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
    .map(({ kind, due, ...part }) => ({
      id: directiveIdOf(noticeId, draft.id, single || due === null ? undefined : due),
      ...(single || due === null ? {} : { part: due }),
      draft,
      due,
      ...part,
      policy: options.policy ?? choosePolicy(options.rules, traits(notice, kind)),
    }));
}

function traits(notice: Notice, deadline: Part['kind']) {
  return { deadline, ...(notice.urgency === undefined ? {} : { urgency: notice.urgency }) };
}

interface Part {
  readonly kind: 'dated' | 'recurring' | 'none';
  readonly deadline: Deadline | null;
  readonly due: Day | null;
  readonly dueTime?: ClockTime;
  readonly opensOn?: Day;
}

/** The dated deadlines; two phrases for the same day are one. */
function milestones(deadlines: readonly Deadline[]): Part[] {
  const byDay = new Map<Day, Part>();
  for (const deadline of deadlines) {
    if (deadline.due === null || deadline.recurrence !== undefined || byDay.has(deadline.due)) continue;
    byDay.set(deadline.due, { kind: 'dated', deadline, due: deadline.due, ...timeOf(deadline) });
  }
  return [...byDay.values()];
}

/** The occurrences after the day of the notice: nobody can hand in on the day of the order what it orders. */
function occurrences(deadlines: readonly Deadline[], issued: Day): Part[] {
  return deadlines.flatMap((deadline) => {
    if (deadline.recurrence === undefined || deadline.due === null) return [];
    const all = daysOfRule(deadline.recurrence, deadline.due, addMonths(deadline.due, 13)).filter(
      (day) => day > issued,
    );
    const year = (all[0] ?? deadline.due).slice(0, 4);
    const days = all.filter((day) => day.startsWith(year)).slice(0, MOST_OCCURRENCES);
    return days.map((due, i): Part => {
      const previous = days[i - 1];
      const opens = previous === undefined ? {} : { opensOn: addDays(previous, 1) };
      return { kind: 'recurring', deadline, due, ...timeOf(deadline), ...opens };
    });
  });
}

function timeOf({ dueTime }: Deadline): { dueTime?: ClockTime } {
  return dueTime === undefined ? {} : { dueTime };
}

/** What the rules see of a task: no names, no words. */
export function directiveOf(task: Task, issuedAt: Instant, calendar: WorkCalendar): Directive {
  return {
    id: task.id,
    issuedAt,
    ...(task.opensOn === undefined ? {} : { opensOn: task.opensOn }),
    due: task.due,
    ...(task.dueTime === undefined ? {} : { dueTime: task.dueTime }),
    hasCooperating: task.draft.cooperating.length > 0,
    calendar,
  };
}
