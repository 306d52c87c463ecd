/*
 * What we depend on at run time: its licences, from the lock file, and known advisories, where the registry answers.
 * Ends with 1 where a licence is not one we have agreed to, or an advisory of high weight is open; a registry that does
 * not answer is said, not failed.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Licences under which parts may go into a program under Apache-2.0. */
const AGREED =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|Zlib)$/;

/** Looked at by a person: data under CC-BY, the public domain in words a machine does not find. */
const LOOKED_AT = new Map([
  ['caniuse-lite', 'CC-BY-4.0'],
  ['unionfs', 'none'],
]);

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true);
const odd = [];
for (const [path, { license }] of shipped) {
  const words =
    license ?? JSON.parse(await readFile(`${path}/package.json`, 'utf8').catch(() => '{}')).license ?? 'none';
  // "(MIT OR GPL-3.0)": any of those that may be chosen; "(MIT AND Zlib)": all of them.
  const choices = String(words).replace(/[()]/g, '').split(' OR ');
  const agreed = choices.some((choice) => choice.split(' AND ').every((name) => AGREED.test(name.trim())));
  const seen = LOOKED_AT.get(path.split('node_modules/').at(-1) ?? '') === words;
  if (!agreed && !seen) odd.push(`${path}: ${words}`);
}
for (const line of odd) process.stdout.write(`licence not agreed to: ${line}\n`);
process.stdout.write(`licences: ${shipped.length} packages looked at, ${odd.length} not agreed to\n`);

const run = promisify(execFile);
const { stdout, stderr } = await run('npm', ['audit', '--omit=dev', '--json'], { timeout: 60_000 }).catch(
  (error) => error,
);
const counts = parsed(stdout)?.metadata?.vulnerabilities;
if (counts === undefined) {
  const why = (parsed(stdout)?.message ?? stderr ?? '').trim().split('\n')[0];
  process.stdout.write(`advisories: the registry does not answer, nothing is known (${why})\n`);
} else {
  process.stdout.write(
    `advisories: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low\n`,
  );
}
if (odd.length > 0 || (counts !== undefined && counts.critical + counts.high > 0)) process.exitCode = 1;

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
