import { Worker } from 'node:worker_threads';
import { UserError } from '../dsl/user-error.ts';
import type { ContainedLimits, Message } from './run-contained.ts';

/**
 * Looks at what the process takes while its main thread may be busy for good, and ends it. A thread of its own: a parser
 * that loops lets no timer of the main thread run.
 */
const WATCH = `
const { writeSync } = require('node:fs');
const { workerData: { memoryMb, cpuSeconds } } = require('node:worker_threads');
const end = (why) => { try { writeSync(2, 'dondoc:' + why); } catch {} process.kill(process.pid, 'SIGKILL'); };
setInterval(() => {
  if (process.memoryUsage.rss() > memoryMb * 1048576) end('memory');
  const { user, system } = process.cpuUsage();
  if (user + system > cpuSeconds * 1e6) end('time');
}, 20);`;

/** A child's program: waits for its input, answers, and ends with its parent. */
export function answerContained<Input, Progress = never>(
  work: (input: Input, progress: (value: Progress) => void) => Promise<unknown>,
): void {
  const limits = JSON.parse(process.env['DONDOC_CONTAINED'] ?? '{}') as ContainedLimits;
  new Worker(WATCH, { eval: true, workerData: limits }).unref();
  const send = (message: Message): void => {
    process.send?.(message);
  };
  process.on('disconnect', () => process.exit());
  process.once('message', async ({ input }: { input: Input }) => {
    try {
      send({ kind: 'answer', value: await work(input, (value) => send({ kind: 'progress', value })) });
    } catch (error) {
      if (error instanceof UserError) send({ kind: 'refused', message: error.message });
      else if (error instanceof RangeError && /allocation|array buffer|string length/i.test(error.message)) {
        process.stderr.write('dondoc:memory');
        process.exit(1);
      } else send({ kind: 'failed' });
    }
  });
}
