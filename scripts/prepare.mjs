// Builds, unless what is built is of these sources. `npx dondoc` in a checkout has npm prepare it anew the first time:
// a newcomer's first command would take as long as a build.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', 'tests', 'bench', 'docs', 'deploy']);

/** The last time at which anything was changed that goes into the program. */
function changedAt(folder) {
  const times = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !LEFT_OUT.has(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? changedAt(path) : entry.isFile() ? statSync(path).mtimeMs : 0;
    });
  return Math.max(0, ...times);
}

const builtAt = statSync('dist/.built', { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (changedAt('.') > builtAt) process.exitCode = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' }).status ?? 1;
