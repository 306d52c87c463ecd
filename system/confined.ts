import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a piece of work may cost. */
export interface Limits {
  /** Of the process that does it, in MB. */
  readonly memoryMb: number;
  /** Of the processor, in ms; where the system does not tell, of the clock. */
  readonly cpuMs: number;
  /** Of the clock, however busy the machine is. */
  readonly wallMs: number;
}

/** The work came to no end: it took too long, too much memory, or broke its process. */
export class OverLimit extends Error {
  constructor(readonly limit: 'time' | 'memory' | 'broken') {
    super(`over its limit: ${limit}`);
    this.name = 'OverLimit';
  }
}

const LOOK_MS = 100;
/** A process that has had nothing to do for so long is ended. */
const IDLE_MS = 30_000;
const CHILD = compiled('system/confined-child');

/**
 * Does work of one kind in a process of its own, one piece after the other: whatever is put into it, this process goes
 * on, and what costs too much ends alone. The process starts with the first piece, serves many, keeps nothing running
 * that has nothing else to do, and is given no secret of the environment.
 */
export class Confined<Input, Output> {
  readonly #module: string;
  readonly #limits: Limits;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #before: Promise<unknown> = Promise.resolve();

  /**
   * @param module whose default export does the work, `(input) => Promise<output>`: by its place among the rooms, without
   * its ending, or the URL of one that is no part of the program.
   */
  constructor(module: string | URL, limits: Limits) {
    this.#module = typeof module === 'string' ? compiled(module) : fileURLToPath(module);
    this.#limits = limits;
  }

  /**
   * Rejects with `OverLimit` where a limit is passed; with what the work itself threw, its message alone.
   * Input and output are copied by structured clone.
   */
  run(input: Input): Promise<Output> {
    const turn = this.#before.then(() => this.#once(input));
    this.#before = turn.catch(() => {});
    return turn;
  }

  /** Ends the process; another starts with the next piece. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const { memoryMb } = this.#limits;
    const child = fork(CHILD, [this.#module], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${memoryMb}`, '--no-warnings'],
      env: {},
    });
    child.on('error', () => {});
    this.#child = child;
    return child;
  }

  async #once(input: Input): Promise<Output> {
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    // While something is under way it keeps this process; idle, it keeps nobody.
    child.ref();
    child.channel?.ref();
    const watch = new AbortController();
    try {
      return await Promise.race([answerOf<Output>(child, input), this.#passed(child, watch.signal)]);
    } catch (error) {
      if (error instanceof OverLimit) this.close();
      throw error;
    } finally {
      watch.abort();
      child.unref();
      child.channel?.unref();
      this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    }
  }

  /** Rejects once a limit is passed; never resolves. */
  #passed(child: ChildProcess, signal: AbortSignal): Promise<never> {
    const { memoryMb, cpuMs, wallMs } = this.#limits;
    const begun = Date.now();
    return new Promise((_resolve, reject) => {
      let cpuBefore: number | undefined;
      const look = async (): Promise<void> => {
        const used = await usedBy(child.pid ?? 0);
        const wall = Date.now() - begun;
        cpuBefore ??= used?.cpuMs;
        const cpu = used === undefined ? wall : used.cpuMs - (cpuBefore ?? 0);
        if (cpu > cpuMs || wall > wallMs) reject(new OverLimit('time'));
        else if (used !== undefined && used.memoryMb > memoryMb * 2) reject(new OverLimit('memory'));
      };
      const timer = setInterval(() => void look(), LOOK_MS);
      signal.addEventListener('abort', () => clearInterval(timer));
    });
  }
}

type Answer<Output> = { readonly done: Output } | { readonly failed: string };

function answerOf<Output>(child: ChildProcess, input: unknown): Promise<Output> {
  return new Promise((resolve, reject) => {
    const off = () => {
      child.off('message', heard);
      child.off('exit', gone);
    };
    const heard = (answer: Answer<Output>) => {
      off();
      if ('done' in answer) resolve(answer.done);
      else reject(new Error(answer.failed));
    };
    // V8 ends a process that is out of memory by SIGABRT, the system by SIGKILL.
    const gone = (_code: number | null, signal: string | null) => {
      off();
      reject(new OverLimit(signal === 'SIGABRT' || signal === 'SIGKILL' ? 'memory' : 'broken'));
    };
    child.on('message', heard);
    child.on('exit', gone);
    if (child.exitCode !== null || child.signalCode !== null) return gone(child.exitCode, child.signalCode);
    child.send(input as object, (error) => {
      if (error) gone(null, null);
    });
  });
}

/** What a process has used, as Linux tells; undefined elsewhere. */
async function usedBy(pid: number): Promise<{ readonly cpuMs: number; readonly memoryMb: number } | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    // After the name in brackets: state is field 3, user and system time 14 and 15, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? '0';
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, memoryMb: Number(kilobytes) / 1024 };
  } catch {
    return undefined;
  }
}

/**
 * The file of a module as Node can run it. This file lies one folder below the program's root, alone or in one with
 * others; where the program runs from its sources (tests do), what they were compiled into lies in `dist`.
 */
function compiled(module: string): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return join(root, import.meta.url.endsWith('.ts') ? 'dist' : '', `${module}.js`);
}
