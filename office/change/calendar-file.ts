import { z } from 'zod';
import { type Day, weekday } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { CalendarEdition } from '../../register/index.ts';
import { formatDay } from '../../texts/format.ts';

const SATURDAY = 6;

const day = z.string().transform((text, context): Day => {
  const typed = typedDay(text);
  if (typed !== undefined) return typed;
  context.addIssue({ code: 'custom', message: 'phải là một ngày dạng dd/mm/yyyy' });
  return z.NEVER;
});

const Edition = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'mã chỉ gồm chữ thường không dấu, số và dấu gạch nối' }),
    version: day,
    knownUntil: day,
    source: z.string().trim().min(1, { error: 'ghi số và ngày của văn bản công bố lịch' }),
    off: z.array(day),
    worked: z.array(day),
  })
  .superRefine(({ off, worked, version, knownUntil }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const once = (days: readonly string[], list: string) => {
      for (const [i, d] of days.entries())
        if (days.indexOf(d) < i) fault([list, i], `ngày ${formatDay(d)} ghi hai lần`);
    };
    for (const [i, d] of off.entries()) {
      if (weekday(d) >= SATURDAY) fault(['off', i], `${formatDay(d)} là cuối tuần, vốn đã nghỉ; chỉ ghi ngày thường`);
    }
    for (const [i, d] of worked.entries()) {
      if (weekday(d) < SATURDAY) fault(['worked', i], `${formatDay(d)} là ngày thường; chỉ ghi thứ Bảy làm bù`);
    }
    once(off, 'off');
    once(worked, 'worked');
    if (knownUntil < version) fault(['knownUntil'], 'phải từ ngày phiên bản trở đi');
  });

/**
 * An edition of a working calendar from data of unknown origin.
 * @throws UserError naming the place of the first fault.
 */
export function calendarEdition(data: unknown, file: string): CalendarEdition {
  const parsed = Edition.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const rest = parsed.error.issues.length - 1;
    const place = issue?.path.map((p) => (typeof p === 'number' ? `[${p + 1}]` : String(p))).join('') || '(gốc)';
    throw new UserError(
      `${file}: ${place}: ${issue?.message ?? 'không hợp lệ'}${rest > 0 ? ` (và ${rest} lỗi khác)` : ''}`,
    );
  }
  const { source, ...calendar } = parsed.data;
  return { source, calendar: { ...calendar, off: [...calendar.off].sort(), worked: [...calendar.worked].sort() } };
}

export interface CalendarDifference {
  /** Days that are off now and were worked, days worked now that were off. */
  readonly nowOff: readonly string[];
  readonly nowWorked: readonly string[];
}

/** What an edition says otherwise than the one before. */
export function calendarDifference(before: WorkCalendar, after: WorkCalendar): CalendarDifference {
  const without = (a: readonly string[], b: readonly string[]) => a.filter((d) => !b.includes(d));
  return {
    nowOff: [...without(after.off, before.off), ...without(before.worked, after.worked)].sort(),
    nowWorked: [...without(after.worked, before.worked), ...without(before.off, after.off)].sort(),
  };
}
