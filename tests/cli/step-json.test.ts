import { expect, test } from '@jest/globals';
import { comparedJson } from '../../cli/compared-view.ts';
import { casesJson } from '../../cli/policy/cases.ts';
import { checkedJson, checkOne } from '../../cli/policy/checked.ts';
import type { stepJson } from '../../cli/step-json.ts';
import type { Policy } from '../../dsl/policy/index.ts';
import { readCasesText, runCases } from '../../office/policies/cases/index.ts';
import { compare } from '../../office/policies/compare.ts';
import { standard } from '../../policies/index.ts';

test('a step is the same to programs in a comparison, a case and a proof', () => {
  const quiet: Policy = { ...standard, escalate: [] };
  const compared = comparedJson(compare(standard, quiet, { first: '2025-04-21', last: '2025-04-23' }));
  if (!('counterexample' in compared)) throw new Error('no story');
  const cases = readCasesText('Giao 3/3/2025, hạn 31/3, nhận 5/3 → mong đợi: 01/4 báo người đứng đầu', 'x');
  const told = casesJson(runCases(standard, [{ file: 'x', cases }])).flatMap(({ days }) => days.flatMap((d) => d.told));
  const unproved = checkedJson(checkOne(quiet, { acts: 1 }));
  const messages = unproved.properties.flatMap(({ counterexample }) => counterexample?.messages ?? []);
  const shapes = [compared.counterexample.a, told, messages].map(
    (steps) => new Set(steps.map((s) => String(Object.keys(s)))),
  );
  const keys: (keyof ReturnType<typeof stepJson>)[] = ['key', 'at', 'stage', 'kind', 'to', 'toName', 'rule'];
  expect(shapes.map((shape) => [...shape])).toEqual(Array(3).fill([String(keys)]));
});
