import type { Actor } from '../dsl/rules/index.ts';
import { openingOf } from '../dsl/rules/occurrences.ts';
import { formatInstant } from '../dsl/time/day.ts';
import type { Register, SeriesView } from '../register/index.ts';
import { recurrenceText } from '../texts/deadline-rules.ts';
import { formatDay, formatMoment } from '../texts/format.ts';
import { STATUS_NAMES } from '../texts/names.ts';
import { policyText } from '../texts/rules.ts';
import { leftOutText, openingText, seriesActText, seriesEndText, suspensionText } from '../texts/series.ts';
import { printLine } from './output.ts';
import { overridesJson, printOverrides } from './override.ts';
import { tableOf } from './table.ts';

/** A recurring directive by its id, or by any end of it that only one has; undefined where none has. */
export async function findSeries(register: Register, given: string): Promise<SeriesView | undefined> {
  const exact = await register.series.show(given);
  if (exact) return exact;
  const [first, ...others] = (await register.series.list()).filter(({ id }) => id.endsWith(`/${given}`));
  return first && others.length === 0 ? register.series.show(first.id) : undefined;
}

/** “ngày 24 hằng tháng”. */
export function rulesText({ series }: Pick<SeriesView, 'series'>): string {
  return series.rules.map(({ rule }) => recurrenceText(rule)).join('; ');
}

/** What comes of it next, or why nothing does. */
export function nextText({ series, next }: SeriesView): string {
  if (series.end) return seriesEndText(series.end);
  if (series.suspended) return suspensionText(series.suspended);
  if (next === null) return 'Đã hết kỳ theo quy định';
  const opensAt = openingOf(series, next);
  if (opensAt === null) return openingText({ ...next, opensAt: series.template.issuedAt });
  return `${formatMoment(opensAt)} ${openingText({ ...next, opensAt })}`;
}

/** A recurring directive for programs: how it recurs, its occurrences, the next one, what was done to it. */
export function seriesJson({ series, occurrences, next, overrides }: SeriesView) {
  const opensAt = next && openingOf(series, next);
  return {
    id: series.id,
    localId: series.localId,
    notice: series.noticeId,
    rules: series.rules,
    lead: series.template.lead,
    policy: series.template.policy.id,
    onDayOff: series.onDayOff,
    occurrences: occurrences.map(({ id, due, status }) => ({ id, due, status })),
    next: next && { day: next.day, due: next.due, opensAt: opensAt === null ? null : formatInstant(opensAt) },
    suspended: series.suspended && { ...series.suspended, at: formatInstant(series.suspended.at) },
    acts: series.acts.map(({ at, act, leftOut }) => ({ at: formatInstant(at), act, leftOut })),
    end: series.end && { ...series.end, at: formatInstant(series.end.at) },
    overrides: overridesJson(overrides),
    workflowId: series.workflowId,
  };
}

/** The same as a page of the terminal. */
export function printSeries(view: SeriesView, nameOf: (by: Actor) => string): void {
  const { series, occurrences, overrides } = view;
  const { lead, policy, text } = series.template;
  printLine(`${series.id}  định kỳ: ${rulesText(view)}`);
  printLine(`Chủ trì: ${lead.map((l) => l.name).join(', ') || 'không có'}`);
  printLine(`Kỳ tới: ${nextText(view)}`);
  printLine(`\n“${text.replace(/\s+/g, ' ').trim()}”\n`);
  printLine(`Quy tắc ${policy.name} (${policy.id}):`);
  for (const line of policyText(policy)) printLine(`  ${line}`);
  printOverrides(overrides);
  if (series.acts.length > 0) printLine('\nDiễn biến:');
  for (const { at, act, leftOut } of series.acts) {
    printLine(`  ${formatMoment(at)}  ${seriesActText(act)}`);
    printLine(`    ${nameOf(act.by)}`);
    if (leftOut.length > 0) printLine(`    ${leftOutText(leftOut)}`);
  }
  printLine('\nCác kỳ đã mở:');
  printLine(
    tableOf(
      ['Mã', 'Hạn', 'Trạng thái'],
      occurrences.map((o) => [o.id, formatDay(o.due), STATUS_NAMES[o.status]]),
    ),
  );
}
