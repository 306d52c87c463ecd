import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made of: the rooms it compiles, and what finishes it. */
const SOURCES: readonly string[] = [...JSON.parse(readFileSync('tsconfig.build.json', 'utf8')).include, 'scripts'];
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
