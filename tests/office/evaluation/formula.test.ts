import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  EXCUSING_ACTS,
  formulaFields,
  formulaText,
  loadFormula,
  quarterOf,
  readFormula,
  textOfFields,
  typedPeriod,
  writeFormula,
} from '../../../office/evaluation/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-danh-gia-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what ships is marked as an example, until the office writes its own', async () => {
  const file = join(folder, 'danh-gia.yaml');
  expect(await loadFormula(file)).toMatchObject({ isExample: true, taskPoints: 70, takes: { late: 25, returned: 25 } });
  const own = (await formulaText(file)).replace('isExample: true', '').replace('late: 25', 'late: 10');
  await writeFormula(file, own);
  expect(await loadFormula(file)).toMatchObject({ isExample: false, takes: { late: 10, returned: 25 } });
  // Refused, and what was there stays.
  await expect(writeFormula(file, 'taskPoints: nhiều')).rejects.toThrow('danh-gia.yaml: ');
  expect(await readFile(file, 'utf8')).toBe(own);
  await expect(loadFormula(join(folder, 'khong-co.yaml'), true)).rejects.toThrow('không có tệp này');
});

const GOOD = `source: Quy chế
taskPoints: 70
weights: { quantity: 1, quality: 1, progress: 1 }
takes: { late: 25, returned: 25 }
`;

test.each([
  ['a broken line', `${GOOD}bands: [`, /^a\.yaml:5: không phải YAML/],
  ['no weight at all', GOOD.replaceAll(/: 1\b/g, ': 0'), /trọng số phải lớn hơn 0/],
  ['more common points than there are', `${GOOD}common: { Sở Y tế: 31 }`, /“Sở Y tế” 31 điểm, nhiều hơn .*\(30\)/],
  ['bands that do not fall', `${GOOD}bands: [{ name: A, from: 50 }, { name: B, from: 70 }]`, /từ điểm cao xuống thấp/],
  ['a word that is none', `${GOOD}taskPoint: 3`, /taskPoints?/],
  ['an act there is not', `${GOOD}excusing: [tha-thu]`, /excusing\.0/],
  ['more than everything', GOOD.replace('late: 25', 'late: 125'), /takes\.late/],
])('%s is said in one line', (_, text, fault) => {
  expect(() => readFormula(text, 'a.yaml')).toThrow(fault);
});

test('a formula comes back from the form as it went in, whatever it says', () => {
  const hundredth = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((n) => n / 100);
  const name = fc.stringMatching(/^[A-ZĐÔ][a-zạếô :#'"-]{0,12}[a-z]$/);
  const formula = fc.record({
    source: fc.stringMatching(/^[A-ZĐ][a-zế0-9/:#'"{}-]{1,20}$/),
    isExample: fc.boolean(),
    taskPoints: fc.integer({ min: 100, max: 7_000 }).map((n) => n / 100),
    weights: fc.record({ quantity: hundredth(9), quality: hundredth(9), progress: hundredth(9) }),
    takes: fc.record({ late: hundredth(100), returned: hundredth(100) }),
    excusing: fc.subarray([...EXCUSING_ACTS]),
    products: fc.dictionary(name, hundredth(9), { maxKeys: 3, noNullPrototype: true }),
    common: fc.dictionary(name, hundredth(30), { maxKeys: 3, noNullPrototype: true }),
    bands: fc
      .uniqueArray(hundredth(100), { maxLength: 4 })
      .map((all) => all.sort((a, b) => b - a).map((from, i) => ({ name: `Loại ${i}`, from }))),
  });
  fc.assert(
    fc.property(formula, (one) => {
      expect(readFormula(textOfFields(formulaFields(one)), 'a.yaml')).toEqual(one);
    }),
    { numRuns: 100 },
  );
  const fields = formulaFields(readFormula(GOOD, 'a.yaml'));
  expect(() => textOfFields({ ...fields, common: 'Sở Y tế 25' })).toThrow('“Sở Y tế 25”: mỗi dòng ghi “tên: số”');
  expect(() => textOfFields({ ...fields, late: '1e3' })).toThrow('“1e3” không phải là số');
});

test('periods as people type them', () => {
  const days = (text: string) => {
    const period = typedPeriod(text);
    return period && [period.from, period.to, period.name];
  };
  expect(days('03/2025')).toEqual(['2025-03-01', '2025-03-31', 'tháng 03/2025']);
  expect(days('tháng 2/2024')).toEqual(['2024-02-01', '2024-02-29', 'tháng 02/2024']);
  for (const text of ['quý I/2025', 'Quy 1/2025', 'q1-2025']) expect(days(text)?.[1]).toBe('2025-03-31');
  expect(days('Quý IV/2025')).toEqual(['2025-10-01', '2025-12-31', 'quý IV/2025']);
  expect(days('năm 2025')).toEqual(['2025-01-01', '2025-12-31', 'năm 2025']);
  for (const text of ['', '13/2025', 'quý V/2025', 'tháng này']) expect(days(text)).toBeUndefined();
  expect(quarterOf('2025-11-30').name).toBe('quý IV/2025');
  // A name is a period again.
  for (const text of ['03/2025', 'quý II/2025', '2025']) expect(days(days(text)?.[2] ?? '')).toEqual(days(text));
});
