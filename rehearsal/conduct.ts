import { preview, type TimedAct } from '../dsl/rules/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import { directiveOf } from '../office/task.ts';
import type { Play } from './plays.ts';
import type { RehearsalOptions } from './rehearse.ts';
import type { Stage } from './stage.ts';

/** Timers fire within half a second of their instant; steps of a directive are days apart. */
const TIMER_LEEWAY_MS = 2_000;

interface Cue {
  readonly at: Instant;
  readonly play: Play;
  readonly act?: TimedAct;
}

/**
 * Plays several tasks as one story, in the order of the calendar: each virtual clock is moved only when it is its
 * task's turn. `onTurn` hears after every turn. Slower than `rehearse`, which lets each clock run by itself.
 */
export async function conduct(
  stage: Stage,
  plays: readonly Play[],
  options: RehearsalOptions,
  onTurn: (play: Play) => Promise<void>,
): Promise<void> {
  const cues = plays.flatMap((play) => cuesOf(play, stage, options)).sort((a, b) => a.at - b.at);
  for (const play of plays) {
    await play.player.start();
    await onTurn(play);
  }
  for (const [i, { at, play, act }] of cues.entries()) {
    if (act) await play.player.act(act, `dien-tap-${i + 1}`);
    else await play.player.goTo(at + TIMER_LEEWAY_MS);
    await onTurn(play);
  }
  for (const play of plays) {
    await play.player.finish(cues.at(-1)?.at ?? options.issuedAt);
    await onTurn(play);
  }
}

/** When a task wakes by the clock, and when somebody acts on it. */
function cuesOf(play: Play, stage: Stage, options: RehearsalOptions): Cue[] {
  const acts = options.acts?.(play.task) ?? [];
  const directive = directiveOf(play.task, options.issuedAt, stage.calendar);
  const byAct = new Set(acts.map((a) => a.at));
  const { wakes } = preview(play.task.policy, directive, acts);
  return [
    ...wakes.filter((at) => at > options.issuedAt && !byAct.has(at)).map((at) => ({ at, play })),
    ...acts.map((act) => ({ at: act.at, play, act })),
  ];
}
