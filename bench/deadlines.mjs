import { chronoDays, referenceOf } from './support/chrono.mjs';
import { reader } from './support/load.mjs';
import { median, percent, say, table, timed, whole } from './support/measure.mjs';
import { latest, phraseSets } from './support/phrases.mjs';

const ROUNDS = 7;
const AIM = 50_000;

/** Our reader and chrono-node's Vietnamese locale, turn by turn on the same phrases in one process. */
export async function deadlines({ dist, count }) {
  const { readDeadlines, calendar } = await reader(dist);
  for (const { name, phrases } of await phraseSets(count ?? 6000)) {
    // Many passes over a small set, so that a round is long enough to time.
    const passes = Math.max(1, Math.ceil(6000 / phrases.length));
    const contexts = phrases.map((x) => ({ anchor: x.anchor, calendar }));
    const references = phrases.map((x) => referenceOf(x.anchor));
    const readers = [
      {
        name: 'Đôn Đốc',
        day: (i) => latest(readDeadlines(phrases[i].text, contexts[i]).flatMap((d) => (d.due ? [d.due] : []))),
      },
      { name: 'chrono-node vi', day: (i) => latest(chronoDays(phrases[i].text, references[i]).map((d) => d.last)) },
    ];
    const times = readers.map(() => ({ wall: [], cpu: [] }));
    const all = (day) => {
      for (let pass = 0; pass < passes; pass++) for (let i = 0; i < phrases.length; i++) day(i);
    };
    for (const { day } of readers) all(day);
    for (let round = 0; round < ROUNDS; round++)
      readers.forEach(({ day }, k) => {
        const { wall, cpu } = timed(() => all(day));
        times[k].wall.push(wall);
        times[k].cpu.push(cpu);
      });
    const rate = (ms) => (1000 * passes * phrases.length) / ms;
    const right = readers.map(({ day }) => phrases.filter((x, i) => day(i) === x.due).length);
    const length = phrases.reduce((sum, x) => sum + x.text.length, 0) / phrases.length;
    say(`${name} phrases (${whole(length)} characters each), median of ${ROUNDS} rounds in turn`);
    table(
      ['', 'phrases/s', 'phrases/s of processor time', 'exact day'],
      readers.map((r, k) => [
        r.name,
        whole(rate(median(times[k].wall))),
        whole(rate(median(times[k].cpu))),
        percent(right[k], phrases.length),
      ]),
    );
    // Of processor time: a busy machine slows the clock's figure and not the reader.
    const [ours, theirs] = times.map((t) => rate(median(t.cpu)));
    say(`${(ours / theirs).toFixed(2)} × chrono's speed; ${ours >= AIM ? 'reaches' : 'below'} ${whole(AIM)} a second`);
    say();
  }
}
