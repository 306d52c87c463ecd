import type { Command } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import { type Bound, type Counterexample, check, type Deadlines, type PropertyVerdict } from '../../dsl/proof/index.ts';
import { formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { versionOf } from '../../office/proof/index.ts';
import { shippedPolicies } from '../../policies/index.ts';
import { boundText, faultText, PROPERTY_NAMES, storyText, unknownText, verdictText } from '../../texts/proof.ts';
import { loadPolicy } from '../input.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

interface CheckCommandOptions {
  readonly acts: number;
  readonly deadlines: string;
  readonly format: string;
}

interface Checked {
  readonly policy: Policy;
  readonly bound: Bound;
  readonly properties: readonly PropertyVerdict[];
}

/** `dondoc check [FILE…]`: what the rules promise, decided over every day and every order of acts before they run. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Xét quy tắc trên mọi ngày giao, mọi hạn của ba năm và mọi thứ tự thao tác. Mỗi tính chất: đúng (kèm số trường hợp), sai (kèm câu chuyện ngắn nhất), hoặc chưa kết luận (kèm lý do).',
    )
    .argument('[tệp...]', 'quy tắc .json/.yaml hoặc mã quy tắc có sẵn (mặc định: mọi quy tắc có sẵn)')
    .option('--acts <số>', 'xét đến bao nhiêu thao tác trong đời một nhiệm vụ', actsArgument, 6)
    .option(
      '--deadlines <loại>',
      'nhiệm vụ nào quy tắc phải theo được: any (mọi loại), dated (có hạn), none (không hạn)',
      'any',
    )
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc check\n  dondoc check quy-tac.yaml --format json')
    .action(async (files: string[], given: CheckCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const deadlines = deadlinesArgument(given.deadlines);
      const policies = files.length > 0 ? await Promise.all(files.map(loadPolicy)) : shippedPolicies;
      const checked = policies.map((policy) => checkOne(policy, { acts: given.acts, deadlines }));
      if (format === 'json') printJson({ policies: checked.map(toJson) });
      else for (const one of checked) printChecked(one);
      if (checked.some((c) => c.properties.some((p) => p.verdict === 'refuted'))) endWithFinding();
    });
}

function checkOne(policy: Policy, options: { acts: number; deadlines: Deadlines }): Checked {
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

function printChecked({ policy, bound, properties }: Checked): void {
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

function toJson({ policy, bound, properties }: Checked) {
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
    messages: moments.flatMap((m) =>
      m.posts.map((p) => ({ at: formatInstant(p.at), kind: p.kind, to: p.to, key: p.key })),
    ),
    wrong: { at: formatInstant(at), kind: fault.kind, text: faultText(policy, fault) },
    story: storyText(policy, counterexample),
  };
}

function actsArgument(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 10) return Number(text);
  throw new UserError(`--acts ${text}: ghi một số từ 0 đến 10`);
}

function deadlinesArgument(text: string): Deadlines {
  if (text === 'any' || text === 'dated' || text === 'none') return text;
  throw new UserError(`--deadlines ${text}: không có loại này; dùng một trong: any, dated, none`);
}
