import { fork } from 'node:child_process';
import { UserError } from '../dsl/user-error.ts';
import { ownFile } from './own-files.ts';

/** What a child may take before it is ended. */
export interface ContainedLimits {
  /** Of the whole process, in megabytes; V8's own heap gets two thirds of it. */
  readonly memoryMb: number;
  /** Of processor time, in seconds: a busy machine refuses nothing that an idle one reads. */
  readonly cpuSeconds: number;
  /** Of the clock, in seconds, for a child that only waits. */
  readonly clockSeconds: number;
}

/** What a child said before its answer, and what it answers. */
export interface Contained<Progress> {
  readonly onProgress?: (progress: Progress) => void;
}

/** A child that was ended for what it took, or that died. */
export class ContainedFailure extends Error {
  constructor(readonly why: 'memory' | 'time' | 'died') {
    super(`contained work ended: ${why}`);
  }
}

/** What travels between the two processes. */
export type Message =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'progress'; readonly value: unknown };

/**
 * Has a stranger's bytes worked on in a process of its own: whatever they make a parser do, this process goes on.
 *
 * @param module the child's program as a path below the checkout without its ending, `notices/formats/child`; it calls
 * `answerContained`
 * @throws UserError with the child's own words where it refuses; ContainedFailure
 */
export async function runContained<Answer, Progress = never>(
  module: string,
  input: unknown,
  limits: ContainedLimits,
  { onProgress }: Contained<Progress> = {},
): Promise<Answer> {
  const child = fork(programOf(module), [], {
    execArgv: [`--max-old-space-size=${Math.round((limits.memoryMb * 2) / 3)}`, '--no-warnings'],
    env: { DONDOC_CONTAINED: JSON.stringify(limits) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString('latin1')}`.slice(-LAST_WORDS);
  });
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.clockSeconds * 1000);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      child.on('message', (message: Message) => {
        if (message.kind === 'answer') resolve(message.value as Answer);
        else if (message.kind === 'refused') reject(new UserError(message.message));
        else if (message.kind === 'progress') onProgress?.(message.value as Progress);
        else reject(new ContainedFailure('died'));
      });
      child.on('error', () => reject(new ContainedFailure('died')));
      child.on('close', () => reject(new ContainedFailure(late ? 'time' : lastWordsMean(words))));
      child.send({ input }, (error) => {
        if (error) reject(new ContainedFailure('died'));
      });
    });
  } finally {
    clearTimeout(clock);
    child.kill('SIGKILL');
  }
}

/** How much of what a dying child says is kept. */
const LAST_WORDS = 4000;

function lastWordsMean(words: string): ContainedFailure['why'] {
  if (/dondoc:memory|heap out of memory|Array buffer allocation failed/.test(words)) return 'memory';
  return words.includes('dondoc:time') ? 'time' : 'died';
}

/** The compiled program: sources that run uncompiled (tests) have theirs in `dist` beside them. */
function programOf(module: string): string {
  return ownFile(import.meta.url.endsWith('.ts') ? `dist/${module}.js` : `${module}.js`);
}
