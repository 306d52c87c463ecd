import { removeHandoff } from './temporal-handoff.ts';

export default async function globalTeardown(): Promise<void> {
  await Promise.all([globalThis.dondocTestTemporal?.stop(), globalThis.dondocTestPostgres?.stop()]);
  await removeHandoff();
}
