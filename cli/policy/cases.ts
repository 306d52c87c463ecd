import type { RunCases } from '../../office/policies/cases/index.ts';
import { caseDay, CASE_LINES as say } from '../../texts/policy-cases.ts';
import { refusalText } from '../../texts/refusals.ts';
import { stepText } from '../../texts/rules.ts';
import { printLine } from '../output.ts';
import { stepJson } from '../step-json.ts';
import { tableOf } from '../table.ts';

/** How many came true; of one that did not both timelines, day beside day. */
export function printCases({ policy, runs }: RunCases): void {
  const right = runs.filter(({ passed }) => passed).length;
  if (runs.length === 0) printLine(say.none(policy.id));
  else printLine(right === runs.length ? say.passed(policy.id, right) : say.broken(policy.id, right, runs.length));
  for (const run of runs.filter(({ passed }) => !passed)) {
    printLine(say.one(run.case.name, `${run.file}:${run.case.line}`));
    for (const { act, refusal } of run.refused)
      printLine(`  ${say.refused(`${caseDay(act.on)} ${act.type}`, refusalText(refusal))}`);
    const rows = run.days.map(({ day, expected, told, right }) => [
      caseDay(day),
      expected.join('\n') || say.nothing,
      told.map(stepText).join('\n') || say.nobody,
      right ? '' : say.differs,
    ]);
    printLine(tableOf(say.head, rows, [24, 36, 60, 8]));
  }
}

/** The same for programs. */
export function casesJson({ runs }: RunCases) {
  return runs.map(({ file, case: { name, line }, passed, days }) => ({
    name,
    file,
    line,
    passed,
    days: days.map(({ day, expected, told, right }) => ({ day, expected, told: told.map(stepJson), right })),
  }));
}
