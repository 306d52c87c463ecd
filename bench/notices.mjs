import { generator, reader } from './support/load.mjs';
import { median, say, table, timed, whole } from './support/measure.mjs';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

/**
 * How long reading takes as texts grow, up to more than a file may have (8 MB). Growth is judged by processor time, which
 * other work on the machine lengthens least.
 */
export async function notices({ dist }) {
  const { readNotices, calendar } = await reader(dist);
  const { noticeOf } = await generator('notice');
  const texts = SIZES.map((size) => text(noticeOf, size));
  // Warm: the first reading compiles the code.
  for (let i = 0; i < 5; i++) readNotices(texts[1], { calendar });
  const rows = [];
  let last;
  for (const [k, source] of texts.entries()) {
    const bytes = Buffer.byteLength(source);
    const rounds = [21, 9, 5, 3][k];
    let directives = 0;
    const times = Array.from({ length: rounds }, () =>
      timed(() => {
        directives = readNotices(source, { calendar }).reduce((sum, n) => sum + n.directives.length, 0);
      }),
    );
    const wall = median(times.map((t) => t.wall));
    const cpu = median(times.map((t) => t.cpu));
    rows.push({ bytes, wall, cpu, directives, growth: last ? cpu / last.cpu / (bytes / last.bytes) : null });
    last = rows.at(-1);
  }
  table(
    ['bytes', 'directives', 'ms', 'ms of processor', 'MB/s', '× 10 text'],
    rows.map((r) => [
      whole(r.bytes),
      whole(r.directives),
      r.wall.toFixed(1),
      r.cpu.toFixed(1),
      (r.bytes / 1e3 / r.wall).toFixed(2),
      r.growth === null ? '' : `× ${(10 * r.growth).toFixed(1)}`,
    ]),
  );
  const worst = Math.max(...rows.flatMap((r) => (r.growth === null ? [] : [r.growth])));
  say(
    worst <= 1.5
      ? `Linear: ten times the text takes at most ${(10 * worst).toFixed(1)} times as long.`
      : `NOT linear: ten times the text takes up to ${(10 * worst).toFixed(1)} times as long.`,
  );
  const mega = rows[2];
  say(
    `A notice of 1 MB: ${(mega.wall / 1000).toFixed(2)} s by the clock, ${(mega.cpu / 1000).toFixed(2)} s of processor time (${mega.cpu < 1000 ? 'under' : 'NOT under'} a second).`,
  );
}

/** One notice of about so many bytes: the tasks of many, under one header and before one signature. */
function text(noticeOf, size) {
  const parts = (seed) => {
    const { text: whole } = noticeOf(seed);
    const from = whole.indexOf('\nII. ') + 1;
    const to = whole.lastIndexOf('\nNơi nhận:');
    return { head: whole.slice(0, from), tasks: whole.slice(from, to), tail: whole.slice(to) };
  };
  const { head, tail } = parts(1);
  let body = '';
  let bytes = 0;
  for (let seed = 1; bytes < size - 3000; seed++) {
    const { tasks } = parts(seed);
    body += tasks;
    bytes += Buffer.byteLength(tasks);
  }
  return head + body + tail;
}
