import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Labelled documents of real offices and their scorer, where they lie beside the checkout. */
const CORPUS = join(process.cwd(), '..', 'shared', 'corpus');
const SCORER = join(process.cwd(), '..', 'shared', 'score', 'score_corpus.py');
const BUILT = join(process.cwd(), 'bin', 'dondoc.js');
const present = existsSync(CORPUS) && existsSync(SCORER) && existsSync(join(process.cwd(), 'dist', 'cli', 'main.js'));

interface Total {
  readonly required: number;
  readonly found: number;
  readonly read: number;
  readonly extra: number;
  readonly ready: number;
  readonly sure: number;
  readonly sure_n: number;
}

(present ? test : test.skip)(
  'documents of real offices are read as well as before',
  () => {
    const cmd = `${process.execPath} ${BUILT} read {file} --format json`;
    const json = execFileSync('python3', [SCORER, '--cmd', cmd, '--json', CORPUS], { encoding: 'utf8' });
    const { total } = JSON.parse(json) as { total: Total };
    expect(total.ready / total.required).toBeGreaterThanOrEqual(0.95);
    expect(total.extra / total.read).toBeLessThanOrEqual(0.03);
    expect(total.sure / total.sure_n).toBeGreaterThanOrEqual(0.99);
  },
  300_000,
);
