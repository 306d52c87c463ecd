import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { standard } from '../../policies/index.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { guidePolicy } from '../support/guide.ts';

const NOTICE = `UBND TỈNH HẢI SƠN
VĂN PHÒNG
Số: 12/TB-VP
Hải Sơn, ngày 24 tháng 02 năm 2025

THÔNG BÁO
Kết luận cuộc họp giao ban

1. Giao Sở Nội vụ hoàn thành trước ngày 01/4/2025.
`;

let folder: string;
let env: NodeJS.ProcessEnv;
const policies = (name: string) => join(folder, 'data', 'policies', name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-own-'));
  env = environment(join(folder, 'data'));
  await writeFile(join(folder, 'tb.txt'), NOTICE);
  await mkdir(policies(''), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface PlannedStep {
  readonly at: string;
  readonly stage: string;
  readonly to: string;
}

describe('whoever follows the guide', () => {
  test('writes “khan” in either form, and both say the same', async () => {
    for (const [language, file] of [
      ['ts', 'khan.ts'],
      ['yaml', 'khan.yaml'],
    ] as const)
      await writeFile(join(folder, file), await guidePolicy(language));
    const shown = await Promise.all(
      ['khan.ts', 'khan.yaml'].map((file) => dondoc(['policy', 'show', join(folder, file), '--format', 'json'], env)),
    );
    expect(shown.map(({ code }) => code)).toEqual([0, 0]);
    expect(shown[0]?.stdout).toBe(shown[1]?.stdout);
  });

  test('sees in the plan what the policy says: 3 and 1 days before, then 1, 2 and 4 days after', async () => {
    await writeFile(policies('khan.ts'), await guidePolicy('ts'));
    const { code, stdout } = await dondoc(
      ['plan', join(folder, 'tb.txt'), '--policy', 'khan', '--format', 'json'],
      env,
    );
    expect(code).toBe(0);
    const [planned] = JSON.parse(stdout).directives as { policy: string; steps: PlannedStep[] }[];
    expect(planned?.policy).toBe('khan');
    const late = planned?.steps.filter(({ stage }) => stage === 'remind' || stage === 'escalate');
    expect(late?.map(({ at, to }) => [at.slice(0, 10), to])).toEqual(
      expect.arrayContaining([
        ['2025-03-26', 'lead'],
        ['2025-03-28', 'lead'],
        ['2025-04-01', 'headOf(lead)'],
        ['2025-04-02', 'concluder'],
        ['2025-04-04', 'issuer'],
      ]),
    );
  });
});

describe('dondoc policy', () => {
  test('new writes one that can be read, in either form, and refuses a second of the same id', async () => {
    const made = await dondoc(['policy', 'new', 'mot', '--name', 'Một', '--form', 'yaml'], env);
    expect(made.stdout).toContain(policies('mot.yaml'));
    const again = await dondoc(['policy', 'new', 'mot', '--form', 'ts'], env);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringMatching(/^dondoc: .*mã “mot” cũng có trong .*\n$/) });
    const twice = await dondoc(['policy', 'new', 'mot', '--form', 'yaml'], env);
    expect(twice).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^dondoc: .*mot\.yaml: tệp này đã có; .*\n$/),
    });
    const shown = await dondoc(['policy', 'show', 'mot', '--format', 'json'], env);
    const { version: _, ...policy } = JSON.parse(shown.stdout);
    expect(policy).toEqual({ ...standard, id: 'mot', name: 'Một' });
  });

  test('list names those that ship, the office’s own, and what cannot be read', async () => {
    await writeFile(
      policies('hong.yaml'),
      'id: hong\nname: Hỏng\nassign: { to: leed }\nclose: { submittedBy: lead, approvedBy: issuer }\n',
    );
    const { code, stdout } = await dondoc(['policy', 'list', '--format', 'json'], env);
    const { policies: listed, faults } = JSON.parse(stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['tieu-chuan', 'khan', 'mot']));
    expect(faults).toEqual([
      { file: policies('hong.yaml'), text: expect.stringMatching(/hong\.yaml:3: assign, to:.*“lead”\?/) },
    ]);
    expect(code).toBe(1);
    await rm(policies('hong.yaml'));
  });

  test('check says where a policy is wrong; fmt lays out, and says what it would', async () => {
    const file = join(folder, 'xau.ts');
    await writeFile(file, (await guidePolicy('ts')).replace('.remind(', '.remnd('));
    const wrong = await dondoc(['policy', 'check', file], env);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(
      /^dondoc: .*xau\.ts:20: “remnd” không đứng sau assign\(…\); có phải ý là “remind”\?.*\n$/,
    );
    await writeFile(file, (await guidePolicy('ts')).replace(/\n {2}\./g, '.'));
    expect((await dondoc(['policy', 'fmt', file, '--check'], env)).code).toBe(1);
    expect((await dondoc(['policy', 'fmt', file], env)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(await guidePolicy('ts'));
    expect((await dondoc(['policy', 'fmt', file, '--check'], env)).code).toBe(0);
  });

  test('an id nobody has is told the nearest', async () => {
    const { code, stderr } = await dondoc(['plan', join(folder, 'tb.txt'), '--policy', 'khann'], env);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/“khann”; có phải ý là “khan”/) });
  });
});
