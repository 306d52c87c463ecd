import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { say, whole } from './support/measure.mjs';

const MOST_MS = 1000;
/** A round this long is taken for a hang and its thread ended. */
const HANG_MS = 20_000;

/** Rounds of `tests/generators/fuzz.ts` in a thread that can be ended when it hangs. */
export async function fuzz({ dist, seed = 1, rounds = 10_000 }) {
  const faults = [];
  const slow = [];
  let next = seed;
  let done = 0;
  const start = performance.now();
  while (next < seed + rounds) {
    const from = next;
    next = await batch(from, seed + rounds, dist, (result) => {
      done++;
      if (result.fault) faults.push(`seed ${result.seed}: ${result.fault}`);
      slow.push({ seed: result.seed, ms: result.ms });
      slow.sort((a, b) => b.ms - a.ms);
      slow.length = Math.min(slow.length, 5);
      if (done % 10_000 === 0) say(`${whole(done)} rounds, ${faults.length} faults`);
    });
    if (next < seed + rounds) faults.push(`seed ${next - 1}: did not end in ${HANG_MS / 1000} s`);
  }
  for (const { seed: s, ms } of slow.filter((x) => x.ms > MOST_MS)) faults.push(`seed ${s}: ${ms.toFixed(0)} ms`);
  say(
    `${whole(done)} spoilt notices and byte strings from seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s: ${faults.length} faults.`,
  );
  say(`Slowest, ms of processor time: ${slow.map((x) => `${x.ms.toFixed(0)} (seed ${x.seed})`).join(', ')}`);
  for (const fault of faults.slice(0, 50)) say(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

/** Runs until the end or a hang; gives the seed to go on from. */
function batch(from, to, dist, take) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL('support/fuzz-worker.mjs', import.meta.url)), {
      workerData: { from, to, dist },
    });
    let at = from;
    let timer;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void worker.terminate();
        resolve(at + 1);
      }, HANG_MS);
    };
    watch();
    worker.on('message', (results) => {
      for (const result of results) take(result);
      at = results.at(-1).seed + 1;
      watch();
      if (at >= to) {
        clearTimeout(timer);
        resolve(to);
      }
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
