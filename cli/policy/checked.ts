import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import { type Bound, type Counterexample, check, type Deadlines, type PropertyVerdict } from '../../dsl/proof/index.ts';
import { formatInstant } from '../../dsl/time/day.ts';
import { firstLook } from '../../office/policies/index.ts';
import { versionOf } from '../../office/proof/index.ts';
import { boundText, faultText, PROPERTY_NAMES, storyText, unknownText, verdictText } from '../../texts/proof.ts';
import { printLine, printNote } from '../output.ts';
import { stepJson } from '../step-json.ts';
import { tableOf } from '../table.ts';

export interface Checked {
  readonly policy: Policy;
  readonly bound: Bound;
  readonly properties: readonly PropertyVerdict[];
}

/** Is a promise of it broken by some life? */
export function isRefuted({ properties }: Checked): boolean {
  return properties.some(({ verdict }) => verdict === 'refuted');
}

/** What a narrow look finds wrong, on stderr, for whoever types meanwhile. */
export function noteFirstLook(policy: Policy): void {
  const wrong = firstLook(policy);
  for (const { name, counterexample } of wrong) {
    printNote(`${policy.id}: SAI: ${PROPERTY_NAMES[name]}`);
    for (const line of storyText(policy, counterexample)) printNote(`    ${line}`);
  }
  if (wrong.length === 0) printNote(`${policy.id}: xem nhanh một tháng: chưa thấy sai`);
}

/** Proves a policy, telling on stderr that it takes a while. */
export function checkOne(policy: Policy, options: { acts?: number; deadlines?: Deadlines } = {}): Checked {
  printNote(`${policy.id}: đang xét mọi trường hợp…`);
  const [started, before] = [performance.now(), process.cpuUsage()];
  const verdicts = check(policy, options);
  const { user, system } = process.cpuUsage(before);
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  // On a busy machine the wait says little of the work.
  printNote(
    `${policy.id}: xong sau ${seconds(performance.now() - started)} giây (xử lý ${seconds((user + system) / 1000)} giây)`,
  );
  return { policy, ...verdicts };
}

/** Verdicts, a line a property, and the life that breaks one. */
export function printChecked({ policy, bound, properties }: Checked): void {
  printLine(`${policy.id}  (${policy.name}, phiên bản ${versionOf(policy)})`);
  printLine(
    tableOf(
      ['Tính chất', 'Kết luận'],
      properties.map((p) => [PROPERTY_NAMES[p.name], verdictText(p)]),
      [70, 40],
    ),
  );
  for (const property of properties) {
    if (property.verdict !== 'refuted') continue;
    printLine(`  Phản ví dụ: ${PROPERTY_NAMES[property.name]}`);
    for (const line of storyText(policy, property.counterexample)) printLine(`    ${line}`);
  }
  for (const line of boundText(bound)) printLine(`  * ${line}`);
  printLine();
}

/** The same for programs. */
export function checkedJson({ policy, bound, properties }: Checked) {
  return {
    policy: policy.id,
    version: versionOf(policy),
    properties: properties.map((property) => ({
      name: property.name,
      title: PROPERTY_NAMES[property.name],
      verdict: property.verdict,
      ...present({
        cases: property.verdict === 'proved' ? property.cases : undefined,
        reason: property.verdict === 'unknown' ? unknownText(property.reason) : undefined,
        counterexample: property.verdict === 'refuted' ? storyJson(policy, property.counterexample) : undefined,
      }),
    })),
    bound: { ...bound, text: boundText(bound) },
  };
}

function storyJson(policy: Policy, counterexample: Counterexample) {
  const { issuedAt, opensOn, due, hasCooperating, moments, at, fault } = counterexample;
  return {
    issued: formatInstant(issuedAt),
    ...present({ opensOn }),
    due,
    hasCooperating,
    acts: moments.flatMap((m) => (m.act ? [{ at: formatInstant(m.at), act: m.act }] : [])),
    messages: moments.flatMap((m) => m.posts.map(stepJson)),
    wrong: { at: formatInstant(at), kind: fault.kind, text: faultText(policy, fault) },
    story: storyText(policy, counterexample),
  };
}
