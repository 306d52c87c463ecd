import { eachLimited } from '../delivery/outbox/each-limited.ts';
import { type Post, preview, type TimedAct } from '../dsl/rules/index.ts';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import type { ReadNotice } from '../office/registration.ts';
import { directiveOf, type Task, type TaskOptions } from '../office/task.ts';
import type { DirectiveView } from '../register/index.ts';
import { refusalText } from '../texts/refusals.ts';
import { compareOutcomes, compareSteps, type Difference, type Outcome } from './compare.ts';
import type { HistoryCost } from './history-cost.ts';
import type { RefusedAct } from './player.ts';
import { castPlays, type Play } from './plays.ts';
import type { PlayedSeries } from './series-player.ts';
import type { Stage } from './stage.ts';

export { castPlays, type Play };

export interface RehearsalOptions extends TaskOptions {
  readonly issuedAt: Instant;
  /** What people do to a task, in order of time. */
  readonly acts?: (task: Task) => readonly TimedAct[];
  /** Only these tasks are played. */
  readonly only?: (task: Task) => boolean;
  readonly onPlayed?: (done: number, total: number) => void;
}

/** One task as it was planned and as it went. */
export interface Played {
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
  readonly played: readonly Played[];
  readonly series: readonly PlayedSeries[];
}

/**
 * Plays every task of the notices through its whole life on the stage, and holds each against its preview. Later
 * occurrences of what recurs are opened by its own workflow, as far as the plan draws them.
 */
export async function rehearse(
  stage: Stage,
  reads: readonly ReadNotice[],
  options: RehearsalOptions,
): Promise<Rehearsed> {
  const plays = await castPlays(stage, reads, options);
  let done = 0;
  await eachLimited(plays, AT_ONCE, async (play) => {
    await playThrough(play, stage, options);
    options.onPlayed?.(++done, plays.length);
  });
  // Messages of one task may have been delivered by another's round: only now is everything settled.
  return resultsOf(plays, stage, options);
}

/** What plays came to, once everything sent is settled. */
export async function resultsOf(plays: readonly Play[], stage: Stage, options: RehearsalOptions): Promise<Rehearsed> {
  const played = await Promise.all(plays.map((play) => resultOf(play, stage, options)));
  const series = [...new Set(plays.flatMap((play) => play.series ?? []))];
  return {
    // An occurrence that was not opened had no life: its series says so.
    played: played.flatMap((one) => one ?? []),
    series: await Promise.all(series.map((one) => one.result())),
  };
}

function previewOf(task: Task, stage: Stage, options: RehearsalOptions) {
  const directive = directiveOf(task, options.issuedAt, stage.calendar);
  return preview(task.policy, directive, options.acts?.(task));
}

async function playThrough({ task, player }: Play, stage: Stage, options: RehearsalOptions): Promise<void> {
  await player.start();
  for (const [i, act] of (options.acts?.(task) ?? []).entries()) await player.act(act, `dien-tap-${i + 1}`);
  await player.finish(previewOf(task, stage, options).wakes.at(-1) ?? options.issuedAt);
}

/** One task as it was planned and as it went; undefined where it never began. */
async function resultOf({ task, player }: Play, stage: Stage, options: RehearsalOptions): Promise<Played | undefined> {
  const view = await stage.register.directives.show(task.id);
  if (!view) return undefined;
  const acts = options.acts?.(task) ?? [];
  const { steps: planned, state, refused } = previewOf(task, stage, options);
  const run = view.events.flatMap((e) => e.posts);
  const last = view.events.at(-1)?.at ?? options.issuedAt;
  return {
    ...{ task, planned, run, view, acts },
    differences: [
      ...compareSteps(planned, run),
      ...compareOutcomes(
        outcomeOf(
          acts,
          state,
          refused.map((r) => ({ act: r.act, reason: refusalText(r.refusal) })),
        ),
        outcomeOf(acts, view.directive, player.refused),
      ),
    ],
    refused: player.refused,
    cost: await player.cost(),
    virtualDays: Math.ceil((last - options.issuedAt) / DAY_MS),
  };
}

function outcomeOf(
  acts: readonly TimedAct[],
  { status, due }: Pick<Outcome, 'status' | 'due'>,
  refused: readonly RefusedAct[],
): Outcome {
  return { status, due, refused: new Map(refused.map((r) => [acts.findIndex((a) => sameAct(a, r.act)), r.reason])) };
}

function sameAct(a: TimedAct, b: TimedAct): boolean {
  return a.at === b.at && JSON.stringify(a.act) === JSON.stringify(b.act);
}
