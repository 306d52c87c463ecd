import { present } from '../dsl/present.ts';
import type { EveryUnit } from './every.ts';
import type { Spec } from './recurrence-day.ts';
import type { Recurrence } from './rrule.ts';
import type { RuleId } from './rules.ts';

const QUARTER_ENDS = [3, 6, 9, 12];

/** The recurrence of a day in each period, or null where the two do not fit ("thứ Sáu hằng năm"). */
export function recurrenceOn(
  every: EveryUnit,
  spec: Spec | null,
): { readonly recurrence: Recurrence; readonly rule: RuleId } | null {
  const months = spec?.months ? { months: spec.months } : {};
  if (spec?.working) {
    const base =
      every === 'month'
        ? {}
        : every === 'quarter' || spec.monthOfQuarter
          ? { months: quarterMonths(spec.monthOfQuarter ?? (spec.working === 1 ? 1 : 3)) }
          : { months: [spec.working === 1 ? 1 : 12] };
    return { recurrence: { freq: 'MONTHLY', ...base, working: spec.working }, rule: 'recurring-monthly' };
  }
  if (every === 'day' && (spec?.dates || spec?.months || spec?.weekdays)) return null;
  if (every === 'day') return { recurrence: { freq: 'DAILY' }, rule: 'recurring-daily' };
  if (every === 'week')
    return spec?.dates
      ? null
      : {
          recurrence: { freq: 'WEEKLY', ...present({ weekdays: spec?.weekdays }) },
          rule: 'recurring-weekly',
        };
  if (spec?.weekdays)
    return every === 'month'
      ? { recurrence: { freq: 'MONTHLY', weekdays: spec.weekdays, nth: spec.nth ?? 1 }, rule: 'recurring-monthly' }
      : null;
  if (every === 'month') {
    if (spec?.months) return null;
    if (spec?.monthOfQuarter)
      return {
        recurrence: { freq: 'MONTHLY', months: quarterMonths(spec.monthOfQuarter), dates: spec.dates ?? [-1] },
        rule: 'recurring-quarterly',
      };
    return { recurrence: { freq: 'MONTHLY', dates: spec?.dates ?? [-1] }, rule: 'recurring-monthly' };
  }
  if (every === 'quarter') {
    // "ngày 20 hằng quý" with no month: the quarter's last.
    if (spec?.months && !QUARTER_ENDS.every((m) => spec.months?.includes(m))) return null;
    return {
      recurrence: {
        freq: 'MONTHLY',
        months: quarterMonths(spec?.monthOfQuarter ?? (spec?.dates?.[0] === 1 && !spec.monthOfQuarter ? 1 : 3)),
        dates: spec?.dates ?? [-1],
      },
      rule: 'recurring-quarterly',
    };
  }
  if (every === 'half')
    return {
      recurrence: { freq: 'MONTHLY', months: spec?.months ?? [6, 12], dates: spec?.dates ?? [-1] },
      rule: 'recurring-half-yearly',
    };
  if (spec?.dates && spec.months)
    return { recurrence: { freq: 'YEARLY', ...months, dates: spec.dates }, rule: 'recurring-yearly' };
  if (spec?.dates)
    return spec.dates[0] === -1 || spec.dates[0] === 1
      ? {
          recurrence: {
            freq: 'YEARLY',
            months: [spec.dates[0] === 1 ? 1 : 12],
            dates: spec.dates[0] === 1 ? [1] : [31],
          },
          rule: 'recurring-yearly',
        }
      : null;
  return { recurrence: { freq: 'YEARLY', months: [12], dates: [31] }, rule: 'recurring-yearly' };
}

function quarterMonths(monthOfQuarter: number): readonly number[] {
  return QUARTER_ENDS.map((m) => m - 3 + monthOfQuarter);
}
