import { expect, test } from '@jest/globals';
import { CHECKER_VERSION } from '../../../dsl/proof/index.ts';
import { checkerDigest, filesFrom } from '../../../scripts/checker-digest.mjs';

test('the checker’s version is the digest of what it runs; `npm run checker-version` writes it anew', () => {
  expect(CHECKER_VERSION).toBe(checkerDigest());
});

test('whatever is imported for its values counts, however far; what is imported for its types does not', () => {
  const files: Readonly<Record<string, string>> = {
    'dsl/proof/index.ts': "export { check } from './check.ts';\nexport type { Finding } from './finding.ts';",
    'dsl/proof/check.ts':
      "import {\n  type Day,\n  addDays,\n} from '../time/day.ts';\nimport type { Policy } from './policy.ts';",
    'dsl/time/day.ts': 'export const A_DAY = 1;',
  };
  const read = (changed: Readonly<Record<string, string>>) => (file: string) => {
    const text = { ...files, ...changed }[file];
    if (text === undefined) throw new Error(`${file} was read`);
    return text;
  };
  expect([...filesFrom('dsl/proof/index.ts', read({}))]).toEqual(Object.keys(files));
  const was = checkerDigest(read({}));
  expect(checkerDigest(read({}))).toBe(was);
  expect(checkerDigest(read({ 'dsl/time/day.ts': 'export const A_DAY = 2;' }))).not.toBe(was);
});
