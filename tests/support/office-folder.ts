import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from '@jest/globals';
import { dondoc, environment } from './dondoc.ts';
import { dondocUntil } from './program.ts';

const directory = fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url));

export interface OfficeFolder {
  readonly env: NodeJS.ProcessEnv;
  /** The notice, as the office has it on its disk. */
  readonly notice: string;
  /** `dondoc up`, serving. */
  readonly up: ChildProcess;
}

/** An office for all tests of a file: a data folder with the sample directory, `dondoc up` on it, and one notice. */
export function useOfficeFolder(text: string): OfficeFolder {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let up: ChildProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-office-'));
    env = environment(join(folder, 'data'));
    await writeFile(join(folder, 'tb.txt'), text);
    await dondoc(['directory', 'import', directory], env);
    up = await dondocUntil('Sẵn sàng', ['up', '--no-ui'], env);
  });
  afterAll(async () => {
    if (up.exitCode === null) {
      // Asked, not killed: it stops the server it started.
      up.kill('SIGTERM');
      await once(up, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get env() {
      return env;
    },
    get notice() {
      return join(folder, 'tb.txt');
    },
    get up() {
      return up;
    },
  };
}
