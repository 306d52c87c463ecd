import type { Command } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import type { Post } from '../../dsl/rules/index.ts';
import { dayOf, formatInstant } from '../../dsl/time/day.ts';
import { type Compared, compare, type Falling } from '../../office/policies/compare.ts';
import { formatDay } from '../../texts/format.ts';
import { roleName } from '../../texts/names.ts';
import { caseDay } from '../../texts/policy-cases.ts';
import { COMPARE_LINES as say, WEAKNESSES } from '../../texts/policy-compare.ts';
import { stepText } from '../../texts/rules.ts';
import { loadPolicy } from '../input.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

/** `dondoc compare A B`: is anybody told later, less often or not at all under B? */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'So hai quy tắc: theo B có ai được báo muộn hơn, ít hơn, qua ít kênh hơn, hay không được báo nữa so với A? Chứng minh trên mọi ngày của ba năm, hoặc nêu câu chuyện ngắn nhất, hai cột từng ngày. B yếu hơn thì mã thoát là 1.',
    )
    .argument('<A>', 'mã quy tắc hoặc tệp .ts, .yaml')
    .argument('<B>', 'mã quy tắc hoặc tệp .ts, .yaml')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc compare tieu-chuan khan\n  dondoc compare khan.yaml khan-moi.yaml')
    .action(async (first: string, second: string, given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const [a, b] = await Promise.all([loadPolicy(first), loadPolicy(second)]);
      const compared = compare(a, b);
      if (format === 'json') printJson(comparedJson(compared));
      else printCompared(a, b, compared);
      if (compared.verdict === 'refuted') endWithFinding();
    });
}

function printCompared(a: Policy, b: Policy, compared: Compared): void {
  if (compared.verdict === 'unknown') {
    printLine(say.unknown);
    return;
  }
  if (compared.verdict === 'proved') {
    printLine(say.proved(a.id, b.id, compared.lives));
    if (compare(b, a).verdict === 'proved') printLine(say.equal(a.id, b.id));
    return;
  }
  const { property, role, story } = compared;
  printLine(say.refuted(a.id, b.id, WEAKNESSES[property], role && roleName(role)));
  if (story) printStory(a, b, story);
}

function printStory(a: Policy, b: Policy, story: NonNullable<Falling['story']>): void {
  printLine(say.story(formatDay(story.issued), formatDay(story.due)));
  const days = [...new Set([story.on, ...[...story.a, ...story.b].map(({ at }) => dayOf(at))])].sort();
  const told = (posts: readonly Post[], day: string) =>
    posts
      .filter(({ at }) => dayOf(at) === day)
      .map(stepText)
      .join('\n') || say.nobody;
  const rows = days.map((day) => [
    ...[caseDay(day), told(story.a, day), told(story.b, day)],
    day === story.on ? say.behind : '',
  ]);
  printLine(tableOf([say.dayHead, a.id, b.id, ''], rows, [24, 46, 46, 14]));
}

function comparedJson(compared: Compared) {
  if (compared.verdict !== 'refuted') return compared;
  const { story, ...rest } = compared;
  const steps = (posts: readonly Post[]) =>
    posts.map((post) => ({ at: formatInstant(post.at), kind: post.kind, to: post.to, rule: stepText(post) }));
  return story ? { ...rest, counterexample: { ...story, a: steps(story.a), b: steps(story.b) } } : rest;
}
