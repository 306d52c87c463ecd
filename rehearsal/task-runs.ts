import { shareDay, sharedTasks } from '../office/members.ts';
import {
  directiveDraftOf,
  noticeDraftOf,
  partyIn,
  type ReadNotice,
  seriesDraftsOf,
  tasksOfNotice,
} from '../office/registration.ts';
import { startRegistered } from '../office/start.ts';
import { opensWithIssue, type Task } from '../office/task.ts';
import type { DirectiveRecord, NoticeRecord } from '../register/index.ts';
import { SHIPPED_SOURCE } from '../texts/change.ts';
import type { RehearsalOptions } from './rehearse.ts';
import type { Sandbox } from './sandbox.ts';
import { SeriesRunner } from './series-runner.ts';
import { TaskRunner } from './task-runner.ts';

/** A task and who runs it. */
export interface TaskRun {
  readonly task: Task;
  readonly runner: TaskRunner;
  /** Opens it, where it is a later occurrence of what recurs. */
  readonly series?: SeriesRunner;
}

/**
 * Registers the notices in the sandbox as issuing them does, and gives each of their tasks a runner. What recurs is
 * registered with its first occurrence; the others are for its own workflow to open.
 */
export async function prepareRuns(
  sandbox: Sandbox,
  reads: readonly ReadNotice[],
  options: RehearsalOptions,
): Promise<TaskRun[]> {
  // What recurs asks the register for the calendar.
  await sandbox.register.calendars.save({ calendar: sandbox.calendar, source: SHIPPED_SOURCE });
  const runs: TaskRun[] = [];
  for (const read of reads) runs.push(...(await prepareNotice(sandbox, read, options)));
  return runs;
}

async function prepareNotice(sandbox: Sandbox, read: ReadNotice, options: RehearsalOptions): Promise<TaskRun[]> {
  const { register, calendar } = sandbox;
  const { issuedAt, only = () => true } = options;
  const directory = await register.directory.current();
  const day = shareDay(read.notice.anchor, issuedAt);
  const tasks = sharedTasks(tasksOfNotice(read, { ...options, calendar }), read, directory, day);
  const wanted = tasks.filter(only);
  const later = wanted.filter((t) => !opensWithIssue(t));
  const recurring = new Set(later.map((t) => t.series?.id));
  const party = partyIn(directory, read.notice.anchor);
  const draftOf = (task: Task) => directiveDraftOf(task, issuedAt, calendar, party);
  const ofSeries = tasks.filter((t) => recurring.has(t.series?.id));
  const issued = tasks.filter((t) => opensWithIssue(t) && (wanted.includes(t) || ofSeries.includes(t)));
  const registered = await register.notices.register(
    noticeDraftOf(read),
    issued.map(draftOf),
    [],
    seriesDraftsOf(ofSeries, draftOf),
  );
  const runners = new Map(
    registered.directives.map((d) => [d.id, new TaskRunner(sandbox, d, () => startOf(sandbox, registered.notice, d))]),
  );
  const openers = new Map(
    registered.series.map((series) => {
      const own = ofSeries.filter((t) => t.series?.id === series.id);
      const last = own.findLastIndex((t) => later.includes(t));
      const planned = own.slice(0, last + 1);
      const first = async () => runners.get(planned[0]?.id ?? '')?.start();
      return [series.id, new SeriesRunner(sandbox, { notice: registered.notice, series, planned, issuedAt, first })];
    }),
  );
  return wanted.flatMap((task): TaskRun[] => {
    const own = runners.get(task.id);
    if (own) return [{ task, runner: own }];
    const series = openers.get(task.series?.id ?? '');
    return series ? [{ task, series, runner: new TaskRunner(sandbox, draftOf(task), () => series.open(task)) }] : [];
  });
}

async function startOf(sandbox: Sandbox, notice: NoticeRecord, directive: DirectiveRecord): Promise<number> {
  const { client, register, calendar, taskQueue } = sandbox;
  const clockOffsetMs = directive.issuedAt - Date.now();
  await startRegistered({ client, register, calendar, taskQueue, clockOffsetMs }, notice, directive);
  return clockOffsetMs;
}
