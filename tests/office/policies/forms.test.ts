import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as language from '../../../dsl/policy/index.ts';
import {
  findPolicy,
  formatPolicy,
  makePolicy,
  ownPolicies,
  policyTextOf,
  readPolicyFile,
  readPolicyText,
} from '../../../office/policies/index.ts';
import { WORDS } from '../../../office/policies/typescript/words.ts';
import { shippedPolicies, standard } from '../../../policies/index.ts';
import { policy as anyPolicy } from '../../dsl/arbitraries.ts';

const FORMS = [
  ['typescript', 'a.ts'],
  ['yaml', 'a.yaml'],
] as const;

describe.each(FORMS)('a policy in %s', (form, path) => {
  test.each(shippedPolicies.map((one) => [one.id, one] as const))(
    '%s, written and read, is the same',
    async (_, one) => {
      expect(await readPolicyText(await policyTextOf(one, form), path)).toEqual(one);
    },
  );

  test('so is any other, and laying it out again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyPolicy, async (one) => {
        const text = await policyTextOf(one, form);
        expect(await readPolicyText(text, path)).toEqual(one);
        expect(await formatPolicy(text, path)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('laying out', () => {
  test('keeps what people noted beside it', async () => {
    const text = `
// Cho văn bản khẩn.
import {policy,lead,secretariat,headOf,before,after,days} from 'dondoc/dsl'

/* Thống nhất tại cuộc họp. */
const gap = days( 3 ) // ba ngày
export default policy('khan','Khẩn')   .assign(lead) // giao ngay
  // nhắc một lần
  .remind(lead,
    // trước hạn
    before(gap),)
  .escalate(headOf(lead),after(days(1))).close({submittedBy:lead,approvedBy:secretariat})
`;
    const made = await formatPolicy(text, 'a.ts');
    expect(made).toBe(`// Cho văn bản khẩn.
import { policy, lead, secretariat, headOf, before, after, days } from 'dondoc/dsl';

/* Thống nhất tại cuộc họp. */
const gap = days(3); // ba ngày
export default policy('khan', 'Khẩn')
  .assign(lead) // giao ngay
  // nhắc một lần
  .remind(
    lead,
    // trước hạn
    before(gap),
  )
  .escalate(headOf(lead), after(days(1)))
  .close({ submittedBy: lead, approvedBy: secretariat });
`);
    expect(await formatPolicy(made, 'a.ts')).toBe(made);
  });
});

test('the reader knows every word the language exports, and no other', () => {
  const { choose: _, choosePolicy: __, when: ___, otherwise: ____, ...words } = language;
  expect(Object.keys(WORDS).sort()).toEqual(Object.keys(words).sort());
  for (const [name, word] of Object.entries(WORDS)) expect(word.is).toBe(words[name as keyof typeof words]);
});

describe('the folder of an office', () => {
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-policies-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('that is not there has none', async () => {
    expect((await ownPolicies(join(folder, 'none'))).policies).toEqual([]);
  });

  test('holds both forms; what is none, and an id of two, are said', async () => {
    const one = { ...standard, id: 'mot', name: 'Một' };
    await makePolicy(folder, one, 'typescript');
    await makePolicy(folder, { ...standard, id: 'hai', name: 'Hai' }, 'yaml');
    await expect(makePolicy(folder, one, 'yaml')).rejects.toThrow(/mã “mot” cũng có trong .*mot\.ts/);
    await expect(makePolicy(folder, standard, 'yaml')).rejects.toThrow(/“tieu-chuan” là của quy tắc có sẵn/);
    await expect(makePolicy(folder, { ...one, id: 'Một' }, 'yaml')).rejects.toThrow(/mã chỉ gồm chữ thường/);
    await write('ba.yaml', 'id: ba\n');
    await write('README.md', '# Quy tắc\n');
    const own = await ownPolicies(folder);
    expect(own.policies.map(({ policy }) => policy.id)).toEqual(['hai', 'mot']);
    expect(own.faults.map(({ text }) => text)).toEqual([expect.stringMatching(/ba\.yaml:1: thiếu “name”/)]);
    expect(await findPolicy('mot', folder)).toEqual(one);
    await expect(findPolicy('mott', folder)).rejects.toThrow(/“mott”; có phải ý là “mot”.*tieu-chuan.*ba\.yaml/);

    await write('mot-nua.yaml', await policyTextOf(one, 'yaml'));
    const twice = await ownPolicies(folder);
    expect(twice.policies.map(({ policy }) => policy.id)).toEqual(['hai']);
    await expect(findPolicy('mot', folder)).rejects.toThrow(/mã “mot” cũng có trong/);
    await write('hoa-toc.yaml', await policyTextOf({ ...standard, id: 'hoa-toc' }, 'yaml'));
    await expect(findPolicy('hoa-toc', folder)).rejects.toThrow(/“hoa-toc” là của quy tắc có sẵn/);
  });

  test.each([
    [
      'of an old Vietnamese encoding',
      Buffer.from('id: ba\nname: Kh\u00e2n\n', 'latin1'),
      'ba.yaml:2: không phải văn bản UTF-8',
    ],
    ['of Windows’ “Unicode”', Buffer.from('\ufeffid: ba\n', 'utf16le'), 'ba.yaml:1: không phải văn bản UTF-8'],
    ['empty', Buffer.alloc(0), 'ba.yaml:1: tệp không có gì'],
  ])('a file %s is one line with what to do', async (_, bytes, says) => {
    const path = join(folder, 'ba.yaml');
    await writeFile(path, bytes);
    const fault = await readPolicyFile(path).then(String, (error: Error) => error.message);
    expect(fault).toContain(says);
    expect(fault).toMatch(/lưu lại tệp|dondoc policy new/);
    await rm(path);
  });

  test.each(FORMS)('a file in %s may have Windows’ line ends and a byte order mark', async (form, name) => {
    const path = join(folder, name);
    const text = await policyTextOf(standard, form);
    await writeFile(path, `\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(await readPolicyFile(path)).toEqual(standard);
    await rm(path);
  });

  test('is checked by an editor as by us: the language’s own types, found from there', async () => {
    const tsc = () => promisify(execFile)('node_modules/.bin/tsc', ['-p', join(folder, 'tsconfig.json')]);
    await tsc();
    const file = join(folder, 'mot.ts');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('.assign(', '.close('));
    await expect(tsc()).rejects.toMatchObject({ stdout: expect.stringContaining("'close' does not exist") });
  });
});

test('the package offers the language by its name, with its types', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    "import { days } from 'dondoc/dsl'; import { createRequire } from 'node:module'; console.log(JSON.stringify(days(3)), createRequire(import.meta.url).resolve('dondoc/policy.schema.json'));",
  ]);
  expect(stdout).toMatch(/^\{"days":3\} .*policy\.schema\.json\n$/);
});
