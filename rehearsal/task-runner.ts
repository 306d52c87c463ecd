import type { Standing, TimedAct } from '../dsl/rules/index.ts';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import { ActRefused, actOn } from '../office/act.ts';
import type { DirectiveDraft } from '../register/index.ts';
import { STANDING_QUERY } from '../workflows/contract.ts';
import { type HistoryCost, historyCost } from './history-cost.ts';
import type { Sandbox } from './sandbox.ts';

/** An act the rules refused on Temporal, with the reason it gave. */
export interface RefusedAct {
  readonly act: TimedAct;
  readonly reason: string;
}

/** Real time in which a life must have begun. */
const FIRST_TASK_MS = 120_000;

/** Runs one directive through its virtual life in a sandbox. */
export class TaskRunner {
  readonly refused: RefusedAct[] = [];
  private starting: Promise<void> | undefined;
  private offsetMs = 0;
  private ended = false;

  /**
   * `begin` has its workflow started and answers with its domain time minus Temporal's; null where nothing was
   * started, so that there is nothing to run.
   */
  constructor(
    private readonly sandbox: Sandbox,
    readonly directive: DirectiveDraft,
    private readonly begin: () => Promise<number | null>,
  ) {}

  start(): Promise<void> {
    this.starting ??= this.startNow();
    return this.starting;
  }

  private async startNow(): Promise<void> {
    const offsetMs = await this.begin();
    this.ended = offsetMs === null;
    if (offsetMs === null) return;
    this.offsetMs = offsetMs;
    // Once its first task is done, the assignment, if it is due, is in the ledger.
    await this.hasBegun();
    await this.sandbox.deliver();
  }

  /** On a busy machine the first task may time out and come again: between the two nothing is under way, and nothing done. */
  private async hasBegun(): Promise<void> {
    const end = Date.now() + FIRST_TASK_MS;
    while (await this.sandbox.clock.idle(this.directive.workflowId)) {
      const { status, nextWake } = await this.standing();
      if (status !== 'waiting' || nextWake !== null) return;
      if (Date.now() >= end)
        throw new Error(`workflow ${this.directive.workflowId} does not begin; does a worker run?`);
    }
  }

  /** Lets domain time pass to an instant; every step due on the way is taken and delivered. */
  async goTo(instant: Instant): Promise<void> {
    const ms = instant - (await this.now());
    if (ms > 0 && !this.ended) {
      const end = await this.sandbox.clock.fastForward(this.directive.workflowId, ms);
      this.ended = end === 'closed';
    }
    await this.sandbox.deliver();
  }

  async act(timed: TimedAct, id: string): Promise<void> {
    await this.goTo(timed.at);
    try {
      const { standing } = await actOn(this.sandbox, this.directive.id, timed.act, id);
      this.ended = standing.closedAt !== undefined;
    } catch (error) {
      if (!(error instanceof ActRefused)) throw error;
      this.refused.push({ act: timed, reason: error.message });
    }
    await this.sandbox.deliver();
  }

  /** On to the end: closed, or every rung fired and only a person could move it. */
  async finish(horizon: Instant): Promise<void> {
    for (let to = horizon; !this.ended; ) {
      await this.goTo(to + DAY_MS);
      await this.sandbox.clock.idle(this.directive.workflowId);
      const { nextWake } = await this.standing();
      if (nextWake === null) break;
      to = nextWake;
    }
    await this.sandbox.deliver();
  }

  standing(): Promise<Standing> {
    return this.sandbox.client.workflow.getHandle(this.directive.workflowId).query<Standing>(STANDING_QUERY);
  }

  async cost(): Promise<HistoryCost> {
    return historyCost(await this.sandbox.client.workflow.getHandle(this.directive.workflowId).fetchHistory());
  }

  private async now(): Promise<Instant> {
    if (this.ended) return Number.POSITIVE_INFINITY;
    return (await this.sandbox.clock.now(this.directive.workflowId)).getTime() + this.offsetMs;
  }
}
