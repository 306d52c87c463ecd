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

/**
 * Processor time from now on, ms: of Temporal's processes, of the database's where it has any, and of the workers: this
 * process, which is client and worker in one, and others beside it.
 */
export function meter({ pids, database }, workers = []) {
  const sum = (all) => all.reduce((ms, pid) => ms + cpuOf(pid), 0);
  const read = () => {
    const own = process.cpuUsage();
    const worker = (own.user + own.system) / 1000 + sum(workers);
    return { server: sum(pids()), database: database === undefined ? 0 : familyCpuOf(database()), worker };
  };
  const before = read();
  return () => {
    const now = read();
    return Object.fromEntries(Object.keys(now).map((part) => [part, now[part] - before[part]]));
  };
}

/** Linux counts a process's time in hundredths of a second; elsewhere the column stays empty. */
export function cpuOf(pid) {
  const fields = fieldsOf(pid);
  return fields === undefined ? Number.NaN : 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Of a process, of its children that are there, and of those that have ended. */
function familyCpuOf(parent) {
  const own = fieldsOf(parent);
  if (own === undefined) return Number.NaN;
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean);
  const ended = 10 * (Number(own[13]) + Number(own[14]));
  return children.reduce((ms, pid) => ms + (cpuOf(pid) || 0), cpuOf(parent) + ended);
}

/** Of /proc/PID/stat, what follows the name. */
function fieldsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return undefined;
  }
}

/** Memory that is a process's own and not files it reads, MB. */
export function residentMb(pid) {
  const [, kb = 'NaN'] = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

/** The share of sorted figures below which so many of a hundred lie. */
export function percentile(figures, of) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? Number.NaN;
}
