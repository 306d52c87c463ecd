import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { OPEN_STATUSES } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { Finding, Register } from '../../register/index.ts';
import { incidentDetails } from '../../texts/audit.ts';
import { ClosedSince } from '../../workflows/closed-since.ts';
import { AUDIT_WORKFLOW, DIRECTIVE_QUEUE, DIRECTIVE_WORKFLOW, RECURRING_WORKFLOW } from '../../workflows/contract.ts';
import { runsOf } from './runs.ts';

const CLOSED = `ExecutionStatus != "Running" AND ExecutionStatus != "ContinuedAsNew"`;
const TYPES = `WorkflowType IN ("${DIRECTIVE_WORKFLOW}", "${RECURRING_WORKFLOW}", "${AUDIT_WORKFLOW}")`;

export interface RunWatchOptions {
  readonly register: Register;
  readonly client: Client;
  /** Where nobody has looked before: what was ended until then is the audit's to find. */
  readonly from: Instant;
  readonly taskQueue?: string;
}

/**
 * Notices at once what the next audit would only find: a run that was ended, or is gone, and not because the register
 * says so. One listing of what has closed since the last look, which may have been that of an earlier process, and one
 * count of what runs. A run that was reset is the closed one of two: only so is it seen, for its successor runs.
 */
export class RunWatch {
  readonly #register: Register;
  readonly #client: Client;
  readonly #ours: string;
  readonly #from: Instant;
  #closed: ClosedSince<WorkflowExecutionInfo> | undefined;
  readonly #known = new Set<string>();
  /** So many were missing last time: a start or an end under way is made good by the next look. */
  #missing = 0;

  constructor({ register, client, from, taskQueue = DIRECTIVE_QUEUE }: RunWatchOptions) {
    this.#ours = `TaskQueue = "${taskQueue}"`;
    this.#register = register;
    this.#client = client;
    this.#from = from;
  }

  /** What has been ended from outside since the last look. */
  async look(): Promise<readonly Finding[]> {
    const ended = await this.#ended();
    return [...ended, ...(await this.#gone())];
  }

  /** What the last look found is kept: from there on the next process looks. */
  async looked(): Promise<void> {
    if (this.#closed) await this.#register.audit.watched(this.#closed.from);
  }

  async #ended(): Promise<Finding[]> {
    this.#closed ??= new ClosedSince(
      (query) => this.#client.workflow.list({ query }),
      `${this.#ours} AND ${TYPES} AND ${CLOSED}`,
      (await this.#register.audit.watchedUntil()) ?? this.#from,
    );
    const { from } = this.#closed;
    const findings: Finding[] = [];
    const closed = await this.#closed.next();
    // Until then the office itself ended what ran, because the register was restored.
    const tookBackAt = (closed.length > 0 && (await this.#register.restoration.restored())?.tookBackAt) || 0;
    for (const run of closed) {
      if (this.#known.has(run.runId) || (run.closeTime?.getTime() ?? Number.POSITIVE_INFINITY) <= tookBackAt) continue;
      const isMeant = await this.#isMeant(run);
      this.#known.add(run.runId);
      if (isMeant) continue;
      findings.push(outside(idIn(run.workflowId), run.closeTime?.getTime() ?? from, run.workflowId, run.status.name));
    }
    return findings;
  }

  /** An end the register has written before the run ended; or what is not this register's. */
  async #isMeant({ workflowId, type, status }: WorkflowExecutionInfo): Promise<boolean> {
    if (type === AUDIT_WORKFLOW) return false;
    const id = idIn(workflowId);
    if (type === RECURRING_WORKFLOW) {
      const series = (await this.#register.series.show(id))?.series;
      return series === undefined || (status.name === 'COMPLETED' && series.end !== null);
    }
    const directive = await this.#register.directives.find(id);
    return directive === undefined || (status.name === 'COMPLETED' && directive.closedAt !== null);
  }

  /** What was deleted leaves nothing to list. */
  async #gone(): Promise<Finding[]> {
    const running = `${this.#ours} AND WorkflowType = "${DIRECTIVE_WORKFLOW}" AND ExecutionStatus = "Running"`;
    const missing =
      (await this.#register.directives.countRunning()) - (await this.#client.workflow.count(running)).count;
    const lasts = missing > 0 && missing === this.#missing;
    this.#missing = missing;
    if (!lasts) return [];
    const runs = await runsOf(this.#client);
    const findings: Finding[] = [];
    const open = await this.#register.directives.list({ issueState: 'started', status: OPEN_STATUSES });
    for (const { id, workflowId } of open) {
      if (this.#known.has(workflowId)) continue;
      if ((await runs.statusOf({ workflowId })) !== 'MISSING') continue;
      this.#known.add(workflowId);
      findings.push(outside(id, Date.now(), workflowId, 'MISSING'));
    }
    return findings;
  }
}

function outside(directiveId: string, since: Instant, workflowId: string, status: string): Finding {
  return {
    kind: 'ended-outside',
    directiveId,
    step: '',
    since,
    detail: incidentDetails.endedOutside(workflowId, status),
  };
}

/** Of a directive or a series, by its workflow's id; the auditor's is its own. */
function idIn(workflowId: string): string {
  return workflowId.replace(/^(directive|recurring)\//, '');
}
