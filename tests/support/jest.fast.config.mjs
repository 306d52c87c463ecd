import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fastTests } from './fast.mjs';

const rootDir = resolve(import.meta.dirname, '../..');
const { globalSetup, globalTeardown, testSequencer, ...whole } = JSON.parse(
  readFileSync(resolve(rootDir, 'jest.config.json'), 'utf8'),
);

/** `npm run test:fast`: no Temporal is started and nothing is built, for no test of these needs it. */
export default {
  ...whole,
  rootDir,
  testMatch: fastTests().map((file) => `<rootDir>/${file}`),
  setupFiles: ['<rootDir>/tests/support/nothing-started.mjs', '<rootDir>/tests/support/shifted-clock.mjs'],
  // What a test took by a clock that was moved must not be what the next run goes by.
  ...(process.env['DONDOC_TEST_NOW'] ? { cacheDirectory: join(tmpdir(), 'dondoc-jest-moved-clock') } : {}),
};
