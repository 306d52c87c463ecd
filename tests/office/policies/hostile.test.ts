import { afterEach, describe, expect, test } from '@jest/globals';
import { UserError } from '../../../dsl/user-error.ts';
import { readPolicyText } from '../../../office/policies/index.ts';

const IMPORT = "import { before, days, headOf, lead, policy, secretariat } from 'dondoc/dsl';\n";
const POLICY = "export default policy('a', 'A').assign(lead).close({ submittedBy: lead, approvedBy: secretariat });\n";

/** Written by somebody who wants more of the machine than a policy. Were any of it run, `reached` would say so. */
const HOSTILE: readonly [string, string][] = [
  ['reads a file', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync('/etc/passwd', 'utf8');"],
  ['imports all', "import * as dsl from 'dondoc/dsl';"],
  ['imports the default', "import dsl from 'dondoc/dsl';"],
  ['imports while it runs', "const a = import('node:fs');"],
  ['imports for its effects', "import '/tmp/evil.mjs';"],
  ['passes names on', "export { readFileSync } from 'node:fs';"],
  ['passes all on', "export * from 'node:fs';"],
  ['old import', "import fs = require('node:fs');"],
  ['require', "const fs = require('node:fs');"],
  ['the process', 'process.exit(3);\n'],
  ['the process, named', 'const a = process;'],
  ['the world', 'globalThis.reached = true;'],
  ['eval', "const a = eval('globalThis.reached = true');"],
  ['Function', "const a = Function('globalThis.reached = true')();"],
  ['a constructor of a word', "const a = lead.constructor.constructor('globalThis.reached = true')();"],
  ['a constructor of a call', 'const a = days(1).constructor;'],
  ['a constructor of a sentence', "export default policy('a', 'A').constructor('globalThis.reached = true');"],
  ['a method of text', "const a = 'ab'.repeat(1000000000);"],
  ['a method of a list', 'const a = [lead].map(days);'],
  ['a computed name', "const a = lead['constructor'];"],
  ['a computed step', "export default policy('a', 'A')['assign'](lead);"],
  [
    'the prototype in a group',
    "export default policy('a', 'A', { __proto__: { alone: true } }).assign(lead).close({ submittedBy: lead, approvedBy: secretariat });",
  ],
  [
    'the prototype deeper',
    "export default policy('a', 'A', { extension: { '__proto__': { atMost: 3 } } }).assign(lead).close({ submittedBy: lead, approvedBy: secretariat });",
  ],
  ['a getter', 'const a = { get days() { globalThis.reached = true; return 1; } };'],
  ['a method', 'const a = { valueOf() { globalThis.reached = true; } };'],
  ['a computed field', "const a = { ['days']: 1 };"],
  ['a spread', 'const a = { ...lead };'],
  ['a spread of arguments', 'const a = [days(1)];\nconst b = before(...a);'],
  ['a loop', 'for (;;) {}'],
  ['another loop', 'while (true) {}'],
  ['a condition', 'if (lead) {}'],
  ['a function', 'function f() { f(); }\nf();'],
  ['an arrow', 'const f = () => f();\nf();'],
  ['a class', 'class A { static { globalThis.reached = true; } }'],
  ['new', 'const a = new Date();'],
  ['a template', `const a = \`$\{days(1)}\`;`],
  ['a tag', 'const a = headOf`lead`;'],
  ['an assignment', "const a = lead;\na = 'x';"],
  ['let', "let a = 'x';"],
  ['a pattern', 'const { length } = lead;'],
  ['throw', "throw 'x';"],
  ['await', 'await lead;'],
  ['a namespace', 'namespace A { export const b = 1; }'],
  ['an enum', 'enum A { b = 1 }'],
  ['declare', 'declare global { var reached: boolean }'],
  ['a decorator', '@lead class A {}'],
  ['a pattern of letters', 'const a = /(a+)+$/;'],
  ['numbers at work', 'const a = days(1 + 1);'],
  ['escapes in names', 'const a = \\u0065val;'],
  ['a comment of markup', '<!-- x\nconst a = 1;'],
  ['a first line for a shell', '#!/usr/bin/env node\n'],
  ['the same name twice', "const lead = 'x';"],
  ['a name from the prototype of names', 'const a = toString;'],
  ['an import from the prototype of words', "import { hasOwnProperty } from 'dondoc/dsl';"],
  ['a builder called with odd things', 'export default policy(lead, days(1)).assign(before(days(1)));'],
  ['nothing for a group', "export default policy('a', 'A', null).assign(lead, null).close(null);"],
];

/** What costs a reader time or room. Counted by the size of the text, which is all that bounds the work. */
const many = (n: number, text: string) => text.repeat(n);
const HUGE: readonly [string, string][] = [
  ['brackets in brackets', `const a = ${many(20_000, '(')}1${many(20_000, ')')};`],
  ['lists in lists', `const a = ${many(20_000, '[')}${many(20_000, ']')};`],
  ['groups in groups', `const a = ${many(8_000, '{ a: ')}1${many(8_000, ' }')};`],
  ['types in types', `const a: ${many(15_000, 'A<')}B${many(15_000, '>')} = 1;`],
  ['function types', `const a: ${many(15_000, '(a: ')}B${many(15_000, ')')} = 1;`],
  ['array types', `const a: B${many(25_000, '[]')} = new B();`],
  ['types of types', `const a: ${many(8_000, 'keyof ')}B = 1;`],
  ['as as as', `const a = 1${many(10_000, ' as A')};`],
  ['assignments in a row', `${many(20_000, 'a=')}1;`],
  ['await await', `${many(9_000, 'await ')}1;`],
  ['new new', `${many(12_000, 'new ')}A;`],
  ['typeof typeof', `const a = ${many(8_000, 'typeof ')}A;`],
  ['labels', `${many(15_000, 'a:')}1;`],
  [
    'a sentence without end',
    `export default policy('a', 'A').assign(lead)${many(1_500, '.remind(lead, before(days(1)))')};`,
  ],
  [
    'a long text',
    `export default policy('a', '${many(60_000, 'x')}').assign(lead).close({ submittedBy: lead, approvedBy: secretariat });`,
  ],
  ['an endless comment', `/*${many(60_000, '*')}`],
  ['an endless string', `const a = '${many(60_000, '\\\\')}`],
  [
    'a number of many digits',
    `const a = ${many(60_000, '9')};\nexport default policy('a', 'A').assign(lead).close({ submittedBy: lead, approvedBy: secretariat, approveWithin: days(a) });`,
  ],
  // Each name stands for two of the one before: written out it would fill the machine.
  [
    'names of names of names',
    `const a0 = { x: 1 };\n${Array.from({ length: 1_500 }, (_, i) => `const a${i + 1} = { x: a${i}, y: a${i} };\n`).join('')}export default policy('a', 'A', { extension: a1500, permissions: a1500, window: a1500 }).assign(lead).close({ submittedBy: lead, approvedBy: secretariat });`,
  ],
  [
    'lists of lists by name',
    `const a0 = [lead];\n${Array.from({ length: 1_500 }, (_, i) => `const a${i + 1} = [a${i}, a${i}];\n`).join('')}export default policy('a', 'A').assign(lead, { copy: a1500 }).close({ submittedBy: lead, approvedBy: secretariat });`,
  ],
];

const reached = () => (globalThis as { reached?: unknown }).reached;

afterEach(() => expect(reached()).toBeUndefined());

describe('TypeScript that wants more than a policy reaches nothing, and is told its line', () => {
  test.each([...HOSTILE, ...HUGE])('%s', async (_, text) => {
    const whole = text.includes('export default') ? IMPORT + text : IMPORT + text + POLICY;
    const read = readPolicyText(whole, 'a.ts');
    await expect(read).rejects.toBeInstanceOf(UserError);
    const fault = await read.then(String, (error: Error) => error.message);
    expect(fault).toMatch(/^a\.ts:\d+: [^\n]{10,400}$/);
  });

  test('without it, the same file is a policy', async () => {
    expect((await readPolicyText(IMPORT + POLICY, 'a.ts')).id).toBe('a');
  });
});

describe('YAML of the same mind', () => {
  test.each([
    [
      'names of names of names',
      `a: &a [x, x]\n${Array.from({ length: 60 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]\n`).join('')}`,
    ],
    ['a tag that makes things', 'id: !!js/function "function () {}"\nname: A'],
    [
      'the prototype',
      'id: a\nname: A\n__proto__: { alone: true }\nassign: { to: lead }\nclose: { submittedBy: lead, approvedBy: secretariat }',
    ],
    ['lists in lists', `id: ${many(3_000, '[')}${many(3_000, ']')}`],
    ['itself', 'id: a\nname: A\nassign: &a { to: *a }\nclose: { submittedBy: lead, approvedBy: secretariat }'],
  ])('%s', async (_, text) => {
    const read = readPolicyText(text, 'a.yaml');
    await expect(read).rejects.toBeInstanceOf(UserError);
    expect(await read.then(String, (error: Error) => error.message)).toMatch(/^a\.yaml:\d+: [^\n]{10,600}$/);
  });
});
