import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UserError } from '../dsl/user-error.ts';
import { ownFile } from './own-files.ts';

/** What a piece of work may cost. */
export interface Limits {
  /** Of the whole process that does it, in MB; V8's own heap gets two thirds of it. */
  readonly memoryMb: number;
  /** Of the processor, in ms: a busy machine refuses nothing that an idle one reads. */
  readonly cpuMs: number;
  /** Of the clock, in ms, for work that only waits. */
  readonly wallMs: number;
  /** How long its process is kept with nothing to do, in ms. Default: half a minute. */
  readonly idleMs?: number;
}

/** The work came to no end: it took too long, too much memory, or broke its process. */
export class OverLimit extends Error {
  constructor(readonly limit: 'time' | 'memory' | 'broken') {
    super(`over its limit: ${limit}`);
    this.name = 'OverLimit';
  }
}

/** What the child says of one piece. */
export type Answer =
  | { readonly done: unknown }
  | { readonly refused: string }
  | { readonly failed: string }
  | { readonly over: OverLimit['limit'] };

/** A process that has had nothing to do for so long is ended, unless its limits say otherwise. */
const IDLE_MS = 30_000;

/**
 * Does work of one kind in a process of its own, one piece after the other: whatever a stranger's bytes make a parser
 * do, this process goes on, and what costs too much ends alone. The process starts with the first piece, serves many,
 * keeps nothing running that has nothing else to do, and is given nothing of the environment, so no secret of the
 * office.
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
   * Input and output are copied by structured clone. What the work threw is thrown again, by its message alone.
   *
   * @throws OverLimit where a limit is passed; UserError where the work refuses by one
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
    const heapMb = Math.round((this.#limits.memoryMb * 2) / 3);
    const child = fork(compiled('system/confined-child'), [this.#module, JSON.stringify(this.#limits)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${heapMb}`, '--no-warnings'],
      env: {},
    });
    child.on('error', () => {});
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    this.#child = child;
    return child;
  }

  async #once(input: Input): Promise<Output> {
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    // While something is under way it keeps this process; idle, it keeps nobody.
    child.ref();
    child.channel?.ref();
    try {
      const answer = await answerOf(child, input, this.#limits.wallMs);
      if ('done' in answer) return answer.done as Output;
      if ('over' in answer) throw new OverLimit(answer.over);
      throw 'refused' in answer ? new UserError(answer.refused) : new Error(answer.failed);
    } catch (error) {
      if (error instanceof OverLimit) this.close();
      throw error;
    } finally {
      child.unref();
      child.channel?.unref();
      this.#idle = setTimeout(() => this.close(), this.#limits.idleMs ?? IDLE_MS).unref();
    }
  }
}

/** Never rejects: a child that ended without a word says by how it ended what it was over. */
function answerOf(child: ChildProcess, input: unknown, wallMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      clearTimeout(clock);
      child.off('message', end);
      child.off('exit', gone);
      resolve(answer);
    };
    const gone = (_code: number | null, signal: NodeJS.Signals | null) => end({ over: endedBy(signal) });
    const clock = setTimeout(() => end({ over: 'time' }), wallMs);
    child.on('message', end);
    child.on('exit', gone);
    child.send(input as object, (error) => {
      if (error) gone(null, null);
    });
  });
}

/** V8 ends a process whose heap is full by SIGABRT; the system, and the child itself, one that is too large by SIGKILL. */
function endedBy(signal: NodeJS.Signals | null): OverLimit['limit'] {
  if (signal === 'SIGVTALRM') return 'time';
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? 'memory' : 'broken';
}

/** The file of a module as Node can run it: sources that run uncompiled (tests) have theirs in `dist` beside them. */
function compiled(module: string): string {
  return ownFile(import.meta.url.endsWith('.ts') ? `dist/${module}.js` : `${module}.js`);
}
