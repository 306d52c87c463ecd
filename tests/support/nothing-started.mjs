import child from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

/*
 * Before each file of `npm run test:fast`: whatever starts a program or a thread fails, so that a test cannot be taken
 * for a fast one by what its imports happen to look like.
 */
for (const [module, names] of [
  [child, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [threads, ['Worker']],
]) {
  for (const name of names) {
    module[name] = function refused() {
      throw new Error(`a test of test:fast starts something (${name}): import what does, or say @slow`);
    };
  }
}
syncBuiltinESMExports();
