import { present } from '../dsl/present.ts';
import type { TimedAct } from '../dsl/rules/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { shareDay, sharedTasks } from '../office/members.ts';
import { type ReadNotice, tasksOfNotice } from '../office/registration.ts';
import { directiveOf, opensAt, type Task } from '../office/task.ts';
import type { PlayedYear, YearAsked, YearHooks, YearOutcome } from '../office/year/index.ts';
import { shippedRules } from '../policies/index.ts';
import type { DirectiveView, Directory, SentText } from '../register/index.ts';
import { formatMoment } from '../texts/format.ts';
import { YEAR_LINES as say } from '../texts/staff/index.ts';
import { actsAs } from './behaviour.ts';
import { runInCalendarOrder } from './calendar-order.ts';
import { type RehearsalOptions, type Rehearsed, resultsOf } from './rehearse.ts';
import { rehearsalJson } from './result.ts';
import type { Sandbox } from './sandbox.ts';
import { standInDirectory } from './stand-in-directory.ts';
import { prepareRuns } from './task-runs.ts';
import { withSandbox } from './with-sandbox.ts';

/** Lives one story holds: more would run for many minutes beside the pages. */
export const MOST_LIVES = 60;

/** Plays a year in the order of the calendar, in a sandbox that goes with it: `PlayYear`. */
export async function playYear(asked: YearAsked, { onStep, signal }: YearHooks): Promise<PlayedYear> {
  const begun = Date.now();
  const directory = standInDirectory(asked.reads, asked.directory);
  const options = optionsOf(asked);
  requireFew(asked.reads, directory, options);
  return withSandbox({ calendar: asked.calendar, directory }, async (sandbox, postBox) => {
    stopIfAsked(signal);
    const runs = await prepareRuns(sandbox, asked.reads, options);
    const lives = new Map<string, DirectiveView>();
    const seen = async (id: string) => {
      const view = await sandbox.register.directives.show(id);
      if (view) lives.set(id, view);
    };
    const played = await runInCalendarOrder(sandbox, runs, options, async ({ task }, { at, done, total }) => {
      stopIfAsked(signal);
      await seen(task.id);
      onStep({ reached: at, lives: [...lives.values()] }, done, total);
    });
    // Messages of one life may have left in the round of another.
    for (const { task } of runs) await seen(task.id);
    const rehearsed = await resultsOf(runs, sandbox, options);
    const taken = { email: postBox.mails.length, zalo: postBox.zaloMessages.length };
    const words = await wordsOf(sandbox, [...lives.keys()]);
    const outcome = outcomeOf(rehearsed, (Date.now() - begun) / 1000, { taken, words });
    return { reached: played, lives: [...lives.values()], outcome };
  });
}

function optionsOf({ policy, issuedAt, calendar, behaviour, seed }: YearAsked): RehearsalOptions {
  const known = new Map<string, readonly TimedAct[]>();
  return {
    rules: shippedRules,
    ...present({ policy }),
    calendar,
    issuedAt,
    // Asked for several times of each task: the answer costs a life in the rules.
    acts: (task: Task) => {
      const acts =
        known.get(task.id) ??
        actsAs(behaviour, seed, {
          policy: task.policy,
          directive: directiveOf(task, issuedAt, calendar),
          from: opensAt(task, issuedAt),
        });
      known.set(task.id, acts);
      return acts;
    },
  };
}

function requireFew(reads: readonly ReadNotice[], directory: Directory, options: RehearsalOptions): void {
  const count = reads.reduce((sum, read) => {
    const day = shareDay(read.notice.anchor, options.issuedAt);
    return sum + sharedTasks(tasksOfNotice(read, options), read, directory, day).length;
  }, 0);
  if (count === 0) throw new UserError(say.nothing);
  if (count > MOST_LIVES) throw new UserError(say.tooMany(count, MOST_LIVES));
}

function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new UserError(say.stopped);
}

async function wordsOf({ register }: Sandbox, ids: readonly string[]): Promise<ReadonlyMap<string, SentText>> {
  const words = new Map<string, SentText>();
  for (const id of ids) for (const [row, text] of await register.ledger.sentTexts(id)) words.set(row, text);
  return words;
}

function outcomeOf(rehearsed: Rehearsed, seconds: number, facts: Pick<YearOutcome, 'taken' | 'words'>): YearOutcome {
  const { results } = rehearsed;
  const { differences = [], engine } = rehearsalJson(rehearsed, seconds);
  const sum = (of: (one: (typeof results)[number]) => number) => results.reduce((all, one) => all + of(one), 0);
  return {
    ...facts,
    planned: sum(({ planned }) => planned.length),
    run: sum(({ run }) => run.length),
    differences: differences.map(({ directive, key, planned, run }) => say.differs(directive, key, planned, run)),
    refused: results.flatMap(({ task, refused }) =>
      refused.map(({ act, reason }) => say.refused(task.draft.id, formatMoment(act.at), act.act, reason)),
    ),
    virtualDays: engine.virtualDays,
    seconds: engine.seconds,
  };
}
