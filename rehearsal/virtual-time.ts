import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import proto, { type temporal } from '@temporalio/proto';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

/** Unset, the server stops skipping after 200 jumps without a word and the run hangs in real time. */
const JUMPS_ALLOWED = 1_000_000;
const DEFAULT_TIMEOUT_MS = 60_000;
const POLL_AGAIN_MS = 5;
/** A task that comes again is waited for so many times as long as one that does not. */
const MOST_TIMES = 5;

export interface FastForwardOptions {
  /** Real time in which nothing at all happens before it is given up; default a minute. A busy machine only takes longer. */
  readonly timeoutMs?: number;
}

/** How a leg ended: at its target, or the workflow closed on the way. */
export type LegEnd = 'reached' | 'closed';

/**
 * Moves workflows through virtual time on a server started with `virtualTime`. Each workflow has a clock of its own; it
 * stands still at the end of a leg while people act (updates), and only runs forward.
 */
export class VirtualClock {
  readonly #client: WorkflowClient;
  readonly #namespace: string;

  constructor(client: WorkflowClient, namespace: string) {
    this.#client = client;
    this.#namespace = namespace;
  }

  /**
   * Lets `ms` of the workflow's time pass: every timer due in between fires in its order, and every task and activity
   * those cause is done before time goes on. Returns when the instant is reached or the workflow has closed; a workflow
   * that continues as new on the way goes on with the rest of the leg.
   * @throws Error when the leg stands still for its real time, or the server does not skip time.
   */
  async fastForward(workflowId: string, ms: number, { timeoutMs = DEFAULT_TIMEOUT_MS }: FastForwardOptions = {}) {
    if (!Number.isFinite(ms) || ms <= 0) throw new RangeError(`fastForward of ${ms} ms: must be more than 0`);
    const id = randomUUID();
    if (!(await this.idle(workflowId, { timeoutMs })) || !(await this.#setLeg(workflowId, id, ms)))
      return 'closed' satisfies LegEnd;
    return this.#waitForLeg(workflowId, id, timeoutMs);
  }

  /** Where the workflow's clock stands. */
  async now(workflowId: string): Promise<Date> {
    const { raw } = await this.#client.getHandle(workflowId).describe();
    const time = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return time ? new Date(Number(time.seconds ?? 0) * 1000 + (time.nanos ?? 0) / 1e6) : new Date();
  }

  /**
   * Waits until no workflow task is under way: a leg set or a query asked while one is would cost the run a task of its
   * own, and nobody could compare its history with one of real time. False when the workflow is closed.
   */
  async idle(workflowId: string, { timeoutMs = DEFAULT_TIMEOUT_MS }: FastForwardOptions = {}): Promise<boolean> {
    const last = Date.now() + MOST_TIMES * timeoutMs;
    let end = Date.now() + timeoutMs;
    let seen = '';
    for (;;) {
      const { raw, status, runId, historyLength } = await this.#client.getHandle(workflowId).describe();
      if (status.name !== 'RUNNING') return false;
      if (!raw.pendingWorkflowTask) return true;
      // A task that timed out comes again: the worker is busy, or fails it again and again.
      const place = `${runId} ${historyLength} ${raw.pendingWorkflowTask.attempt}`;
      if (place !== seen) [end, seen] = [Math.min(last, Date.now() + timeoutMs), place];
      if (Date.now() >= end) throw new Error(`workflow ${workflowId}: its task is not done; does a worker run?`);
      await delay(POLL_AGAIN_MS);
    }
  }

  async #setLeg(workflowId: string, id: string, ms: number): Promise<boolean> {
    const config = proto.temporal.api.common.v1.TimeSkippingConfig.fromObject({
      enabled: true,
      maxSessionSkipCount: JUMPS_ALLOWED,
      fastForwardConfig: { id, duration: { seconds: Math.floor(ms / 1000), nanos: Math.round((ms % 1000) * 1e6) } },
    });
    try {
      await this.#client.workflowService.updateWorkflowExecutionOptions({
        namespace: this.#namespace,
        workflowExecution: { workflowId },
        workflowExecutionOptions: { timeSkippingConfig: config },
        updateMask: { paths: ['time_skipping_config'] },
      });
      return true;
    } catch (error) {
      if (await this.#isClosed(workflowId)) return false;
      throw error;
    }
  }

  async #waitForLeg(workflowId: string, id: string, stillMs: number): Promise<LegEnd> {
    let end = Date.now() + stillMs;
    let seen = await this.#placeOf(workflowId);
    for (;;) {
      const answer = await this.#poll(workflowId, id, end);
      if (
        answer?.fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED
      )
        return 'reached';
      if (
        answer?.fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED
      ) {
        if (await this.#isClosed(workflowId)) return 'closed';
        // Continued as new: the next run carries the leg on under the same id.
        if (answer.fastForwardInfo?.fastForwardId !== id)
          throw new Error(`workflow ${workflowId}: the leg cannot end: ${answer.failedReason}`);
        await delay(POLL_AGAIN_MS);
      }
      if (Date.now() < end) continue;
      const place = await this.#placeOf(workflowId);
      if (place === seen) throw new Error(`workflow ${workflowId}: the leg has stood still for ${stillMs} ms`);
      [end, seen] = [Date.now() + stillMs, place];
    }
  }

  /** One long poll; undefined when its time was up. */
  async #poll(
    workflowId: string,
    fastForwardId: string,
    end: number,
  ): Promise<temporal.api.workflowservice.v1.PollWorkflowExecutionTimeSkippingResponse | undefined> {
    const { connection, workflowService } = this.#client;
    const request = { namespace: this.#namespace, workflowExecution: { workflowId }, fastForwardId };
    try {
      return await connection.withDeadline(end, () => workflowService.pollWorkflowExecutionTimeSkipping(request));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === DEADLINE_EXCEEDED) return undefined;
      throw error;
    }
  }

  /** How far its history has come. */
  async #placeOf(workflowId: string): Promise<string> {
    const { runId, historyLength } = await this.#client.getHandle(workflowId).describe();
    return `${runId} ${historyLength}`;
  }

  async #isClosed(workflowId: string): Promise<boolean> {
    return (await this.#client.getHandle(workflowId).describe()).status.name !== 'RUNNING';
  }
}

const DEADLINE_EXCEEDED = 4;
