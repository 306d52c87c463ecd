import { readDeadlines } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { SeriesRule } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import { RECURRENCE_FAULTS } from '../../texts/series.ts';

/**
 * The rule some words set, as a notice of that day would: “ngày 10 hằng tháng”.
 * @throws UserError where they set none, or more than one.
 */
export function recurrenceOf(words: string, today: Day, calendar: WorkCalendar): SeriesRule {
  const read = readDeadlines(words, { anchor: today, calendar });
  const [one, ...others] = read.flatMap(({ recurrence: rule, due: from, dueTime }) =>
    rule === undefined || from === null ? [] : [{ rule, from, ...present({ dueTime }) }],
  );
  if (one && others.length === 0) return one;
  throw new UserError(RECURRENCE_FAULTS[one ? 'several' : 'none'](words));
}
