import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'dsl',
  'texts',
  'notices',
  'workflows',
  'activities',
  'register',
  'office',
  'console',
  'worker',
  'rehearsal',
  'cli',
  'policies',
];
const BUILT = join('dist', 'workflow-bundle.js');

/** Compiles the program where a source is newer than what was compiled last. */
export function buildIfStale(): void {
  const built = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 0;
  if (SOURCES.some((folder) => newest(folder) > built)) {
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
  }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return Math.max(0, ...files.map((e) => statSync(join(e.parentPath, e.name)).mtimeMs));
}
