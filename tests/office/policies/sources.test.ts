import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policyHtml } from '../../../console/policy-page.tsx';
import { after, before, days, headOf, lead, policy, secretariat } from '../../../dsl/policy/index.ts';
import { isSamePolicy, sourceOfStep, unsourcedRungs, withoutSources } from '../../../dsl/policy/sources.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { formatPolicy, policyTextOf, readPolicyText } from '../../../office/policies/index.ts';
import { unprovedOf } from '../../../office/proof/index.ts';
import { shippedPolicies, standard } from '../../../policies/index.ts';
import { becauseText, isOwnRule } from '../../../texts/rules.ts';
import { dondoc, environment } from '../../support/dondoc.ts';

const close = { submittedBy: lead, approvedBy: secretariat } as const;
const sourced = policy('nguon', 'Có căn cứ')
  .because('Quyết định 12/2020/QĐ-UBND')
  .assign(lead)
  .because('QĐ 12/2020/QĐ-UBND, Điều 5 khoản 1', 'giao <việc> & hạn')
  .remind(lead, before(days(5)), before(days(1)))
  .because('Quy ước của văn phòng', 'hai lần là đủ')
  .escalate(headOf(lead), after(days(1)))
  .escalate(secretariat, after(days(9)))
  .because('Nghị định 30/2020/NĐ-CP, khoản 2 Điều 7')
  .close(close);

describe('a rule says where it comes from', () => {
  test('beside what it speaks of: the policy, the assignment, every rung of a step', () => {
    expect(sourced.because).toEqual({ source: 'Quyết định 12/2020/QĐ-UBND' });
    expect(sourced.assign.because?.words).toBe('giao <việc> & hạn');
    expect(sourced.remind.map(({ because }) => because?.words)).toEqual(['hai lần là đủ', 'hai lần là đủ']);
    expect(sourced.escalate.map(({ because }) => because?.source)).toEqual([
      undefined,
      'Nghị định 30/2020/NĐ-CP, khoản 2 Điều 7',
    ]);
    expect(unsourcedRungs(sourced)).toEqual([{ stage: 'escalate', index: 0 }]);
  });

  test('is found for a step by its key, whatever the edition and the repeat', () => {
    const of = (key: string) => sourceOfStep(sourced, key)?.source;
    expect([of('assign'), of('copy:cooperating'), of('acknowledge/a')]).toEqual(
      Array(3).fill('QĐ 12/2020/QĐ-UBND, Điều 5 khoản 1'),
    );
    expect(of('remind.1/r0')).toBe('Quy ước của văn phòng');
    expect(of('e2.escalate.1/r0#3')).toBe('Nghị định 30/2020/NĐ-CP, khoản 2 Điều 7');
    expect([of('escalate.0/r0'), of('approve/1'), of('escalate.7/r0')]).toEqual([undefined, undefined, undefined]);
  });

  test('in either form, written and read the same', async () => {
    for (const [form, path] of [
      ['typescript', 'a.ts'],
      ['yaml', 'a.yaml'],
    ] as const) {
      const text = await policyTextOf(sourced, form);
      expect(await readPolicyText(text, path)).toEqual(sourced);
      expect(await formatPolicy(text, path)).toBe(text);
    }
  });

  test.each([
    [
      "policy('a', 'A').because('Quyết định của tỉnh').assign(lead).close(c)",
      /^a\.ts:3: because, source: căn cứ ghi như “QĐ 42/,
    ],
    [
      "policy('a', 'A')\n.assign(lead)\n.because('Điều 7')\n.close(c)",
      /^a\.ts:5: assign, because, source: căn cứ ghi như/,
    ],
    ["policy('a', 'A').assign(lead).because().close(c)", /^a\.ts:3: because\(…\) cần chữ trong dấu nháy/],
    ["policy('a', 'A').assign(lead).becaus('QĐ 1/2020/QĐ-UBND').close(c)", /^a\.ts:3: “becaus” không đứng sau assign/],
    ["policy('a', 'A').assign(lead).close(c).because('QĐ 1/2020/QĐ-UBND')", /^a\.ts:3: “because” không đứng sau close/],
  ])('%s is told what would be right', async (sentence, says) => {
    const text = `import { lead, policy, secretariat } from 'dondoc/dsl';\nconst c = { submittedBy: lead, approvedBy: secretariat };\nexport default ${sentence};`;
    await expect(readPolicyText(text, 'a.ts')).rejects.toThrow(says);
  });

  test('takes nothing from what it means: it is proved by the proof it has without', async () => {
    const bare = withoutSources(standard);
    expect(JSON.stringify(bare)).not.toMatch(/because/);
    expect(isSamePolicy(standard, bare)).toBe(true);
    expect(isSamePolicy(standard, { ...bare, escalate: bare.escalate.slice(1) })).toBe(false);
    const checked: string[] = [];
    await unprovedOf({ ...bare, id: 'khac' }, civilServants, { onChecking: ({ id }) => checked.push(id) });
    expect(checked).toEqual([]);
  });
});

test('every rule that ships carries its source, of a form the schema takes', async () => {
  for (const one of shippedPolicies) {
    expect(one.because?.source).toBe('Quyết định 42/2014/QĐ-TTg');
    expect(unsourcedRungs(one)).toEqual([]);
    expect(one.assign.because).toBeDefined();
  }
});

describe('where people meet it', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-sources-'));
    env = environment(join(folder, 'data'));
    await writeFile(join(folder, 'nguon.yaml'), await policyTextOf(sourced, 'yaml'));
    await writeFile(
      join(folder, 'tb.txt'),
      'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 12/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận\n\n1. Giao Sở Nội vụ hoàn thành trước ngày 01/4/2025.\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the plan: with each step, and in its line where it is a document of the State', async () => {
    const args = ['plan', join(folder, 'tb.txt'), '--policy', join(folder, 'nguon.yaml')];
    const { stdout } = await dondoc([...args, '--format', 'json'], env);
    const [{ steps }] = JSON.parse(stdout).directives;
    expect(steps.map(({ source }: { source?: string }) => source)).toEqual([
      'QĐ 12/2020/QĐ-UBND, Điều 5 khoản 1',
      'Quy ước của văn phòng',
      'Quy ước của văn phòng',
      undefined,
      'Nghị định 30/2020/NĐ-CP, khoản 2 Điều 7',
    ]);
    expect((await dondoc(args, env)).stdout).toContain('căn cứ Nghị định 30/2020/NĐ-CP, khoản 2 Điều 7)');
  });

  test('the policy’s page, as HTML and as a document to sign', async () => {
    const html = policyHtml(sourced, 'abc');
    expect(html).toContain('<td>căn cứ QĐ 12/2020/QĐ-UBND, Điều 5 khoản 1: giao &lt;việc&gt; &amp; hạn</td>');
    expect(html).toContain('chưa ghi căn cứ');
    expect(html).toContain('Người duyệt');
    const out = join(folder, 'trang.docx');
    const { code } = await dondoc(
      ['policy', 'show', join(folder, 'nguon.yaml'), '--format', 'docx', '--out', out],
      env,
    );
    expect(code).toBe(0);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  });

  test('what an office agreed on itself is told as that', () => {
    expect([isOwnRule('Quy ước của văn phòng'), isOwnRule('Quyết định 1/2020/QĐ-UBND')]).toEqual([true, false]);
    expect(becauseText({ source: 'Quy ước của văn phòng', words: 'hai lần' })).toBe('quy ước của văn phòng: hai lần');
    expect(becauseText({ source: 'QĐ 1/2020/QĐ-UBND' })).toBe('căn cứ QĐ 1/2020/QĐ-UBND');
  });
});
