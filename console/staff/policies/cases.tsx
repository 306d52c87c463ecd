import type { Policy } from '../../../dsl/policy/index.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { casesOf, type RunCases, runCases, spokenInCases } from '../../../office/policies/cases/index.ts';
import { coverageFrom, type RungCoverage } from '../../../office/policies/coverage.ts';
import { type Answered, type Proofs, spokenInYear } from '../../../office/policies/index.ts';
import { CASE_LINES, caseDay, rungTitle } from '../../../texts/policy-cases.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { stepText } from '../../../texts/rules.ts';
import { CASES_PAGE as say } from '../../../texts/staff/index.ts';
import type { StaffContext } from '../context.ts';
import { TableView } from '../table.tsx';
import { withoutFolder } from './known.ts';

/** Cases of a policy and how they went, or why they cannot be read; and which of its rungs were seen to speak. */
export interface CasesRead {
  readonly cases: RunCases | { readonly fault: string };
  readonly coverage: readonly RungCoverage[];
}

export async function casesRead(
  policy: Policy,
  { policiesFolder, register, now }: StaffContext,
  proofs: Answered<Proofs | 'proved'>,
): Promise<CasesRead> {
  const cases = await casesOf(policy.id, policiesFolder).then(
    (files) => runCases(policy, files),
    (error: unknown) => {
      if (error instanceof UserError) return { fault: error.message };
      throw error;
    },
  );
  const seen = {
    cases: 'fault' in cases ? [] : spokenInCases(cases),
    register: await spokenInYear(register, policy, now()),
  };
  const possible = proofs.state === 'known' && proofs.value !== 'proved' ? proofs.value.possible : undefined;
  return { cases, coverage: coverageFrom(policy, seen, possible) };
}

export function CasesView({
  policy,
  cases: { cases, coverage },
  folder,
}: {
  readonly policy: Policy;
  readonly cases: CasesRead;
  readonly folder: string;
}) {
  return (
    <section class="card wide" id="ca">
      <h2>{say.title}</h2>
      {'fault' in cases ? <p class="fault">{withoutFolder(cases.fault, folder)}</p> : <RunView runs={cases.runs} />}
      <h3>{say.coverage}</h3>
      <TableView
        columns={say.coverageHead.map((name) => ({ name }))}
        rows={coverage.map(({ rung, seenIn, canFire }) => [
          rungTitle(policy, rung),
          seenIn.includes('cases') ? say.yes : say.no,
          seenIn.includes('register') ? say.yes : say.no,
          canFire ? say.yes : <span class="missing">{say.never}</span>,
        ])}
      />
    </section>
  );
}

function RunView({ runs }: Pick<RunCases, 'runs'>) {
  const right = runs.filter(({ passed }) => passed).length;
  if (runs.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <p class={right === runs.length ? '' : 'fault'}>{say.right(right, runs.length)}</p>
      {runs
        .filter(({ passed }) => !passed)
        .map((run) => (
          <section class="result">
            <h3>{run.case.name}</h3>
            {run.refused.map(({ act, refusal }) => (
              <p class="fault">{CASE_LINES.refused(`${caseDay(act.on)} ${act.type}`, refusalText(refusal))}</p>
            ))}
            <TableView
              columns={CASE_LINES.head.map((name) => ({ name }))}
              rows={run.days.map(({ day, expected, told, right }) => [
                caseDay(day),
                expected.join('; ') || CASE_LINES.nothing,
                told.map(stepText).join('; ') || CASE_LINES.nobody,
                right ? '' : <span class="missing">{CASE_LINES.differs}</span>,
              ])}
            />
          </section>
        ))}
      <details class="more">
        <summary>{say.list}</summary>
        <TableView
          columns={say.head.map((name) => ({ name }))}
          rows={runs.map(({ case: one, passed }) => [
            one.name,
            passed ? say.passed : <span class="missing">{say.failed}</span>,
            one.expected.map(({ text }) => text).join('; '),
          ])}
        />
      </details>
    </>
  );
}
