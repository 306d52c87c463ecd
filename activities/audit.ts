import type { Client } from '@temporalio/client';
import type { Instant } from '../dsl/time/day.ts';
import { AUDIT_EVERY_MS, auditRegister, runsOf, STEP_GRACE_MS } from '../office/audit/index.ts';
import type { AuditRecorded, Register } from '../register/index.ts';
import type { AuditActivities } from '../workflows/contract.ts';

export interface AuditorOptions {
  readonly register: Register;
  readonly client: Client;
  readonly onAudited: (recorded: AuditRecorded) => void;
  /** Puts right what can be, before anything is called an incident. */
  readonly before?: () => Promise<void>;
  /** Default `Date.now`. */
  readonly clock?: () => Instant;
}

/** Enough to go round two thousand directives in a day. */
const ASK_AT_MOST = 50;

/**
 * The scheduled audit, as its workflow calls it; answers in how many ms to come back. What has just started is given
 * time to catch up first: after an outage everything is late, and that is no fault to be told of.
 */
export function auditActivities(options: AuditorOptions): AuditActivities {
  const { register, client, onAudited, clock = Date.now } = options;
  const readyAt = clock() + STEP_GRACE_MS;
  return {
    async audit() {
      const now = clock();
      if (now < readyAt) return readyAt - now;
      await options.before?.();
      const runs = await runsOf(client);
      const { findings, directives } = await auditRegister({ register, now, runs, askAtMost: ASK_AT_MOST });
      onAudited(await register.audit.record(findings, { at: now, directives }));
      return AUDIT_EVERY_MS;
    },
  };
}
