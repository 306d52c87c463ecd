import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Builds of a worker, as an operator sets them (`temporal worker deployment …`). */
export interface Deployment {
  readonly client: Client;
  readonly namespace: string;
  readonly deploymentName: string;
}

/** All directives go on with this build. */
export function makeCurrent({ client, ...place }: Deployment, buildId: string): Promise<void> {
  return onceKnown(() => client.workflowService.setWorkerDeploymentCurrentVersion({ ...place, buildId }));
}

/** So many of a hundred do. */
export function ramp({ client, ...place }: Deployment, buildId: string, percentage: number): Promise<void> {
  return onceKnown(() => client.workflowService.setWorkerDeploymentRampingVersion({ ...place, buildId, percentage }));
}

const PATIENCE_MS = 60_000;

/** Refused until Temporal has heard of the worker. */
async function onceKnown(set: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await set();
      return;
    } catch (error) {
      if (!(error instanceof Error) || !/NOT_FOUND|FAILED_PRECONDITION/.test(error.message)) throw error;
      if (performance.now() > until) throw error;
      await delay(50);
    }
  }
}
