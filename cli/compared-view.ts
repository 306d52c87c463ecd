import type { Post } from '../dsl/rules/index.ts';
import { dayOf } from '../dsl/time/day.ts';
import type { Compared, Falling } from '../office/policies/compare.ts';
import { formatDay } from '../texts/format.ts';
import { roleName } from '../texts/names.ts';
import { caseDay } from '../texts/policy-cases.ts';
import { COMPARE_LINES as say, WEAKNESSES } from '../texts/policy-compare.ts';
import { stepText } from '../texts/rules.ts';
import { printLine } from './output.ts';
import { stepJson } from './step-json.ts';
import { tableOf } from './table.ts';

/** What a comparison came to, for a person; `a` and `b` are what the two are called. */
export function printCompared(a: string, b: string, compared: Compared): void {
  if (compared.verdict === 'unknown') {
    printLine(say.unknown);
    return;
  }
  if (compared.verdict === 'proved') {
    printLine(say.proved(a, b, compared.lives));
    return;
  }
  const { property, role, story } = compared;
  printLine(say.refuted(a, b, WEAKNESSES[property], role && roleName(role)));
  if (story) printStory(a, b, story);
}

function printStory(a: string, b: string, story: NonNullable<Falling['story']>): void {
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
  printLine(tableOf([say.dayHead, a, b, ''], rows, [24, 46, 46, 14]));
}

/** As programs read it. */
export function comparedJson(compared: Compared) {
  if (compared.verdict !== 'refuted') return compared;
  const { story, ...rest } = compared;
  return story ? { ...rest, counterexample: { ...story, a: story.a.map(stepJson), b: story.b.map(stepJson) } } : rest;
}
