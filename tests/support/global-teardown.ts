import { removeHandoff } from './temporal-handoff.ts';

export default async function globalTeardown(): Promise<void> {
  await globalThis.dondocTestTemporal?.stop();
  await removeHandoff();
}
