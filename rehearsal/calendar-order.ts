import { preview, type TimedAct } from '../dsl/rules/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import { directiveOf } from '../office/task.ts';
import type { RehearsalOptions } from './rehearse.ts';
import type { Sandbox } from './sandbox.ts';
import type { TaskRun } from './task-runs.ts';

/** Timers fire within half a second of their instant; steps of a directive are days apart. */
const TIMER_LEEWAY_MS = 2_000;

interface Turn {
  readonly at: Instant;
  readonly run: TaskRun;
  readonly act?: TimedAct;
}

/**
 * Runs several tasks as one story, in the order of the calendar: each virtual clock is moved only when it is its
 * task's turn. `onTurn` hears after every turn. Slower than `rehearse`, which lets each clock run by itself.
 */
export async function runInCalendarOrder(
  sandbox: Sandbox,
  runs: readonly TaskRun[],
  options: RehearsalOptions,
  onTurn: (run: TaskRun) => Promise<void>,
): Promise<void> {
  const turns = runs.flatMap((run) => turnsOf(run, sandbox, options)).sort((a, b) => a.at - b.at);
  for (const run of runs) {
    await run.runner.start();
    await onTurn(run);
  }
  for (const [i, { at, run, act }] of turns.entries()) {
    if (act) await run.runner.act(act, `dien-tap-${i + 1}`);
    else await run.runner.goTo(at + TIMER_LEEWAY_MS);
    await onTurn(run);
  }
  for (const run of runs) {
    await run.runner.finish(turns.at(-1)?.at ?? options.issuedAt);
    await onTurn(run);
  }
}

/** When a task wakes by the clock, and when somebody acts on it. */
function turnsOf(run: TaskRun, sandbox: Sandbox, options: RehearsalOptions): Turn[] {
  const acts = options.acts?.(run.task) ?? [];
  const directive = directiveOf(run.task, options.issuedAt, sandbox.calendar);
  const byAct = new Set(acts.map((a) => a.at));
  const { wakes } = preview(run.task.policy, directive, acts);
  return [
    ...wakes.filter((at) => at > options.issuedAt && !byAct.has(at)).map((at) => ({ at, run })),
    ...acts.map((act) => ({ at: act.at, run, act })),
  ];
}
