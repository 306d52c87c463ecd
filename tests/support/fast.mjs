import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/*
 * Which tests `npm run test:fast` runs is read from what they import, so nobody keeps a list: a file is fast that starts
 * nothing outside its own process and draws no cases at random. What is slow all the same says so by `@slow` and why in
 * the comment it begins with.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const TESTS = join(ROOT, 'tests');

/** What starts a server, a worker, a program, a browser or a thread, draws its cases by the hundred, or measures growth. */
const SLOW = [
  /^fast-check$/,
  /^tests\/(generators\/|support\/growth\.ts)/,
  /^node:(child_process|worker_threads|cluster)$/,
  /^playwright-core$/,
  /^@temporalio\/(worker|client)$/,
  /^worker\/(?!workflow-bundle)/,
  /^rehearsal\/(with-)?sandbox\.ts$/,
  /^service\//,
  /^system\/confined\.ts$/,
  /^cli\/session\.ts$/,
];

/** @returns the paths of the tests that are fast, from the root of the checkout */
export function fastTests() {
  return testFiles().filter((file) => reasonSlow(file) === null);
}

/** Why a test is not fast: what it imports, and by way of which file, or its own word. Null where it is. */
export function reasonSlow(file) {
  const own = /^\/\*\*[\s\S]*?@slow ([^\n*]+)/.exec(read(file));
  if (own) return own[1].trim();
  const seen = new Set();
  const queue = [file];
  for (const at of queue) {
    for (const imported of importsOf(at)) {
      if (SLOW.some((pattern) => pattern.test(imported))) return `${at} imports ${imported}`;
      // What the rooms import is not followed: to import them starts nothing.
      if (!imported.startsWith('tests/') || seen.has(imported)) continue;
      seen.add(imported);
      queue.push(imported);
    }
  }
  return null;
}

export function testFiles() {
  return readdirSync(TESTS, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') || name.endsWith('.test.tsx'))
    .map((name) => `tests/${name}`)
    .sort();
}

/** Does it run on the server that all test files share? Only those it reaches by way of the tests' own files. */
export function usesSharedTemporal(file, seen = new Set()) {
  if (file === SHARED_TEMPORAL) return true;
  if (!file.startsWith('tests/') || seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((imported) => usesSharedTemporal(imported, seen));
}

const SHARED_TEMPORAL = 'tests/support/temporal.ts';

/** What a file imports, types left out: packages by their names, files by their paths from the root. */
function importsOf(file) {
  const imports = read(file).matchAll(/^(?:import|export)\s(?!type\b)[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...imports].map(([, from = '', lazy]) => pathOf(lazy ?? from, file));
}

function pathOf(specifier, importer) {
  return specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(importer), specifier)) : specifier;
}

function read(file) {
  const path = join(ROOT, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
