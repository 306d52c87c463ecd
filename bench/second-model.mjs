import { built, second } from './support/load.mjs';
import { say, whole } from './support/measure.mjs';

const MS_PER_HOUR = 3_600_000;

/** Random lives told by the engine of the built product and by the model of tests/second-model, from a seed on. */
export async function secondModel({ dist, seed = 1, rounds = 100_000, show = 3 }) {
  const { compare } = await second('against');
  const { preview } = await built('dsl/rules/index.js', dist);
  const start = performance.now();
  const hours = () => (performance.now() - start) / MS_PER_HOUR;
  let days = 0;
  let differences = 0;
  const tell = (lives) =>
    say(
      `${whole(lives)} lives, ${whole(days)} directive-days, ${whole(differences)} differences; ${whole(lives / hours())} lives and ${whole(days / hours())} directive-days an hour.`,
    );
  for (let lives = 1; lives <= rounds; lives++) {
    const compared = compare(preview, seed + lives - 1);
    days += compared.days;
    if (compared.difference !== undefined && ++differences <= show) say(compared.difference);
    if (lives % 20_000 === 0 && lives < rounds) tell(lives);
  }
  tell(rounds);
  if (differences > 0) process.exitCode = 1;
}
