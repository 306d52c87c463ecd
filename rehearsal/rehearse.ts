import { type Post, preview, type TimedAct } from '../dsl/rules/index.ts';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import type { ReadNotice } from '../office/registration.ts';
import { directiveOf, type Task, type TaskOptions } from '../office/task.ts';
import type { DirectiveView } from '../register/index.ts';
import { atOnce } from '../system/at-once.ts';
import { refusalText } from '../texts/refusals.ts';
import { compareOutcomes, compareSteps, type Difference, type LifeOutcome } from './compare.ts';
import { compareDepartures } from './departures.ts';
import type { HistoryCost } from './history-cost.ts';
import type { Sandbox } from './sandbox.ts';
import type { SeriesResult } from './series-runner.ts';
import type { RefusedAct } from './task-runner.ts';
import { prepareRuns, type TaskRun } from './task-runs.ts';

export interface RehearsalOptions extends TaskOptions {
  readonly issuedAt: Instant;
  /** What people do to a task, in order of time. */
  readonly acts?: (task: Task) => readonly TimedAct[];
  /** Only these tasks are run. */
  readonly only?: (task: Task) => boolean;
  readonly onDone?: (done: number, total: number) => void;
}

/** One task as it was planned and as it went. */
export interface TaskResult {
  readonly task: Task;
  readonly planned: readonly Post[];
  readonly run: readonly Post[];
  /** Of the steps, of what was refused and why, and of how the task stands at the end. */
  readonly differences: readonly Difference[];
  /** What people did, refused acts included. */
  readonly acts: readonly TimedAct[];
  /** The register's own view of it: events, messages and what became of them. */
  readonly view: DirectiveView;
  readonly refused: readonly RefusedAct[];
  readonly cost: HistoryCost;
  readonly virtualDays: number;
}

/** More at once than two cores serve well would only wait for each other. */
const AT_ONCE = 16;

/** A rehearsal: the tasks, and the recurring directives whose workflows opened some of them. */
export interface Rehearsed {
  readonly results: readonly TaskResult[];
  readonly series: readonly SeriesResult[];
}

/**
 * Runs every task of the notices through its whole life in the sandbox, and holds each against its preview. Later
 * occurrences of what recurs are opened by its own workflow, as far as the plan draws them.
 */
export async function rehearse(
  sandbox: Sandbox,
  reads: readonly ReadNotice[],
  options: RehearsalOptions,
): Promise<Rehearsed> {
  const runs = await prepareRuns(sandbox, reads, options);
  let done = 0;
  await atOnce(runs, AT_ONCE, async (run) => {
    await runTask(run, sandbox, options);
    options.onDone?.(++done, runs.length);
  });
  // Messages of one task may have been delivered by another's round: only now is everything settled.
  return resultsOf(runs, sandbox, options);
}

/** What runs came to, once everything sent is settled. */
export async function resultsOf(
  runs: readonly TaskRun[],
  sandbox: Sandbox,
  options: RehearsalOptions,
): Promise<Rehearsed> {
  const results = await Promise.all(runs.map((run) => resultOf(run, sandbox, options)));
  const series = [...new Set(runs.flatMap((run) => run.series ?? []))];
  return {
    // An occurrence that was not opened had no life: its series says so.
    results: results.flatMap((one) => one ?? []),
    series: await Promise.all(series.map((one) => one.result())),
  };
}

function previewOf(task: Task, sandbox: Sandbox, options: RehearsalOptions) {
  const directive = directiveOf(task, options.issuedAt, sandbox.calendar);
  return preview(task.policy, directive, options.acts?.(task));
}

async function runTask({ task, runner }: TaskRun, sandbox: Sandbox, options: RehearsalOptions): Promise<void> {
  await runner.start();
  for (const [i, act] of (options.acts?.(task) ?? []).entries()) await runner.act(act, `dien-tap-${i + 1}`);
  await runner.finish(previewOf(task, sandbox, options).wakes.at(-1) ?? options.issuedAt);
}

/** One task as it was planned and as it went; undefined where it never began. */
async function resultOf(
  { task, runner }: TaskRun,
  sandbox: Sandbox,
  options: RehearsalOptions,
): Promise<TaskResult | undefined> {
  const view = await sandbox.register.directives.show(task.id);
  if (!view) return undefined;
  const notice = await sandbox.register.notices.find(view.directive.noticeId);
  const acts = options.acts?.(task) ?? [];
  const { steps: planned, state, refused } = previewOf(task, sandbox, options);
  const run = view.events.flatMap((e) => e.posts);
  const last = view.events.at(-1)?.at ?? options.issuedAt;
  return {
    task,
    planned,
    run,
    view,
    acts,
    differences: [
      ...compareSteps(planned, run, acts),
      ...compareDepartures({
        planned,
        acts,
        messages: view.messages,
        leftAt: sandbox.leftAt,
        policy: task.policy,
        calendar: sandbox.calendar,
        urgency: notice?.urgency ?? null,
      }),
      ...compareOutcomes(
        outcomeOf(
          acts,
          state,
          refused.map((r) => ({ act: r.act, reason: refusalText(r.refusal) })),
        ),
        outcomeOf(acts, view.directive, runner.refused),
      ),
    ],
    refused: runner.refused,
    cost: await runner.cost(),
    virtualDays: Math.ceil((last - options.issuedAt) / DAY_MS),
  };
}

function outcomeOf(
  acts: readonly TimedAct[],
  { status, due }: Pick<LifeOutcome, 'status' | 'due'>,
  refused: readonly RefusedAct[],
): LifeOutcome {
  return { status, due, refused: new Map(refused.map((r) => [acts.findIndex((a) => sameAct(a, r.act)), r.reason])) };
}

function sameAct(a: TimedAct, b: TimedAct): boolean {
  return a.at === b.at && JSON.stringify(a.act) === JSON.stringify(b.act);
}
