import { removeHandoff } from './engine-handoff.ts';

export default async function globalTeardown(): Promise<void> {
  await globalThis.dondocTestEngine?.stop();
  await removeHandoff();
}
