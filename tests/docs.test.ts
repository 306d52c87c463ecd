import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (file: string) => readFileSync(root + file, 'utf8');
const ROOMS = readdirSync(root, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));
const RECORDS = readdirSync(`${root}docs/decisions`).filter((name) => /^\d{4}-/.test(name));

/** What a document names of this checkout: code spans that are paths, and targets of links. */
function pathsIn(file: string): string[] {
  const folder = file.replace(/[^/]*$/, '');
  const spans = [...text(file).matchAll(/`([^`\s]+)`/g)].map((m) => m[1] ?? '');
  const named = spans.filter((s) => s.includes('/') && ROOMS.includes(s.split('/')[0] ?? ''));
  const links = [...text(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((m) => folder + (m[1] ?? ''));
  return [...named, ...links];
}

/** A path may leave out the ending of a source. */
const isThere = (path: string) =>
  ['', '.ts', '.tsx', '.mjs', '.test.ts'].some((ending) => existsSync(root + path + ending));

describe('the documents', () => {
  test.each([
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'README.md',
    'docs/architecture.md',
    'docs/glossary.md',
    'docs/decisions/README.md',
    ...RECORDS.map((name) => `docs/decisions/${name}`),
  ])('%s names no path that is not there', (file) => {
    const missing = pathsIn(file).filter((path) => !isThere(path) && !path.startsWith('dist/'));
    expect(missing).toEqual([]);
  });

  test('a path that is not there would be found', () => {
    expect(isThere('dsl/rules/act')).toBe(true);
    expect(isThere('dsl/rules/no-such')).toBe(false);
    expect(pathsIn('CONTRIBUTING.md').length).toBeGreaterThan(30);
    expect(pathsIn('docs/glossary.md').length).toBeGreaterThan(40);
  });

  test('every decision has its number once, its four parts, and its line in the list', () => {
    // People who write at the same time take numbers from different decades: some may stay free.
    expect(new Set(RECORDS.map((name) => name.slice(0, 4))).size).toBe(RECORDS.length);
    expect(RECORDS.length).toBeGreaterThan(39);
    for (const name of RECORDS) {
      const parts = [...text(`docs/decisions/${name}`).matchAll(/^## (.*)$/gm)].map((m) => m[1]);
      expect({ name, parts }).toEqual({ name, parts: ['Context', 'Decision', 'Consequence', 'Not chosen'] });
      expect(text('docs/decisions/README.md')).toContain(`(${name})`);
    }
  });
});
