import { choosePolicy } from '../../dsl/policy/index.ts';
import { sourceOfStep } from '../../dsl/policy/sources.ts';
import { present } from '../../dsl/present.ts';
import { dayOf, partsOf } from '../../dsl/time/day.ts';
import { claimedLife, whatComes } from '../../office/policies/cases/index.ts';
import { shippedRules } from '../../policies/index.ts';
import { formatDay } from '../../texts/format.ts';
import { caseDay, STANDING_LINES as say } from '../../texts/policy-cases.ts';
import { becauseText, stepText } from '../../texts/rules.ts';
import { loadPolicy } from '../input.ts';
import { printJson, printLine } from '../output.ts';
import { stepJson } from '../step-json.ts';
import { tableOf } from '../table.ts';

const MOST_STEPS = 8;

/**
 * `check --at`: what comes next of a directive that stands so, and why; by the policies of these files, or by the one
 * that the rules that ship choose.
 */
export async function printComing(files: readonly string[], at: string, format: 'table' | 'json'): Promise<void> {
  const standing = claimedLife(at, partsOf(dayOf(Date.now())).year);
  const { today, life } = standing;
  const deadline = life.due === null ? 'none' : 'dated';
  const policies =
    files.length > 0 ? await Promise.all(files.map(loadPolicy)) : [choosePolicy(shippedRules, { deadline })];
  const coming = policies.map((policy) => ({ policy, steps: whatComes(policy, standing, MOST_STEPS) }));
  if (format === 'json') {
    const steps = coming.map(({ policy, steps }) => ({
      policy: policy.id,
      issued: life.issued,
      due: life.due,
      today,
      steps: steps.map((step) => ({ ...stepJson(step), ...present({ because: sourceOfStep(policy, step.key) }) })),
    }));
    printJson({ standing: steps });
    return;
  }
  for (const { policy, steps } of coming) {
    printLine(say.head(policy.id, formatDay(life.issued), formatDay(life.due), formatDay(today)));
    if (steps.length === 0) printLine(say.nothing);
    else
      printLine(
        tableOf(
          say.columns,
          steps.map((step) => {
            const because = sourceOfStep(policy, step.key);
            return [caseDay(dayOf(step.at)), stepText(step), because ? becauseText(because) : ''];
          }),
          [24, 60, 60],
        ),
      );
  }
}
