import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { testFiles, usesSharedTemporal } from '../support/fast.mjs';

const rootDir = resolve(import.meta.dirname, '../..');
const { testMatch, testSequencer, ...whole } = JSON.parse(readFileSync(resolve(rootDir, 'jest.config.json'), 'utf8'));

const ROOMS = ['workflows', 'delivery', 'console'];
/** Tests of these rooms that do not hold there, and why. */
const ELSEWHERE = new Set([
  // Writes into the register's file itself; a restore on PostgreSQL is in `restore.cluster.ts`.
  'tests/console/staff/restored.test.ts',
  // Looks into the register's file for what must not stand in it.
  'tests/console/sealed-links.test.ts',
]);

/** What runs on a cluster besides its own tests: whatever of these rooms runs on the Temporal that all tests share. */
export function suiteOnCluster() {
  const wanted = (file) => ROOMS.some((room) => file.startsWith(`tests/${room}/`)) && !ELSEWHERE.has(file);
  return testFiles().filter((file) => wanted(file) && usesSharedTemporal(file));
}

/** `npm run test:cluster`: two processes of Temporal and the registers on PostgreSQL. */
export default {
  ...whole,
  rootDir,
  globalSetup: '<rootDir>/tests/cluster/setup.ts',
  globalTeardown: '<rootDir>/tests/cluster/teardown.ts',
  testMatch: ['<rootDir>/tests/cluster/*.cluster.ts', ...suiteOnCluster().map((file) => `<rootDir>/${file}`)],
  maxWorkers: 1,
};
