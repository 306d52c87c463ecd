/* The process behind `Confined`: does the work of the module it is given, one piece after the other. */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { UserError } from '../dsl/user-error.ts';
import type { Answer, Limits } from './confined.ts';

type Work = (input: unknown) => Promise<unknown>;

const [module = '', limits = '{}'] = process.argv.slice(2);

/**
 * Looks at what a piece takes while the main thread may be busy for good, and ends the process by the signal that says
 * why. A thread of its own: a parser that loops lets no timer of the main thread run.
 */
const watch = new Worker(
  `
const { parentPort, workerData: { memoryMb, cpuMs } } = require('node:worker_threads');
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const end = (signal) => { try { process.kill(process.pid, signal); } catch { process.kill(process.pid, 'SIGKILL'); } };
let since = null;
parentPort.on('message', (isUnderWay) => { since = isUnderWay ? used() : null; });
setInterval(() => {
  if (since === null) return;
  if (process.memoryUsage.rss() > memoryMb * 1048576) end('SIGKILL');
  if (used() - since > cpuMs) end('SIGVTALRM');
}, 20);`,
  { eval: true, workerData: JSON.parse(limits) as Limits },
);
watch.unref();

// Listens before it loads: nothing that is sent meanwhile is lost.
const loaded = import(pathToFileURL(module).href) as Promise<{ readonly default: Work }>;

process.on('message', async (input: unknown) => {
  watch.postMessage(true);
  const answer = await answerTo(input);
  watch.postMessage(false);
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());

async function answerTo(input: unknown): Promise<Answer> {
  try {
    const { default: work } = await loaded;
    return { done: await work(input) };
  } catch (error) {
    if (error instanceof UserError) return { refused: error.message };
    // Memory outside V8's heap that was not to be had is an error like another.
    if (error instanceof RangeError && /allocation|array buffer|string length/i.test(error.message))
      return { over: 'memory' };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
