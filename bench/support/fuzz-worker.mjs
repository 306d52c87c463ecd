import { parentPort, workerData } from 'node:worker_threads';
import { generator, reader } from './load.mjs';

const { from, to, dist } = workerData;
const { fuzzRound } = await generator('fuzz');
const readers = await reader(dist);
const BATCH_MS = 250;

let results = [];
let sent = performance.now();
for (let seed = from; seed < to; seed++) {
  const before = process.cpuUsage();
  const fault = fuzzRound(seed, readers);
  const used = process.cpuUsage(before);
  results.push({ seed, fault, ms: (used.user + used.system) / 1000 });
  if (fault || performance.now() - sent > BATCH_MS || seed === to - 1) {
    parentPort.postMessage(results);
    results = [];
    sent = performance.now();
  }
}
