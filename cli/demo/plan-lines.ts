import { dayOf } from '../../dsl/time/day.ts';
import type { PlannedDirective, Step } from '../../office/plan.ts';
import { formatDay } from '../../texts/format.ts';
import { kindName, roleName } from '../../texts/names.ts';

/** A plan in brief: a heading for each directive, then a line a day. Of several parts only the first is shown whole. */
export function planLines(directives: readonly PlannedDirective[]): string[] {
  return directives.flatMap(({ id, policy, due, parts, steps, notes }) => {
    const [first, ...others] = parts;
    const shown = others.length > 0 ? steps.filter((s) => s.part === first?.part) : steps;
    return [
      `${id}  hạn ${formatDay(due)}, quy tắc ${policy}${others.length > 0 ? ` (kỳ đầu; còn ${others.length} kỳ nữa)` : ''}`,
      ...byDay(shown).map(([day, on]) => `    ${formatDay(day)}  ${on.map(brief).join('; ')}`),
      ...notes.map((note) => `    * ${note}`),
    ];
  });
}

function byDay(steps: readonly Step[]): [string, Step[]][] {
  const days = new Map<string, Step[]>();
  for (const step of steps) {
    const day = dayOfStep(step);
    days.set(day, [...(days.get(day) ?? []), step]);
  }
  return [...days];
}

function dayOfStep({ at }: Step): string {
  return dayOf(Date.parse(at));
}

function brief({ kind, to }: Step): string {
  return `${kindName(kind, to)} → ${roleName(to)}`;
}
