/** @slow reads spoilt files in a process of its own */
import { afterAll, describe, expect, test } from '@jest/globals';
import { readDocument } from '../../../notices/formats/index.ts';
import { Confined, OverLimit } from '../../../system/confined.ts';
import { sampleFiles } from './samples.ts';
import { spoiltFile } from './spoil.ts';

const ROUNDS = 80;
/** Another part of the ground at each run; a fault names its seed. The large number: `npm run bench -- fuzz-files`. */
const FROM = Math.floor(Math.random() * 1_000_000_000);

interface Answer {
  readonly kind: string;
  readonly form: string;
  readonly fault?: string;
}
const child = new Confined<{ seed: number }, Answer>(
  new URL('../../../bench/support/fuzz-files-child.mjs', import.meta.url),
  { memoryMb: 700, cpuMs: 10_000, wallMs: 120_000 },
);
afterAll(() => child.close());

describe('spoilt files', () => {
  test(`${ROUNDS} from seed ${FROM} are read or refused in a line, with spans inside their text`, async () => {
    const faults: string[] = [];
    for (let seed = FROM; seed < FROM + ROUNDS; seed++) {
      const { fault } = await child.run({ seed }).catch((error: unknown) => {
        // What is ended at a limit is refused; a process that breaks is not.
        const isRefused = error instanceof OverLimit && error.limit !== 'broken';
        return { fault: isRefused ? undefined : String(error) };
      });
      if (fault) faults.push(`seed ${seed}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test('are spoilt versions of files that are read', async () => {
    const samples = await sampleFiles();
    for (const { form, bytes } of samples.filter((s) => s.form !== 'xlsx')) {
      const { text } = await readDocument(bytes, `mau.${form}`);
      expect(text).toContain('Sở Nông nghiệp và Môi trường');
    }
    const forms = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) forms.add((await spoiltFile(seed, samples)).form);
    expect([...forms].sort()).toEqual(['doc', 'docx', 'pdf', 'rtf', 'xlsx']);
  });
});
