import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from '../../cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program's environment in tests: a data folder of the test's own, and nothing of the machine's settings. */
export function environment(dataFolder: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, XDG_CACHE_HOME, PIP_CERT, PIP_INDEX_URL, PIP_CONFIG_FILE } = process.env;
  // Any free port: several offices run side by side.
  const own = { DONDOC_DATA: dataFolder, DONDOC_CONSOLE_PORT: '0' };
  return { PATH, HOME, XDG_CACHE_HOME, PIP_CERT, PIP_INDEX_URL, PIP_CONFIG_FILE, ...own, ...more };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `dondoc` in this process, with what comes through its pipe, to its end. A process has one environment, so one
 * command runs at a time.
 */
export function dondoc(args: readonly string[], env: NodeJS.ProcessEnv, input?: Buffer): Promise<Ran> {
  const ran = last.then(() => run(args, env, input));
  last = ran.catch(() => {});
  return ran;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv, input?: Buffer): Promise<Ran> {
  const [stdin, stdout, stderr] = [pipe(), pipe(), pipe()];
  stdin.end(input);
  const said = Promise.all([text(stdout), text(stderr)]);
  const own = { ...process.env };
  replaceEnvironment(env);
  let code: number;
  try {
    code = await main(args, { stdin, stdout, stderr });
  } finally {
    replaceEnvironment(own);
    for (const stream of [stdout, stderr]) stream.end();
  }
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}

/** What a command has for a terminal where nobody watches. */
function pipe(): PassThrough & NodeJS.ReadStream & NodeJS.WriteStream {
  return Object.assign(new PassThrough(), { isTTY: false, columns: 80 }) as PassThrough &
    NodeJS.ReadStream &
    NodeJS.WriteStream;
}

function replaceEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
}
