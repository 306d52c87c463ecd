import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ran } from './dondoc.ts';

const program = fileURLToPath(new URL('../../bin/dondoc.js', import.meta.url));

/**
 * Runs the built `dondoc` in a process of its own, as a person does. Only where that is what the test is about (exit
 * codes, pipes, two at once, a service that goes on); else `dondoc` says the same for less.
 */
export function runProgram(args: readonly string[], env: NodeJS.ProcessEnv, input?: Buffer): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    if (input !== undefined) child.stdin?.end(input);
  });
}

/** Starts `dondoc` and waits until it has printed `ready`, or all of several; `onSaid` hears all it has printed so far. */
export function dondocUntil(
  ready: string | readonly string[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onSaid: (text: string) => void = () => {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      onSaid(said);
      if ([ready].flat().every((part) => said.includes(part))) resolve(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`dondoc ${args.join(' ')} ended with ${code}: ${said}`)));
  });
}

/** Waits until a running `dondoc` says this; what it said before does not count. */
export function says(child: ChildProcess, part: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(part)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`dondoc ended with ${code} before it said ${part}: ${said}`)));
  });
}

/** Starts `dondoc` for a reader that is gone before the first line. */
export function dondocClosed(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  return child;
}
