import type { Post } from '../dsl/rules/index.ts';
import { formatInstant } from '../dsl/time/day.ts';
import { roleName } from '../texts/names.ts';
import { stepText } from '../texts/rules.ts';

/** A step as programs read it, in every command that shows steps; `at` in ISO at +07:00, `rule` in words. */
export function stepJson({ key, at, stage, kind, to, cause }: Post) {
  return { key, at: formatInstant(at), stage, kind, to, toName: roleName(to), rule: stepText({ kind, to, cause }) };
}
