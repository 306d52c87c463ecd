import type { MovedStep } from '../dsl/rules/index.ts';
import { formatInstant } from '../dsl/time/day.ts';
import type { Affected } from '../office/change/affected.ts';
import type { AppliedChange } from '../office/change/apply-change.ts';
import { appliedText, GONE_STEP, NEW_STEP, previewText, whenText } from '../texts/change.ts';
import { causeText, stepText } from '../texts/rules.ts';
import { printJson, printLine } from './output.ts';
import { tableOf } from './table.ts';

type Format = 'table' | 'json';

/** What a change would move, directive by directive, before and after. */
export function printAffected(affected: readonly Affected[], format: Format, more: Record<string, unknown>): void {
  const moving = affected.filter((a) => a.moved.length > 0);
  const unknown = affected.filter((a) => a.unknown !== undefined);
  if (format === 'json') {
    printJson({
      ...more,
      directives: moving.map(({ directive, moved }) => ({
        id: directive.id,
        policy: directive.policy.id,
        calendar: directive.calendar.version,
        moved: moved.map(movedJson),
      })),
      unchanged: affected.length - moving.length - unknown.length,
      unknown: unknown.map(({ directive, unknown: reason }) => ({ id: directive.id, reason })),
    });
    return;
  }
  if (moving.length > 0) {
    printLine(
      tableOf(
        ['Mã', 'Bước', 'Trước', 'Sau'],
        moving.flatMap(({ directive, moved }) =>
          moved.map((step, i) => [
            i === 0 ? directive.id : '',
            stepText(step),
            whenText(step.before, NEW_STEP),
            whenText(step.after, GONE_STEP),
          ]),
        ),
        [null, 60],
      ),
    );
  }
  for (const { directive, unknown: reason } of unknown) printLine(`${directive.id}: chưa tính trước được (${reason})`);
  printLine(previewText(affected.length, moving.length));
}

/** What became of a change, and which directives it did not reach. */
export function printApplied(applied: AppliedChange, format: Format, more: Record<string, unknown>): void {
  if (format === 'json') {
    printJson({ ...more, applied });
    return;
  }
  for (const { id, reason } of applied.failed) printLine(`${id}: chưa đổi được: ${reason}`);
  printLine(
    appliedText({
      changed: applied.changed.length,
      already: applied.already.length,
      closed: applied.closed.length,
      failed: applied.failed.length,
    }),
  );
}

function movedJson({ kind, to, cause, before, after }: MovedStep) {
  const instant = (at: number | null) => (at === null ? null : formatInstant(at));
  return { kind, to, rule: causeText(cause), before: instant(before), after: instant(after) };
}
