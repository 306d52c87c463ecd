import { setTimeout as delay } from 'node:timers/promises';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Instant } from '../dsl/time/day.ts';
import { startSeries } from '../office/start.ts';
import { opensAt, type Task } from '../office/task.ts';
import type { NoticeRecord, SeriesRecord } from '../register/index.ts';
import { type DirectiveInput, directiveWorkflowId } from '../workflows/contract.ts';
import { type Difference, differs } from './compare.ts';
import { type HistoryCost, historyCost } from './history-cost.ts';
import type { Sandbox } from './sandbox.ts';

/** A recurring directive as the plan has its occurrences, and as its workflow opened them. */
export interface SeriesResult {
  readonly id: string;
  /** In order; up to the last one that was run. */
  readonly planned: readonly string[];
  readonly opened: readonly string[];
  readonly differences: readonly Difference[];
  readonly cost: HistoryCost;
}

/** Timers fire within half a second of their instant; occurrences are days apart. */
const TIMER_LEEWAY_MS = 2_000;

/** A worker that is busy gets a task of its again within so long; real time. */
const TASK_AGAIN_MS = 60_000;
const LOOK_AGAIN_MS = 20;

export interface SeriesParts {
  readonly notice: NoticeRecord;
  readonly series: SeriesRecord;
  /** The plan's occurrences that are to be opened, in order: the plan ends with the year, and so does the rehearsal. */
  readonly planned: readonly Task[];
  readonly issuedAt: Instant;
  /** Has the first occurrence started, as issuing a notice does before its series. */
  readonly first: () => Promise<void>;
}

/** Runs the workflow of a recurring directive: it opens each occurrence when its runner is ready for it. */
export class SeriesRunner {
  private started: Promise<void> | undefined;
  private turn: Promise<void> = Promise.resolve();
  private offsetMs = 0;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly parts: SeriesParts,
  ) {}

  /**
   * Lets time pass until an occurrence should be open. Answers with the domain time of its workflow minus Temporal's;
   * null where it was not opened.
   */
  async open(task: Task): Promise<number | null> {
    this.started ??= this.start();
    await this.started;
    // One after the other, whoever asks: its clock only runs forward.
    this.turn = this.turn.then(() => this.goTo(opensAt(task, this.parts.issuedAt) + TIMER_LEEWAY_MS));
    await this.turn;
    return (await this.isOpened(task)) ? this.offsetOf(task.id) : null;
  }

  /**
   * Its time has come. On a busy machine the workflow's task may time out and come again: between the two nothing is
   * under way, and nothing opened.
   */
  private async isOpened({ id }: Task): Promise<boolean> {
    const { register, clock } = this.sandbox;
    const { series } = this.parts;
    for (const end = Date.now() + TASK_AGAIN_MS; ; ) {
      const runs = await clock.idle(series.workflowId);
      const directive = await register.directives.find(id);
      if (directive !== undefined && directive.issueState === 'started') return true;
      const { end: over, suspended } = (await register.series.require(series.id)).series;
      if (!runs || over !== null || suspended !== null || Date.now() >= end) return directive !== undefined;
      await delay(LOOK_AGAIN_MS);
    }
  }

  /** What it came to, once all are open; its workflow, which would sleep until next year, is ended. */
  async result(): Promise<SeriesResult> {
    const { register, client } = this.sandbox;
    const { series, planned } = this.parts;
    const handle = client.workflow.getHandle(series.workflowId);
    const cost = historyCost(await handle.fetchHistory());
    if ((await handle.describe()).status.name === 'RUNNING') await handle.terminate('end of the rehearsal');
    const occurrences = (await register.series.show(series.id))?.occurrences ?? [];
    const opened = occurrences.filter((o) => !series.taken.includes(o.series?.occurrence ?? ''));
    const dues = new Map(opened.map((o) => [o.id, o.originalDue]));
    const due = new Map(planned.map((t) => [t.id, t.due]));
    return {
      id: series.id,
      planned: planned.map((t) => t.id),
      opened: opened.map((o) => o.id),
      differences: [...new Set([...due.keys(), ...dues.keys()])].flatMap((id) =>
        differs({ key: id, planned: due.get(id) ?? null, run: dues.get(id) ?? null }),
      ),
      cost,
    };
  }

  private async start(): Promise<void> {
    const { client, register, taskQueue, clock } = this.sandbox;
    const { notice, series, issuedAt, first } = this.parts;
    await first();
    this.offsetMs = issuedAt - Date.now();
    await startSeries({ client, register, taskQueue, clockOffsetMs: this.offsetMs }, notice, series);
    await register.series.markStarted(series.id);
    await clock.idle(series.workflowId);
  }

  private async goTo(instant: Instant): Promise<void> {
    const { clock } = this.sandbox;
    const { workflowId } = this.parts.series;
    const now = (await clock.now(workflowId)).getTime() + this.offsetMs;
    if (instant > now) await clock.fastForward(workflowId, instant - now);
    await clock.idle(workflowId);
  }

  /** As its workflow was started with. */
  private async offsetOf(directiveId: string): Promise<number> {
    const { events } = await this.sandbox.client.workflow.getHandle(directiveWorkflowId(directiveId)).fetchHistory();
    const [input] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    if (!input) throw new Error(`${directiveId}: a workflow without input`);
    return defaultPayloadConverter.fromPayload<DirectiveInput>(input).clockOffsetMs;
  }
}
