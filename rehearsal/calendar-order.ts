import { preview, type TimedAct } from '../dsl/rules/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import { directiveOf } from '../office/task.ts';
import type { RehearsalOptions } from './rehearse.ts';
import type { Sandbox } from './sandbox.ts';
import type { TaskRun } from './task-runs.ts';

/** Timers fire within half a second of their instant; steps of a directive are days apart. */
const TIMER_LEEWAY_MS = 2_000;

/** Where a story stands: its instant, and how many of its turns are over. */
export interface Reached {
  readonly at: Instant;
  readonly done: number;
  readonly total: number;
}

interface Turn {
  readonly at: Instant;
  readonly run: TaskRun;
  readonly act?: TimedAct;
}

/**
 * Runs several tasks as one story, in the order of the calendar: each virtual clock is moved only when it is its
 * task's turn. `onTurn` hears after every turn. Slower than `rehearse`, which lets each clock run by itself.
 * @returns the instant of the last turn
 */
export async function runInCalendarOrder(
  sandbox: Sandbox,
  runs: readonly TaskRun[],
  options: RehearsalOptions,
  onTurn: (run: TaskRun, reached: Reached) => Promise<void>,
): Promise<Instant> {
  const turns = runs.flatMap((run) => turnsOf(run, sandbox, options)).sort((a, b) => a.at - b.at);
  const total = turns.length;
  for (const run of runs) {
    await run.runner.start();
    await onTurn(run, { at: options.issuedAt, done: 0, total });
  }
  for (const [i, { at, run, act }] of turns.entries()) {
    if (act) await run.runner.act(act, `dien-tap-${i + 1}`);
    else await run.runner.goTo(at + TIMER_LEEWAY_MS);
    await onTurn(run, { at, done: i + 1, total });
  }
  const last = turns.at(-1)?.at ?? options.issuedAt;
  for (const run of runs) {
    await run.runner.finish(last);
    await onTurn(run, { at: last, done: total, total });
  }
  return last;
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
