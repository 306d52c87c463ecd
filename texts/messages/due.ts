import { present } from '../../dsl/present.ts';
import { dueAt } from '../../dsl/rules/late.ts';
import { type Day, dayOf, daysBetween } from '../../dsl/time/day.ts';
import { workingDaysBetween } from '../../dsl/time/work-calendar.ts';
import { dayWithWeekday, formatDay } from '../format.ts';
import type { DirectiveFacts, MessageFacts } from './facts.ts';

/** "hết ngày 14/03/2025 (thứ Sáu)"; with a time "17 giờ 00 ngày …". Only for a directive that has a deadline. */
export function dueWords(due: Day, dueTime?: string): string {
  return dueTime === undefined
    ? `hết ngày ${dayWithWeekday(due)}`
    : `${clockWords(dueTime)} ngày ${dayWithWeekday(due)}`;
}

/** "hạn 14/03/2025", "không quy định hạn" */
export function dueShort(directive: DirectiveFacts): string {
  return directive.due === null || directive.due === undefined
    ? 'không quy định hạn'
    : `hạn ${formatDay(directive.due)}`;
}

/** The words of a deadline that is counted from an event; undefined where the notice sets a day, or no deadline at all. */
export function eventPhrase({ due, originalDue, phrase }: DirectiveFacts): string | undefined {
  const original = originalDue === undefined ? (due ?? null) : originalDue;
  return original === null && phrase ? phrase : undefined;
}

/** The deadline in a line, beside the words that name an event and no day. `day` null: not known yet. */
export function dueByEventWords(day: string | null, phrase: string): string {
  return `${day ?? 'Chưa xác định được ngày'}; văn bản ghi “${phrase}”`;
}

function clockWords(time: string): string {
  return `${time.slice(0, 2)} giờ ${time.slice(3)}`;
}

/** How a message's day lies to the deadline. `late` looks at the clock too where the deadline names an hour. */
export type TimeToDue =
  | { readonly state: 'none' }
  | { readonly state: 'left' | 'late'; readonly days: number; readonly workingDays?: number };

/** Counted from the civil day on which the message leaves; working days only where the calendar is known. */
export function timeToDue(facts: MessageFacts): TimeToDue {
  const { due, dueTime } = facts.directive;
  if (due === null || due === undefined) return { state: 'none' };
  const today = dayOf(facts.at);
  const late = facts.at >= dueAt(due, dueTime);
  const [from, to] = late ? [due, today] : [today, due];
  return {
    state: late ? 'late' : 'left',
    days: daysBetween(from, to),
    ...present({
      workingDays: facts.calendar !== undefined ? workingDaysBetween(facts.calendar, from, to) : undefined,
    }),
  };
}

/** "5 ngày (4 ngày làm việc)" */
export function daysWords(days: number, workingDays?: number): string {
  return workingDays === undefined || workingDays === days
    ? `${days} ngày`
    : `${days} ngày (${workingDays} ngày làm việc)`;
}

/** "còn 5 ngày", "đến hạn hôm nay", "quá hạn 3 ngày"; null without a deadline. Short: for subjects. */
export function leftShort(facts: MessageFacts): string | null {
  const time = timeToDue(facts);
  switch (time.state) {
    case 'none':
      return null;
    case 'left':
      return time.days === 0 ? 'đến hạn hôm nay' : `còn ${time.days} ngày`;
    case 'late':
      return time.days === 0 ? 'quá hạn hôm nay' : `quá hạn ${time.days} ngày`;
  }
}

/** "chậm nhất hết ngày …"; where that has passed "trong thời gian sớm nhất (…)", without a deadline the empty string. */
export function untilWords(facts: MessageFacts): string {
  const { due, dueTime } = facts.directive;
  if (due === null || due === undefined) return '';
  return timeToDue(facts).state === 'late'
    ? `trong thời gian sớm nhất (thời hạn ${dueWords(due, dueTime)} đã qua)`
    : `chậm nhất ${dueWords(due, dueTime)}`;
}

/** Days since an instant, as of the message. */
export function daysSince(facts: MessageFacts, instant: number): string {
  const from = dayOf(instant);
  const to = dayOf(facts.at);
  return daysWords(
    Math.max(0, daysBetween(from, to)),
    facts.calendar === undefined ? undefined : workingDaysBetween(facts.calendar, from, to),
  );
}
