import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { endOfDay, instantAt } from '../../../dsl/time/day.ts';
import { evaluationDocument } from '../../../office/evaluation/document.ts';
import { evaluationOf } from '../../../office/evaluation/evaluate.ts';
import { annexJson, typedPeriod } from '../../../office/evaluation/index.ts';
import { pointsOf } from '../../../office/evaluation/points.ts';
import { CRITERIA } from '../../../office/evaluation/product.ts';
import { reportDocx } from '../../../office/report/document.ts';
import { reportWorkbook } from '../../../office/report/workbook.ts';
import { express, noDeadline, standard } from '../../../policies/index.ts';
import { EMPTY_DIRECTORY } from '../../../register/index.ts';
import { randomActs } from '../../../rehearsal/random-acts.ts';
import { act, approve, FORMULA, judged, lead, office, submit } from './support.ts';

/* Agencies and people judged from the log: by hand, and by laws over what people happen to do. */

const PERIOD = typedPeriod('quý I/2025');
if (!PERIOD) throw new Error('no period');
const AS_OF = endOfDay('2025-04-30') - 1;
const NAMES = { directory: EMPTY_DIRECTORY, operators: new Map([['op-1', 'Lê Hà']]) };

const of = (...all: Parameters<typeof judged>[0][]) => evaluationOf(all.map(judged), FORMULA, PERIOD, AS_OF);
const only = (life: Omit<Parameters<typeof judged>[0], 'asOf'>) => {
  const [product] = of({ ...life, asOf: AS_OF }).products;
  if (!product) throw new Error('no product');
  return { left: product.left, why: product.deductions.map((one) => one.why), excuses: product.excuses };
};

describe('one product', () => {
  test('in time and taken at once keeps everything', () => {
    expect(only({ acts: [submit('2025-03-28'), approve('2025-04-03')] })).toEqual({
      ...{ left: { quantity: 100, quality: 100, progress: 100 }, why: [], excuses: [] },
    });
  });

  test('a deadline that passed takes from progress, a return from quality, each with its day', () => {
    const acts = [
      submit('2025-04-04'),
      act('2025-04-07', { type: 'return', by: office, reason: 'Thiếu phụ lục' }),
      submit('2025-04-09'),
      approve('2025-04-10'),
    ];
    const { left, why } = only({ acts });
    expect({ left, why }).toEqual({ left: { quantity: 100, quality: 75, progress: 75 }, why: ['late', 'returned'] });
  });

  test('more time granted before the deadline is no lateness; granted after it, an excuse with who gave it', () => {
    const ask = (day: string) => act(day, { type: 'ask-extension', by: lead, due: '2025-03-20', reason: 'Chờ góp ý' });
    const grant = (day: string) => act(day, { type: 'grant-extension', by: office });
    const done = [submit('2025-03-19'), approve('2025-03-20')];
    const early = only({ due: '2025-03-10', acts: [ask('2025-03-06'), grant('2025-03-07'), ...done] });
    expect(early).toEqual({ left: { quantity: 100, quality: 100, progress: 100 }, why: [], excuses: [] });
    const acts = [ask('2025-03-10'), grant('2025-03-12'), ...done];
    const late = only({ due: '2025-03-10', acts });
    expect(late).toMatchObject({ left: { progress: 100 }, why: [], excuses: [{ passed: endOfDay('2025-03-10') }] });
    const { tables } = evaluationDocument(of({ due: '2025-03-10', acts, asOf: AS_OF }), NAMES, new Map());
    const excuse = tables.find(({ title }) => title.startsWith('Nguyên nhân'));
    expect(excuse?.rows[0]?.slice(4)).toEqual([
      ...['10/03/2025', 'Đồng ý gia hạn', 'Chờ góp ý', expect.stringContaining('Lê Hà'), '12/03/2025'],
    ]);
    // What confirms is the office's to say.
    const strict = evaluationOf(
      [judged({ due: '2025-03-10', acts, asOf: AS_OF })],
      { ...FORMULA, excusing: [] },
      PERIOD,
      AS_OF,
    );
    expect(strict.products[0]?.left.progress).toBe(75);
  });

  test('each deadline that passes is one lateness, however long it is missed', () => {
    const acts = [
      act('2025-03-17', { type: 'change-deadline', by: office, due: '2025-03-25', reason: 'Theo đề nghị' }),
      submit('2025-04-15'),
      approve('2025-04-16'),
    ];
    const strict = { ...FORMULA, excusing: [] };
    const { products } = evaluationOf([judged({ due: '2025-03-10', acts, asOf: AS_OF })], strict, PERIOD, AS_OF);
    expect(products[0]?.left.progress).toBe(50);
  });

  test('without a result nothing is left; waiting for approval, suspended or cancelled, it is not judged', () => {
    expect(only({ acts: [] }).left).toEqual({ quantity: 0, quality: 0, progress: 0 });
    const reason = 'Chờ Luật';
    const { products, leftOut } = of(
      { id: 'x/1', acts: [submit('2025-04-25')], asOf: AS_OF },
      { id: 'x/2', acts: [act('2025-03-20', { type: 'suspend', by: office, reason })], asOf: AS_OF },
      { id: 'x/3', acts: [act('2025-03-20', { type: 'cancel', by: office, reason })], asOf: AS_OF },
    );
    expect(products).toEqual([]);
    expect(Object.values(leftOut).map((those) => those.length)).toEqual([1, 1, 1, 0]);
  });
});

test('percentages are of converted products, points of the formula, and bands need the common criteria', () => {
  const done = [submit('2025-03-28'), approve('2025-04-01')];
  const late = [submit('2025-04-03'), approve('2025-04-04')];
  const evaluation = of(
    { id: 'x/1', acts: done, asOf: AS_OF, policy: express, person: 'Trần An' },
    { id: 'x/2', acts: late, asOf: AS_OF, person: 'Lê Bình' },
    { id: 'x/3', acts: [], asOf: AS_OF, person: 'Lê Bình' },
    { id: 'x/4', acts: late, asOf: AS_OF, agency: 'Sở Xây dựng' },
  );
  const [building, health] = evaluation.agencies;
  // An urgent one is two products: 2 done in time, 1 late, 1 not done.
  expect(health).toMatchObject({ assigned: 4, left: { quantity: 3, quality: 3, progress: 2.75 } });
  expect(health && pointsOf(health, FORMULA)).toEqual({
    percents: { quantity: 75, quality: 75, progress: 68.75 },
    ...{ task: 51.04, common: 25, total: 76.04, band: 'Tốt' },
  });
  expect(building && pointsOf(building, FORMULA)?.band).toBeUndefined();
  expect(evaluation.persons.map(({ person, directives }) => [person, directives])).toEqual([
    [null, 1],
    ['Lê Bình', 2],
    ['Trần An', 1],
  ]);
});

describe('whatever people do', () => {
  const one = fc.record({
    seed: fc.integer({ min: 1, max: 9999 }),
    policy: fc.constantFrom(standard, express, noDeadline),
    due: fc.constantFrom(null, '2025-03-03', '2025-03-20', '2025-03-31'),
    agency: fc.constantFrom('Sở Y tế', 'Sở Nội vụ'),
    person: fc.constantFrom(undefined, 'Trần An', 'Lê Bình'),
  });
  const formula = fc.record({
    late: fc.integer({ min: 0, max: 60 }),
    returned: fc.integer({ min: 0, max: 60 }),
    urgent: fc.constantFrom(0.5, 1, 3),
  });

  test('every missing point has its row, parts add up, and what the report calls late has lost by it', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), formula, (lives, { late, returned, urgent }) => {
        const all = lives.map(({ seed, policy, due, agency, person }, i) => {
          const issuedAt = instantAt('2025-02-24', 8 * 60);
          const directive = { id: `x/${i}`, issuedAt, due, calendar: civilServants, hasCooperating: false };
          const acts = randomActs(seed, directive.id, policy, directive);
          return judged({
            ...{ id: directive.id, due, acts, policy, agency, asOf: AS_OF },
            ...(person ? { person } : {}),
          });
        });
        const how = { ...FORMULA, takes: { late, returned }, products: { [express.id]: urgent } };
        // It refuses by itself what does not add up.
        const { products, agencies, persons, leftOut, whole } = evaluationOf(all, how, PERIOD, AS_OF);
        expect(whole.directives + Object.values(leftOut).flat().length).toBe(all.length);
        for (const {
          left,
          deductions,
          judged: { row },
        } of products) {
          for (const criterion of CRITERIA) {
            expect(left[criterion]).toBeGreaterThanOrEqual(0);
            const taken = deductions.filter((d) => d.criterion === criterion).reduce((sum, d) => sum + d.takes, 0);
            expect(left[criterion] + taken).toBe(100);
          }
          if (row.cell === 'doneLate') expect(deductions.some(({ why }) => why === 'late')).toBe(true);
          if (row.status !== 'approved') expect(left).toEqual({ quantity: 0, quality: 0, progress: 0 });
        }
        const sum = (parts: typeof agencies) => parts.reduce((n, part) => n + part.assigned, 0);
        expect(sum(agencies)).toBeCloseTo(sum(persons), 9);
      }),
      { numRuns: 60 },
    );
  });
});

test('the files read back as what the page shows, and an example says that it is one', async () => {
  const lives = [
    { id: 'x/II.1', acts: [submit('2025-04-04'), approve('2025-04-07')], asOf: AS_OF, person: 'Trần An' },
    { id: 'x/II.2', acts: [], asOf: AS_OF },
  ];
  const evaluation = evaluationOf(lives.map(judged), { ...FORMULA, isExample: true }, PERIOD, AS_OF);
  const document = evaluationDocument(evaluation, NAMES, new Map());
  const sheets = await readExcel(await reportWorkbook(document));
  expect(sheets.map(({ data }) => data.length)).toEqual(
    document.tables.map(({ rows }, i) => 4 + rows.length + (i === 0 ? 1 + document.notes.length : 0)),
  );
  expect(sheets[2]?.data.flat()).toEqual(expect.arrayContaining(['II.1', 'Tiến độ', 25, 'Trần An', '31/03/2025']));
  const zip = await JSZip.loadAsync(await reportDocx(document));
  const words = (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, ' ') ?? '';
  for (const said of ['là VÍ DỤ kèm chương trình', 'Qua hạn; đến 04/04/2025 mới trình kết quả', 'II.2'])
    expect(words).toContain(said);
  const json = annexJson(evaluation);
  expect(json.products[0]?.deductions).toEqual([
    expect.objectContaining({
      why: 'late',
      takes: 25,
      until: { at: '2025-04-04T09:00:00+07:00', act: 'submit-result' },
    }),
  ]);
});
