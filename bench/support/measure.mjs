import { readFileSync } from 'node:fs';

/** Middle of some figures. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds of a run: by the clock, and of the processor (which other work on the machine does not lengthen much). */
export function timed(run) {
  const before = process.cpuUsage();
  const start = performance.now();
  run();
  const wall = performance.now() - start;
  const used = process.cpuUsage(before);
  return { wall, cpu: (used.user + used.system) / 1000 };
}

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Columns, the first to the left and the rest to the right. */
export function table(head, rows) {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  for (const row of all)
    say(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}

export const whole = (n) => Math.round(n).toLocaleString('en-US');
export const percent = (part, all) => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`);

/** Processor time from now on, ms: of the server and of this process, which is client and worker in one. */
export function meter(pid) {
  const server = cpuOf(pid);
  const own = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(own);
    return { server: cpuOf(pid) - server, worker: (used.user + used.system) / 1000 };
  };
}

/** Linux counts a process's time in hundredths of a second; elsewhere the column stays empty. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}
