import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from '../support/measure.mjs';

const WRITES = 200;
const PAGE = Buffer.alloc(4096, 1);

/** What one page costs to append and synchronise on the disk of a folder, ms, the median of many. */
export function syncCost(folder) {
  const file = openSync(join(folder, 'sync'), 'w');
  try {
    const times = Array.from({ length: WRITES }, () => {
      const begin = performance.now();
      writeSync(file, PAGE);
      fsyncSync(file);
      return performance.now() - begin;
    });
    return median(times);
  } finally {
    closeSync(file);
  }
}
