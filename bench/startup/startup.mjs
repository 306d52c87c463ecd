import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, say, table, whole } from '../support/measure.mjs';

const ROUNDS = 9;
/** Processor time a command may take that only answers. */
const AIM_MS = 400;
const PROGRAM = fileURLToPath(new URL('../../bin/dondoc.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url));

const NOTHING = ['-e', '0'];
const COMMANDS = [
  ['--help'],
  ['deadline', 'hoàn thành trong quý II/2025', '--issued', '2025-02-24'],
  ['list'],
  ['show', 'II.3'],
  ['report'],
];

/** Processor time and files opened of commands that only answer, beside a Node that does nothing, in turns. */
export async function startup({ dist }) {
  if (dist) throw new Error('startup measures what bin/dondoc.js starts: this checkout');
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-startup-'));
  try {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, DONDOC_DATA: folder };
    await told('cpu', [PROGRAM, 'directory', 'import', SAMPLE], env);
    const runs = [NOTHING, ...COMMANDS.map((args) => [PROGRAM, ...args])];
    const times = runs.map(() => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, args] of runs.entries()) times[i].push(await told('cpu', args, env));
    const [nothing, ...ms] = times.map(median);
    const files = [];
    for (const args of runs.slice(1)) files.push((await told('files', args, env)).length);
    say(`node -e 0: ${whole(nothing)} ms of processor time; median of ${ROUNDS} rounds in turn`);
    table(
      ['', 'files opened', 'ms of processor time', '× node -e 0'],
      COMMANDS.map((args, i) => [`dondoc ${args[0]}`, files[i], whole(ms[i]), (ms[i] / nothing).toFixed(1)]),
    );
    if (ms.some((each) => each >= AIM_MS)) process.exitCode = 1;
    say(`${process.exitCode === 1 ? 'above' : 'all below'} ${AIM_MS} ms`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs Node with these arguments; what the probe (`cpu` or `files`) told of it. */
function told(probe, args, env) {
  const hook = resolve(import.meta.dirname, `${probe}.mjs`);
  const child = spawn(process.execPath, ['--import', hook, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
    });
    child.once('error', fail);
    child.once('close', () => done(JSON.parse(text)));
  });
}
