import { say, table } from '../support/measure.mjs';

/** One side and another in turns, each first as often as second: what else the machine does changes by the minute. */
export function inTurns(a, b) {
  return [a, b, b, a, a, b, b, a];
}

/** A line for each side of a storm, the means of its runs; a column for the database where there is one. */
export function tellRuns(title, named) {
  const hasDatabase = named.some(([, runs]) => runs.some((f) => f.stepping.database > 0));
  const parts = ['server', ...(hasDatabase ? ['database'] : []), 'worker'];
  const columns = ['start', 'step'].flatMap((what) =>
    parts.map((part, i) => (i === 0 ? `ms a ${what}: ${part}` : part)),
  );
  table(
    [title, 'runs', 'starts a second', 'last row after', 'late starts', ...columns],
    named.map(([name, runs]) => {
      const mean = (pick) => meanOf(runs, pick);
      return [
        name,
        runs.length,
        mean((f) => f.startsASecond).toFixed(1),
        `${(mean((f) => f.lastRowMs) / 1000).toFixed(1)} s`,
        runs.some((f) => f.lateStarts) ? 'yes' : 'no',
        ...['starting', 'stepping'].flatMap((phase) => parts.map((part) => mean((f) => f[phase][part]).toFixed(1))),
      ];
    }),
  );
}

function meanOf(runs, pick) {
  return runs.reduce((sum, f) => sum + pick(f), 0) / runs.length;
}

/** Ratios, of which more is better. */
export function beside(name, mine, others, aim = 0.95) {
  const cpu = (phase) => (f) => Object.values(f[phase]).reduce((sum, ms) => sum + ms, 0);
  const faster = (pick) => meanOf(others, pick) / meanOf(mine, pick);
  const ratios = [
    ['starts a second', 1 / faster((f) => f.startsASecond)],
    ['speed to the last row', faster((f) => f.lastRowMs)],
    ['processor time a start', faster(cpu('starting'))],
    ['processor time a step', faster(cpu('stepping'))],
  ];
  say(`beside ${name} (aim ${aim}): ${ratios.map(([what, r]) => `${what} ${r.toFixed(2)}`).join(', ')}`);
}
