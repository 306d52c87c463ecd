/** Logistic regression over signs that hold or do not, small enough to be read: one weight a sign. */

const STEPS = 400;
/** Pull towards no weight: a sign seen ten times may not say more than ten times can. */
const PULL = 1.5;

/** @param cases [{ signs: string[], right: boolean }] → { always, sign: weight } */
export function learn(cases) {
  const names = ['always', ...new Set(cases.flatMap((c) => c.signs))];
  const index = new Map(names.map((n, i) => [n, i]));
  const rows = cases.map((c) => ({ at: [0, ...c.signs.map((s) => index.get(s))], right: c.right ? 1 : 0 }));
  const w = new Array(names.length).fill(0);
  // Newton's method on the diagonal: deterministic, and quick enough for a few thousand cases.
  for (let step = 0; step < STEPS; step++) {
    // One case right and one wrong of which nothing is seen: what never failed may fail yet.
    const blank = 1 / (1 + Math.exp(-w[0]));
    const slope = w.map((x, i) => (i === 0 ? 1 - 2 * blank : -PULL * x));
    const bend = w.map((_, i) => (i === 0 ? 2 * blank * (1 - blank) : PULL));
    for (const { at, right } of rows) {
      const p = 1 / (1 + Math.exp(-at.reduce((sum, i) => sum + w[i], 0)));
      for (const i of at) {
        slope[i] += right - p;
        bend[i] += p * (1 - p);
      }
    }
    for (let i = 0; i < w.length; i++) w[i] += (0.3 * slope[i]) / bend[i];
  }
  return Object.fromEntries(names.map((n, i) => [n, w[i]]));
}

export function probability(model, signs) {
  const sum = signs.reduce((all, s) => all + (model[s] ?? 0), model.always);
  return 1 / (1 + Math.exp(-sum));
}

/** What is said of each case by a fit on all groups but its own. */
export function heldOut(cases) {
  const groups = [...new Set(cases.map((c) => c.group))];
  return groups.flatMap((group) => {
    const model = learn(cases.filter((c) => c.group !== group));
    return cases.filter((c) => c.group === group).map((c) => [c, probability(model, c.signs)]);
  });
}

const BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.001];

/** How many of what was said between two bounds were right. */
export function calibration(cases) {
  return BOUNDS.slice(1).flatMap((to, k) => {
    const from = BOUNDS[k];
    const within = cases.filter((c) => c.said >= from && c.said < to);
    const said = within.reduce((sum, c) => sum + c.said, 0) / within.length;
    const right = within.filter((c) => c.right).length;
    return within.length === 0 ? [] : [{ from, to: Math.min(to, 1), said, right, count: within.length }];
  });
}

const SIZE = 360;
const EDGE = 44;
const FROM = 0.4;

/** The curve as a picture: what was said against what was right, a dot's size by how many. */
export function drawCurve(curve) {
  const x = (p) => EDGE + ((Math.max(p, FROM) - FROM) / (1 - FROM)) * (SIZE - 2 * EDGE);
  const y = (p) => SIZE - x(p);
  const ticks = [0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const dots = curve.map(({ said, right, count }) => ({ said, real: right / count, r: 2 + Math.sqrt(count) / 3 }));
  const path = dots.map((d) => `${x(d.said).toFixed(1)},${y(d.real).toFixed(1)}`).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="10">
<title>What was said against what was right</title>
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
${ticks.map((t) => `<path d="M${x(t)} ${y(FROM)}V${y(1)}M${x(FROM)} ${y(t)}H${x(1)}" stroke="#ddd"/><text x="${x(t)}" y="${SIZE - EDGE + 14}" text-anchor="middle">${100 * t} %</text><text x="${EDGE - 6}" y="${y(t) + 3}" text-anchor="end">${100 * t} %</text>`).join('\n')}
<path d="M${x(FROM)} ${y(FROM)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="4 3"/>
<polyline points="${path}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>
${dots.map((d) => `<circle cx="${x(d.said).toFixed(1)}" cy="${y(d.real).toFixed(1)}" r="${d.r.toFixed(1)}" fill="#1f5fa8" fill-opacity="0.55"/>`).join('\n')}
<text x="${SIZE / 2}" y="${SIZE - 8}" text-anchor="middle">said</text>
<text x="12" y="${SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 ${SIZE / 2})">right</text>
</svg>
`;
}
