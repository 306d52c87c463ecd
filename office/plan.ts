import type { Channel } from '../dsl/policy/index.ts';
import { sourceOfStep } from '../dsl/policy/sources.ts';
import { present } from '../dsl/present.ts';
import { type Collapsed, type Post, preview, type TimedAct } from '../dsl/rules/index.ts';
import { type Day, formatInstant, type Instant } from '../dsl/time/day.ts';
import { isProvisional, type WorkCalendar } from '../dsl/time/work-calendar.ts';
import { kindName, roleName } from '../texts/names.ts';
import { causeText, collapsedText, groundText, PROVISIONAL_DAYS } from '../texts/rules.ts';
import { barrenText, GOES_ON_TEXT } from '../texts/series.ts';
import { directiveOf, type Task } from './task.ts';

/** One message to come, as programs read it. */
export interface Step {
  /** ISO 8601 with +07:00. */
  readonly at: string;
  readonly stage: Post['stage'];
  readonly kind: Post['kind'];
  /** Text of the rule that made it. */
  readonly rule: string;
  /** Where that rule comes from, where the policy says so. */
  readonly source?: string;
  readonly to: Post['to'];
  readonly channels: readonly Channel[];
  /** Unique within the task. */
  readonly key: string;
  /** The part of the directive it belongs to, where it has several. */
  readonly part?: Day;
}

export interface PlannedDirective {
  readonly id: string;
  readonly policy: string;
  readonly policyName: string;
  /** The last of its days; for a recurring one its first; null = no deadline. */
  readonly due: Day | null;
  readonly steps: readonly Step[];
  readonly parts: readonly PlannedTask[];
  /** Of what a group is given: how many agencies take each of these steps, every one with its own directive. */
  readonly members?: number;
  /** What a person should know before issuing it. */
  readonly notes: readonly string[];
}

export interface PlannedTask {
  readonly id: string;
  readonly policy: string;
  readonly due: Day | null;
  readonly part?: Day;
}

export interface PlanOptions {
  readonly issuedAt: Instant;
  readonly calendar: WorkCalendar;
  readonly acts?: (task: Task) => readonly TimedAct[];
}

/** Every message of every directive, by the same rules that will run. Tasks come grouped by their directive. */
export function planOf(tasks: readonly Task[], options: PlanOptions): PlannedDirective[] {
  const byDirective = new Map<string, Task[]>();
  for (const task of tasks) {
    const parts = byDirective.get(task.draft.id);
    if (parts) parts.push(task);
    else byDirective.set(task.draft.id, [task]);
  }
  return [...byDirective].map(([id, parts]) => planDirective(id, parts, options));
}

function planDirective(id: string, tasks: readonly Task[], options: PlanOptions): PlannedDirective {
  const previews = tasks.map((task) => ({
    task,
    ...preview(task.policy, directiveOf(task, options.issuedAt, options.calendar), options.acts?.(task)),
  }));
  const steps = previews.flatMap(({ task, steps }) => steps.map((post) => stepOf(post, task)));
  return {
    id,
    policy: tasks[0]?.policy.id ?? '',
    policyName: tasks[0]?.policy.name ?? '',
    due: dueOf(tasks),
    steps: steps.sort((a, b) => a.at.localeCompare(b.at)),
    parts: tasks.map(({ id, policy, due, part }) => ({
      id,
      policy: policy.id,
      due,
      ...present({ part }),
    })),
    notes: [
      ...(tasks.some((t) => t.series) ? [GOES_ON_TEXT] : []),
      ...barrenNotes(tasks),
      ...previews.flatMap(({ task, collapsed }) => notesOf(collapsed, task.due, options.calendar)),
    ],
  };
}

/** What a person should know of a directive whose recurring rule comes to nothing; of its tasks, the first knows. */
export function barrenNotes([task]: readonly Task[]): string[] {
  return task?.barren ? [barrenText(task.barren.rules, task.barren.why, task.due)] : [];
}

/** A step of the rules as programs read it. */
export function stepOf(post: Post, task: Pick<Task, 'part' | 'policy'>): Step {
  return {
    at: formatInstant(post.at),
    stage: post.stage,
    kind: post.kind,
    rule: causeText(post.cause),
    to: post.to,
    channels: task.policy.channels,
    key: post.key,
    ...present({ part: task.part, source: sourceOfStep(task.policy, post.key)?.source }),
  };
}

/** What a person should know of one task before it is issued. */
export function notesOf(collapsed: readonly Collapsed[], due: Day | null, calendar: WorkCalendar): string[] {
  return [...collapsed.map(collapsedText), ...(due !== null && isProvisional(calendar, due) ? [PROVISIONAL_DAYS] : [])];
}

function dueOf(tasks: readonly Task[]): Day | null {
  const recurring = tasks.find((t) => t.deadline?.recurrence !== undefined);
  return recurring ? recurring.due : (tasks.at(-1)?.due ?? null);
}

/** A step for people: “07/04/2025 nhắc sắp đến hạn → đơn vị chủ trì (trước hạn 5 ngày làm việc)”. */
export function stepLine(step: Step): string {
  return `${kindName(step.kind, step.to)} → ${roleName(step.to)} (${step.rule}${groundText(step.source)})`;
}
