import { removeHandoff } from '../support/temporal-handoff.ts';

export default async function clusterTeardown(): Promise<void> {
  await removeHandoff();
  await globalThis.dondocCluster?.stop();
}
