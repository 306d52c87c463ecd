import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readingJson } from '../../cli/read/json.ts';
import type { Day } from '../../dsl/time/day.ts';
import { decodeNotice } from '../../notices/decode.ts';
import { DOCUMENT_FORMS, readDocument } from '../../notices/formats/index.ts';
import { readNotices } from '../../notices/index.ts';
import { calendar } from './support.ts';

/** Labelled documents of real offices and their scorer, where they lie beside the checkout. */
const CORPUS = join(process.cwd(), '..', 'shared', 'corpus');
const SCORER = join(process.cwd(), '..', 'shared', 'score', 'score_corpus.py');
const BUILT = join(process.cwd(), 'bin', 'dondoc.js');
const here = existsSync(CORPUS) && existsSync(SCORER) && existsSync(join(process.cwd(), 'dist', 'cli', 'main.js'));

interface Total {
  readonly required: number;
  readonly found: number;
  readonly read: number;
  readonly extra: number;
  readonly ready: number;
  readonly sure: number;
  readonly sure_n: number;
}

/** What `dondoc read --format json` answers, without a process for each document. */
async function answerTo(file: string, issued?: Day): Promise<object> {
  const bytes = readFileSync(file);
  const source = DOCUMENT_FORMS.includes(extname(file)) ? await readDocument(bytes, file) : decodeNotice(bytes, file);
  const notices = readNotices(source, { calendar, ...(issued === undefined ? {} : { issued }) });
  const text = typeof source === 'string' ? source : source.text;
  return readingJson({ text, notices: notices.map((n) => ({ ...n, review: { changes: [], confirmed: [] } })) });
}

/** The document that stands beside a label: `d01.json` → `d01.docx`; the form the scorer takes. */
function documentOf(label: string): string {
  const stem = join(CORPUS, label.replace(/\.json$/, ''));
  return ['.trim.txt', '.docx', '.doc', '.pdf', '.txt'].map((end) => stem + end).find((path) => existsSync(path)) ?? '';
}

let answers: string;
beforeAll(async () => {
  answers = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterAll(() => rm(answers, { recursive: true }));

(here ? test : test.skip)(
  'documents of real offices are read as well as before',
  async () => {
    const labels = readdirSync(CORPUS).filter((name) => /^[a-z]\d\d\.json$/.test(name));
    for (const label of labels) {
      const file = documentOf(label);
      const { anchor } = JSON.parse(readFileSync(join(CORPUS, label), 'utf8')) as { anchor?: Day };
      const answer = await answerTo(file).catch(() => answerTo(file, anchor));
      const kept = join(answers, file);
      await mkdir(dirname(kept), { recursive: true });
      await writeFile(kept, JSON.stringify(answer));
    }
    const json = execFileSync('python3', [SCORER, '--cmd', `cat ${answers}{file}`, '--json', CORPUS], {
      encoding: 'utf8',
    });
    const { total } = JSON.parse(json) as { total: Total };
    expect(total.ready / total.required).toBeGreaterThanOrEqual(0.95);
    expect(total.extra / total.read).toBeLessThanOrEqual(0.03);
    expect(total.sure / total.sure_n).toBeGreaterThanOrEqual(0.99);
  },
  300_000,
);

(here ? test : test.skip)('the command answers what the reading gives, as JSON and nothing else', async () => {
  const file = documentOf(readdirSync(CORPUS).find((name) => /^[a-z]\d\d\.json$/.test(name)) ?? '');
  const said = execFileSync(process.execPath, [BUILT, 'read', file, '--format', 'json'], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(await answerTo(file))));
});
