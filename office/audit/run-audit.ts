import type { Client } from '@temporalio/client';
import type { Instant } from '../../dsl/time/day.ts';
import type { AuditRecorded, Register } from '../../register/index.ts';
import { AUDIT_WORKFLOW, AUDIT_WORKFLOW_ID, DIRECTIVE_QUEUE } from '../../workflows/contract.ts';
import { startOnce } from '../start-once.ts';
import { audit } from './audit.ts';
import { AUDIT_EVERY_MS, STEP_GRACE_MS } from './graces.ts';
import { runsOf } from './runs.ts';

export interface AuditorOptions {
  readonly register: Register;
  readonly client: Client;
  readonly onAudited: (recorded: AuditRecorded) => void;
  /** Default `Date.now`. */
  readonly clock?: () => Instant;
}

/** Enough to go round two thousand directives in a day. */
const ASK_AT_MOST = 50;

/**
 * The scheduled audit, as its workflow calls it; answers in how many ms to come back. What has just started is given
 * time to catch up first: after an outage everything is late, and that is no fault to be told of.
 */
export function auditor({ register, client, onAudited, clock = Date.now }: AuditorOptions): () => Promise<number> {
  const readyAt = clock() + STEP_GRACE_MS;
  return async () => {
    const now = clock();
    if (now < readyAt) return readyAt - now;
    const { findings, directives } = await audit({
      ...{ register, now, runs: await runsOf(client), askAtMost: ASK_AT_MOST },
    });
    onAudited(await register.recordAudit(findings, { at: now, directives }));
    return AUDIT_EVERY_MS;
  };
}

/**
 * Sees to it that the auditor runs on the engine; one that runs already is left alone.
 * @throws UserError where it is another register's: that register's service works here.
 */
export async function startAuditor(
  options: Pick<AuditorOptions, 'client' | 'register'>,
  taskQueue = DIRECTIVE_QUEUE,
): Promise<void> {
  await startOnce(options, AUDIT_WORKFLOW_ID, (memo) =>
    options.client.workflow.start(AUDIT_WORKFLOW, {
      workflowId: AUDIT_WORKFLOW_ID,
      taskQueue,
      memo,
      staticSummary: 'Đối soát: điều lẽ ra đã xảy ra với sổ và với các quy trình',
    }),
  );
}
