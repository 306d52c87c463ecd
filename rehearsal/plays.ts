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
import { Player } from './player.ts';
import type { RehearsalOptions } from './rehearse.ts';
import { SeriesPlayer } from './series-player.ts';
import type { Stage } from './stage.ts';

/** A task and who plays it. */
export interface Play {
  readonly task: Task;
  readonly player: Player;
  /** Opens it, where it is a later occurrence of what recurs. */
  readonly series?: SeriesPlayer;
}

/**
 * Registers the notices on the stage as issuing them does, and gives each of their tasks a player. What recurs is
 * registered with its first occurrence; the others are for its own workflow to open.
 */
export async function castPlays(
  stage: Stage,
  reads: readonly ReadNotice[],
  options: RehearsalOptions,
): Promise<Play[]> {
  // What recurs asks the register for the calendar.
  await stage.register.calendars.save({ calendar: stage.calendar, source: SHIPPED_SOURCE });
  const plays: Play[] = [];
  for (const read of reads) plays.push(...(await castNotice(stage, read, options)));
  return plays;
}

async function castNotice(stage: Stage, read: ReadNotice, options: RehearsalOptions): Promise<Play[]> {
  const { register, calendar } = stage;
  const { issuedAt, only = () => true } = options;
  const tasks = tasksOfNotice(read, { ...options, calendar });
  const played = tasks.filter(only);
  const later = played.filter((t) => !opensWithIssue(t));
  const recurring = new Set(later.map((t) => t.series?.id));
  const party = partyIn(await register.directory.current(), read.notice.anchor);
  const draftOf = (task: Task) => directiveDraftOf(task, issuedAt, calendar, party);
  const ofSeries = tasks.filter((t) => recurring.has(t.series?.id));
  const issued = tasks.filter((t) => opensWithIssue(t) && (played.includes(t) || ofSeries.includes(t)));
  const registered = await register.notices.register(
    noticeDraftOf(read),
    issued.map(draftOf),
    [],
    seriesDraftsOf(ofSeries, draftOf),
  );
  const players = new Map(
    registered.directives.map((d) => [d.id, new Player(stage, d, () => startOf(stage, registered.notice, d))]),
  );
  const openers = new Map(
    registered.series.map((series) => {
      const own = ofSeries.filter((t) => t.series?.id === series.id);
      const last = own.findLastIndex((t) => later.includes(t));
      const planned = own.slice(0, last + 1);
      const first = async () => players.get(planned[0]?.id ?? '')?.start();
      return [series.id, new SeriesPlayer(stage, { notice: registered.notice, series, planned, issuedAt, first })];
    }),
  );
  return played.flatMap((task): Play[] => {
    const own = players.get(task.id);
    if (own) return [{ task, player: own }];
    const series = openers.get(task.series?.id ?? '');
    return series ? [{ task, series, player: new Player(stage, draftOf(task), () => series.open(task)) }] : [];
  });
}

async function startOf(stage: Stage, notice: NoticeRecord, directive: DirectiveRecord): Promise<number> {
  const { client, register, calendar, taskQueue } = stage;
  const clockOffsetMs = directive.issuedAt - Date.now();
  await startRegistered({ client, register, calendar, taskQueue, clockOffsetMs }, notice, directive);
  return clockOffsetMs;
}
