import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { dayOf } from '../../../dsl/time/day.ts';
import {
  casesOf,
  claimedLife,
  readCases,
  readCasesText,
  runCase,
  whatComes,
} from '../../../office/policies/cases/index.ts';
import { coverageOf } from '../../../office/policies/coverage.ts';
import { readPolicyText } from '../../../office/policies/index.ts';
import { shippedPolicies, standard } from '../../../policies/index.ts';
import { guidePolicy } from '../../support/guide.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-cases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const one = (text: string) => {
  const [first] = readCasesText(text, 'ca.txt');
  if (!first) throw new Error('no case');
  return first;
};

describe('cases that officials write', () => {
  test.each(shippedPolicies)('$id ships with ten cases or more, and each comes true', async (policy) => {
    const runs = (await casesOf(policy.id, folder)).flatMap(({ cases }) => cases.map((c) => runCase(policy, c)));
    expect(runs.length).toBeGreaterThanOrEqual(10);
    expect(runs.filter(({ passed }) => !passed).map((run) => run.case.name)).toEqual([]);
    const keys = runs.flatMap(({ steps }) => steps.map(({ key }) => key));
    const coverage = coverageOf(policy, { cases: keys, register: [] }, []);
    expect(coverage.filter(({ fired }) => !fired)).toEqual([]);
  });

  test('a line of the phone call is a case: “giao …, nhận …, trả lại … → mong đợi: …”', () => {
    const said = one(
      'Giao 3/3/2025, hạn 31/3, nhận 5/3, trả lại 25/3 → mong đợi: 01/4 báo người đứng đầu; 08/4 công văn',
    );
    expect(said).toMatchObject({ issued: '2025-03-03', due: '2025-03-31' });
    // What is returned was handed in.
    expect(said.acts.map(({ on, type }) => `${on} ${type}`)).toEqual([
      '2025-03-05 acknowledge',
      '2025-03-25 submit-result',
      '2025-03-25 return',
    ]);
    expect(runCase(standard, said).passed).toBe(true);
  });

  test('where one breaks, the two timelines part on the day that is wrong', () => {
    const wrong = one(
      'Năm: 2025\nCa: sai\nCho: giao 03/3, hạn 31/3\nKhi: nhận 4/3\nThì: 01/4 báo người đứng đầu; 07/4 công văn',
    );
    const run = runCase(standard, wrong);
    expect(run.passed).toBe(false);
    expect(run.days.filter(({ right }) => !right).map(({ day, told }) => [day, told.length])).toEqual([
      ['2025-04-07', 0],
    ]);
    expect(run.days.find(({ day }) => day === '2025-04-08')?.told.map(({ to }) => to)).toEqual(['supervisor']);
  });

  test.each([
    ['01/4 chỉ báo người đứng đầu', '2025-04-01'],
    ['01/4 không báo ai', '2025-04-01'],
    ['từ 02/4 không báo ai', '2025-04-08'],
    ['01/4 nhắc chủ trì', '2025-04-01'],
    ['01/4 báo chủ trì, công văn', '2025-04-01'],
    ['01/4 báo chủ trì; không gì khác', '2025-03-03'],
  ])('“%s” is an expectation that can fail', (expected, day) => {
    const run = runCase(standard, one(`Cho: giao 03/3/2025, hạn 31/3\nKhi: nhận 4/3\nThì: ${expected}`));
    expect(run.passed).toBe(false);
    expect(run.days.find(({ right }) => !right)?.day).toBe(day);
  });

  test('what the policy does not let people do breaks a case', () => {
    const run = runCase(standard, one('Cho: giao 03/3/2025, hạn 31/3\nKhi: tiếp tục 10/3\nThì: 01/4 báo chủ trì'));
    expect(run.refused.map(({ refusal }) => refusal.code)).toEqual(['not-suspended']);
    expect(run.passed).toBe(false);
  });

  test.each([
    ['Cho: giao 03/3, hạn 31/3\nThì: 01/4 báo chủ trì', 'ca.txt:1: “03/3”: chưa biết năm'],
    ['Cho: hạn 31/3/2025\nThì: 01/4/2025 báo chủ trì', 'ca.txt:1: chưa ghi ngày giao'],
    ['Cho: giao 03/3/2025\nKhi: nhan 5/3', 'ca.txt:2: “nhan 5/3”: không hiểu'],
    ['Cho: giao 03/3/2025\nKhi: nhận', 'ca.txt:2: “nhận”: chưa ghi ngày'],
    ['Cho: giao 31/4/2025', 'ca.txt:1: “31/4/2025”: không có ngày này'],
    ['Cho: giao 03/3/2025\nKhi: nhận 01/3/2025', 'ca.txt:2: “nhận 01/3/2025”: trước ngày giao'],
    ['Cho: giao 03/3/2025\nThì: 01/4 báo giám đốc', 'ca.txt:2: “01/4 báo giám đốc”: không hiểu'],
    ['Cho: giao 03/3/2025', 'ca.txt:1: chưa ghi mong đợi'],
    ['giao 03/3/2025', 'ca.txt:1: “giao 03/3/2025”: dòng phải bắt đầu bằng'],
    ['# không có gì', 'ca.txt: không có ca nào'],
  ])('what is written wrong is one line with its place: %#', (text, fault) => {
    expect(() => readCasesText(text, 'ca.txt')).toThrow(fault);
  });

  test('a sheet holds a case a row, and the two forms say the same', async () => {
    const row = (...cells: string[]) => cells.map((value) => ({ value, type: String }));
    const file = join(folder, 'tieu-chuan.ca.xlsx');
    await writeXlsxFile([
      row('Ca', 'Cho', 'Khi', 'Thì'),
      row('Trả lại', 'giao 03/03/2025, hạn 31/3', 'nhận 5/3, trả lại 25/3', '01/4 báo người đứng đầu; 08/4 công văn'),
    ]).toFile(file);
    const [sheet] = await readCases(file);
    const text = one(
      'Ca: Trả lại\nCho: giao 03/03/2025, hạn 31/3\nKhi: nhận 5/3, trả lại 25/3\nThì: 01/4 báo người đứng đầu; 08/4 công văn',
    );
    expect(sheet).toEqual({ ...text, line: 2 });
    // Beside a shipped policy's own the office's are run as well.
    expect((await casesOf('tieu-chuan', folder)).map(({ cases }) => cases.length)).toEqual([1, 12]);
    await rm(file);
  });
});

describe('“what comes next?”', () => {
  const next = (said: string) =>
    whatComes(standard, claimedLife(said, 2025), 3).map(({ at, to }) => `${dayOf(at)} ${to}`);

  test('of one that is three days late: the supervisor on the fifth working day', () => {
    // Due on Monday 3 March, today Thursday: days 1 to 3 have passed.
    expect(next('đã nhận, hôm nay 06/3, chậm 3 ngày')).toEqual([
      '2025-03-10 supervisor',
      '2025-03-17 issuer',
      '2025-03-24 issuer',
    ]);
  });

  test('of one that was never received, of one that waits for approval, of one that is suspended', () => {
    expect(next('chưa nhận, giao 03/3, hạn 30/6, hôm nay 05/3')[0]).toBe('2025-03-10 headOf(lead)');
    expect(next('đã trình, hôm nay 06/3, còn 5 ngày')[0]).toBe('2025-03-11 secretariat');
    expect(next('tạm hoãn, hôm nay 05/3, hạn 30/6')[0]).toBe('2025-04-04 secretariat');
  });

  test('what is not understood, or has no day, is said', () => {
    expect(() => claimedLife('đã nhận, chậm 3 ngày', 2025)).toThrow('--at: chưa ghi hôm nay');
    expect(() => claimedLife('đã xong, hôm nay 02/3', 2025)).toThrow('--at: “đã xong”: không hiểu');
  });
});

describe('coverage', () => {
  test('a rung that another always swallows never can fire, and one no case reached is told apart', () => {
    const twice = { ...standard, remind: [...standard.remind, ...standard.remind.slice(0, 1)] };
    const refuted = [{ name: 'every-rung-fires', verdict: 'refuted' } as never];
    const coverage = coverageOf(
      twice,
      { cases: ['remind.1/0'], register: ['escalate.0/0', 'e1.escalate.1/0'] },
      refuted,
    );
    const of = (rung: string) => coverage.find((one) => one.rung === rung);
    expect(of('remind.0')).toMatchObject({ fired: false, canFire: false });
    expect(of('remind.1')).toMatchObject({ fired: true, seenIn: ['cases'] });
    expect(of('escalate.0')).toMatchObject({ fired: true, seenIn: ['register'] });
    expect(of('escalate.1')).toMatchObject({ fired: false, canFire: true });
  });
});

test('the guide’s own example comes true of the guide’s own policy', async () => {
  const guide = await readFile(new URL('../../../docs/huong-dan.md', import.meta.url), 'utf8');
  const block = (heading: string, fence: string) =>
    new RegExp(`${fence}\\n(.*?)\`\`\``, 's').exec(guide.slice(guide.indexOf(heading)))?.[1] ?? '';
  const khan = await readPolicyText(await guidePolicy('yaml'), 'khan.yaml');
  const runs = readCasesText(block('### Các ca mẫu', '\n```'), 'khan.ca.txt').map((c) => runCase(khan, c));
  expect(runs.map(({ passed }) => passed)).toEqual([true, true]);
});
