import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bench/drill/run.mjs', import.meta.url));

export interface Round {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly messages: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unknown: number;
  /** Of people, of strangers, of services that came second. */
  readonly acts: number;
  readonly strangers: number;
  readonly seconds: number;
  readonly wrong: readonly string[];
}

/** `npm run drill` with these arguments. */
export function drill(...args: readonly string[]): Promise<readonly Round[]> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--no-warnings', program, '--json', ...args], (error, stdout, stderr) => {
      // It exits with 1 where something is wrong, which its answer says better.
      if (stdout === '') reject(error ?? new Error(stderr));
      else resolve(JSON.parse(stdout));
    });
  });
}
