import { built } from './support/load.mjs';
import { say, whole } from './support/measure.mjs';

/** As a document of such a size is given by `notices/file.ts`, and a bit for what spoils it. */
const LIMITS = { memoryMb: 700, cpuMs: 10_000, wallMs: 120_000 };
const MOST_MS = 3000;

/** Spoilt files of every form, each read in a process that can be ended, within limits of time and memory. */
export async function fuzzFiles({ dist, seed = 1, rounds = 1000, from }) {
  const { Confined, OverLimit } = await built('system/confined.js', dist);
  const child = new Confined(new URL('support/fuzz-files-child.mjs', import.meta.url), LIMITS);
  await child.run({ seed: null, dist, from });
  const counts = {};
  const faults = [];
  const slow = [];
  const ended = [];
  const start = performance.now();
  for (let s = seed; s < seed + rounds; s++) {
    try {
      const { form, kind, fault, ms } = await child.run({ seed: s, dist, from });
      counts[form] ??= { read: 0, refused: 0, pictures: 0 };
      counts[form][kind]++;
      slow.push({ s, form, ms });
      slow.sort((a, b) => b.ms - a.ms);
      slow.length = Math.min(slow.length, 5);
      if (fault) faults.push(`seed ${s} (.${form}): ${fault}`);
      else if (ms > MOST_MS) faults.push(`seed ${s} (.${form}): ${ms.toFixed(0)} ms`);
    } catch (error) {
      // What a parser makes of bytes without end is ended and refused by the process around it: an answer, to be looked at.
      if (error instanceof OverLimit && error.limit !== 'broken') ended.push(`seed ${s}: ${error.limit}`);
      else faults.push(`seed ${s}: ${error.message}`);
    }
    if ((s - seed + 1) % 1000 === 0)
      say(`${whole(s - seed + 1)} rounds, ${faults.length} faults, ${JSON.stringify(counts)}`);
  }
  child.close();
  say(
    `${whole(rounds)} spoilt files from seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s: ${faults.length} faults.`,
  );
  for (const [form, { read, refused, pictures }] of Object.entries(counts))
    say(`  .${form}: ${whole(read)} read, ${whole(refused)} refused, ${whole(pictures)} to be looked at`);
  say(`Ended at a limit of the process and so refused: ${ended.length}. ${ended.slice(0, 20).join('; ')}`);
  say(`Slowest, ms of processor time: ${slow.map((x) => `${x.ms.toFixed(0)} (seed ${x.s}, .${x.form})`).join(', ')}`);
  for (const fault of faults.slice(0, 50)) say(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
