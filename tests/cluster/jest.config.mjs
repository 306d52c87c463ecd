import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const rootDir = resolve(import.meta.dirname, '../..');
const { testMatch, testSequencer, ...whole } = JSON.parse(readFileSync(resolve(rootDir, 'jest.config.json'), 'utf8'));

/**
 * What runs on a cluster: its own tests, and those of the suite that were seen to pass there. Not what recurs
 * (`workflows/directive`, `workflows/recurring`): in virtual time its run stops where it continues as new.
 */
const ON_ANY_SERVER = ['workflows/people', 'workflows/kill', 'workflows/strangers', 'delivery/on-temporal'];

/** `npm run test:cluster`: two processes of Temporal and the register on PostgreSQL. */
export default {
  ...whole,
  rootDir,
  globalSetup: '<rootDir>/tests/cluster/setup.ts',
  globalTeardown: '<rootDir>/tests/cluster/teardown.ts',
  testMatch: [
    '<rootDir>/tests/cluster/*.cluster.ts',
    ...ON_ANY_SERVER.map((name) => `<rootDir>/tests/${name}.test.ts`),
  ],
  maxWorkers: 1,
};
