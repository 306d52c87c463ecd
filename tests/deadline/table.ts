import { expect, test } from '@jest/globals';
import { type Deadline, readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { Day } from '../../dsl/time/day.ts';

/** What a person would check of a deadline: the day (- for none), the time, the start, the recurrence. */
export function inShort(d: Deadline): string {
  return [d.due ?? '-', d.dueTime, d.from === undefined ? undefined : `from:${d.from}`, d.recurrence]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function read(text: string, anchor: Day = '2025-03-05'): readonly Deadline[] {
  return readDeadlines(text, { anchor, calendar: civilServants });
}

/** A test for each line “phrase → answer”; several deadlines are joined by “ + ”, `none` says there is none. */
export function readsAs(anchor: Day, table: string): void {
  const lines = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  test.each(lines.map((line) => line.split(' → ') as [string, string]))('%s → %s', (text, answer) => {
    expect(read(text, anchor).map(inShort).join(' + ') || 'none').toBe(answer);
  });
}
