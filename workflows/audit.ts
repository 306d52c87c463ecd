import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import { NEXT_AUDIT } from '../texts/temporal.ts';
import type { AuditActivities } from './contract.ts';

/** About a day's audits: a run never lives long enough for an older program to matter. */
const ROUNDS = 48;

const { audit: auditOnce } = proxyActivities<AuditActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '10 s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** Has everything that is open audited, again and again. */
export async function audit(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const again = await auditOnce();
    await sleep(again, { summary: NEXT_AUDIT });
  }
  await continueAsNew<typeof audit>();
}
