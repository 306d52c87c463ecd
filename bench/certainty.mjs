import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { built, reader } from './support/load.mjs';
import { calibration, drawCurve, heldOut, learn } from './support/logistic.mjs';
import { percent, say, table } from './support/measure.mjs';

const PARTS = ['lead', 'days', 'order'];
const ROOT = new URL('../', import.meta.url);

/**
 * Learns the weights of what is seen of a reading (`notices/directives/signs.ts`), each document held out of the fit
 * that judges it, and says how often a reading of such a certainty is right.
 *
 * @param options.labels folders with labelled documents (default bench/reading), or with answers kept of a reader that
 * had not seen the documents: NN.json with `text`, `label` and `notices`. Where there are such, the curve and the caution
 * are theirs alone; readings by rules made on a document are learned from and prove nothing.
 * @param options.write write the weights and the curve into the checkout
 */
export async function certainty({ dist, labels = 'bench/reading', write = false }) {
  const { readNotices, calendar } = await reader(dist);
  const { signsOf } = await built('notices/directives/signs.js', dist);
  const { gradesOf } = await import(new URL('tests/notices/label-score.ts', ROOT).href);
  const documents = labels
    .split(',')
    .flatMap((folder) => documentsOf(folder, (text) => readNotices(text, { calendar })));
  const kept = documents.some((d) => d.first);
  const graded = documents.flatMap(({ id, first, text, label, notices }) =>
    gradesOf(
      text,
      label,
      notices.flatMap((n) => n.directives),
    ).map((g) => ({ ...g, id, judged: first || !kept, signs: signsOf(g.read, text) })),
  );
  const models = {};
  const said = new Map(graded.map((g) => [g, {}]));
  for (const part of PARTS) {
    const cases = graded
      .filter((g) => g[part] !== null)
      .map((g) => ({ of: g, group: g.id, signs: g.signs[part], right: g[part] }));
    models[part] = learn(cases);
    for (const [c, p] of heldOut(cases)) said.get(c.of)[part] = p;
    say(`${part}: right ${percent(cases.filter((c) => c.right).length, cases.length)}`);
    table(
      ['sign', 'weight', 'seen', 'wrong'],
      Object.entries(models[part]).map(([sign, weight]) => {
        const seen = cases.filter((c) => sign === 'always' || c.signs.includes(sign));
        return [sign, weight.toFixed(2), String(seen.length), String(seen.filter((c) => !c.right).length)];
      }),
    );
  }
  const told = graded
    .filter((g) => g.judged)
    .map((g) => ({
      said: Math.min(...PARTS.map((p) => said.get(g)[p] ?? 1)),
      right: g.order && g.lead && g.days === true,
    }));
  const caution = cautionFor(told);
  const whole = told.map((x) => ({ ...x, said: cautious(x.said, caution) }));
  say(
    `All three right, by the least of what was said, each document held out of the fit; ${caution.toFixed(2)} taken off the log odds, so that what is said with 90 % is right in 98 of 100:`,
  );
  const curve = calibration(whole);
  table(
    ['said', 'directives', 'right'],
    curve.map((x) => [
      `${Math.round(100 * x.from)}–${Math.round(100 * x.to)} %`,
      String(x.count),
      percent(x.right, x.count),
    ]),
  );
  const sure = whole.filter((x) => x.said >= SURE);
  say(
    `Sure ${percent(sure.length, whole.length)}, of these right ${percent(sure.filter((x) => x.right).length, sure.length)}.`,
  );
  if (!write) return;
  writeFileSync(new URL('notices/directives/certainty-weights.ts', ROOT), weightsFile(models, caution));
  writeFileSync(new URL('docs/pictures/certainty.svg', ROOT), drawCurve(curve));
}

const SURE = 0.9;
const RIGHT = 0.98;
const LEAST_SURE = 50;

/** Log odds to take off so that of what is still said with 90 % and more, held out, 98 of 100 are right. */
function cautionFor(told) {
  for (let caution = 0; caution < 4; caution += 0.02) {
    const sure = told.filter((x) => cautious(x.said, caution) >= SURE);
    if (sure.length < LEAST_SURE || sure.filter((x) => x.right).length >= RIGHT * sure.length) return caution;
  }
  return 4;
}

function cautious(p, caution) {
  return 1 / (1 + ((1 - p) / p) * Math.exp(caution));
}

function documentsOf(folder, read) {
  return readdirSync(folder)
    .filter((f) => /^[a-z]\d\d\.json$/.test(f))
    .map((f) => {
      const id = basename(f, '.json');
      const known = JSON.parse(readFileSync(join(folder, f), 'utf8'));
      if (known.notices) return { id, first: true, ...known };
      const path = join(folder, f.replace('.json', '.txt'));
      if (!existsSync(path)) return null;
      const text = readFileSync(path, 'utf8');
      return { id, first: false, text, label: known, notices: read(text) };
    })
    .filter((d) => d !== null);
}

function weightsFile(models, caution) {
  const lines = PARTS.flatMap((part) => [
    `  ${part}: {`,
    ...Object.entries(models[part]).map(
      ([sign, w]) => `    ${/^\w+$/.test(sign) ? sign : `'${sign}'`}: ${Number(w.toFixed(2))},`,
    ),
    '  },',
  ]);
  return `/** Learned by \`npm run bench -- certainty\`; see bench/reading/README.md. Log odds: a part is right by 1 / (1 + e^-sum). */
export const CERTAINTY_WEIGHTS: Record<'lead' | 'days' | 'order', Readonly<Record<string, number>>> = {
${lines.join('\n')}
};

/** Taken off every sum: what is said with 90 % was right in 98 of 100 on documents held out of the fit. */
export const CAUTION = ${caution.toFixed(2)};
`;
}
