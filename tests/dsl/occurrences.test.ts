import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OnDayOff } from '../../dsl/policy/index.ts';
import type { Occurrence, Series } from '../../dsl/rules/index.ts';
import { nextOccurrence, occurrencesUntil, openingOf } from '../../dsl/rules/occurrences.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayOf, laterDay } from '../../dsl/time/day.ts';
import { daysOfRule } from '../../dsl/time/recurrence.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';

function series(rule: string, from: Day, more: Partial<Series> = {}): Series {
  return { id: 'n/II.1', issued: from, rules: [{ rule, from }], taken: [], onDayOff: 'keep', ...more };
}

function first(n: number, of: Series): Occurrence[] {
  const found: Occurrence[] = [];
  while (found.length < n) {
    const next = nextOccurrence(of, civilServants, found.at(-1) ?? null);
    if (next === null) break;
    found.push(next);
  }
  return found;
}

describe('the occurrences of a recurring directive', () => {
  // 25/01/2025 is a Saturday before Tết (27–31/01); 25/05 a Sunday.
  const monthly = (onDayOff: OnDayOff) => series('FREQ=MONTHLY;BYMONTHDAY=25', '2024-12-25', { onDayOff });
  test.each<[OnDayOff, Day[]]>([
    ['keep', ['2025-01-25', '2025-02-25', '2025-03-25', '2025-04-25', '2025-05-25']],
    ['skip', ['2025-02-25', '2025-03-25', '2025-04-25', '2025-06-25', '2025-07-25']],
    ['next-working-day', ['2025-02-03', '2025-02-25', '2025-03-25', '2025-04-25', '2025-05-26']],
    ['previous-working-day', ['2025-01-24', '2025-02-25', '2025-03-25', '2025-04-25', '2025-05-23']],
  ])('a day off, by a policy that says %s', (onDayOff, dues) => {
    const found = first(5, monthly(onDayOff));
    expect(found.map((o) => o.due)).toEqual(dues);
    // Named by the rule's own day, whatever a calendar does to the due day.
    expect(found.every((o) => o.day.endsWith('-25'))).toBe(true);
    expect(found.map((o) => o.opensOn)).toEqual([undefined, ...dues.slice(0, -1).map((due) => addDays(due, 1))]);
  });

  test('UNTIL and COUNT end it', () => {
    const until = series('FREQ=MONTHLY;BYMONTHDAY=24;UNTIL=20250424T000000Z', '2025-02-24');
    expect(first(9, until).map((o) => o.due)).toEqual(['2025-03-24', '2025-04-24']);
    // Counted from the first day, which was the day of the notice.
    const count = series('FREQ=MONTHLY;BYMONTHDAY=24;COUNT=3', '2025-02-24');
    expect(first(9, count).map((o) => o.due)).toEqual(['2025-03-24', '2025-04-24']);
  });

  test('what the directive names besides is no occurrence, and two rules make one series', () => {
    const both = series('FREQ=MONTHLY;BYMONTHDAY=24', '2025-02-24', {
      rules: [
        { rule: 'FREQ=MONTHLY;BYMONTHDAY=24', from: '2025-02-24' },
        { rule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10', from: '2025-03-10', dueTime: '17:00' },
      ],
      taken: ['2025-03-24'],
    });
    expect(first(2, both)).toEqual([
      { day: '2025-03-10', due: '2025-03-10', dueTime: '17:00', rule: 1 },
      { day: '2025-04-24', due: '2025-04-24', opensOn: '2025-03-25', rule: 0 },
    ]);
  });

  test('days moved onto one another are one, and a rule of days off alone ends', () => {
    const daily = series('FREQ=DAILY', '2025-03-06', { onDayOff: 'next-working-day' });
    expect(first(4, daily).map((o) => o.due)).toEqual(['2025-03-07', '2025-03-10', '2025-03-11', '2025-03-12']);
    expect(first(4, series('FREQ=WEEKLY;BYDAY=SU', '2025-03-06', { onDayOff: 'skip' }))).toEqual([]);
  });

  const rules = fc.constantFrom(
    'FREQ=MONTHLY;BYMONTHDAY=24',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=WEEKLY;BYDAY=MO,SA',
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15',
  );
  const policies = fc.constantFrom<OnDayOff[]>('keep', 'skip', 'next-working-day', 'previous-working-day');
  const issued = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-03-01', n));

  test('law: dues rise, nothing is opened late, moved dues are worked, and `keep` is the rule itself', () => {
    fc.assert(
      fc.property(rules, policies, issued, (rule, onDayOff, from) => {
        const given = series(rule, from, { onDayOff });
        const found = first(20, given);
        expect(found.length).toBe(20);
        for (const [i, { due, opensOn }] of found.entries()) {
          const before = found[i - 1];
          expect(due > (before?.due ?? from)).toBe(true);
          expect(opensOn).toBe(before && addDays(before.due, 1));
          if (onDayOff !== 'keep') expect(isWorkingDay(civilServants, due)).toBe(true);
          const opens = openingOf(given, opensOn === undefined ? {} : { opensOn });
          if (opens !== null) expect(addDays(dayOf(opens), 1)).toBe(opensOn);
        }
        if (onDayOff === 'keep') {
          const last = found.at(-1)?.day ?? from;
          expect(found.map((o) => o.day)).toEqual(daysOfRule(rule, from, last).filter((d) => d > from));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('law: after a suspension or a change they are those due after that day, opened no sooner than it', () => {
    fc.assert(
      fc.property(rules, policies, fc.integer({ min: 0, max: 300 }), fc.nat(6), (rule, onDayOff, days, opened) => {
        const given = series(rule, '2025-02-24', { onDayOff });
        const all = first(opened + 1, given);
        const last = all.at(-1) ?? null;
        const after = addDays(last?.due ?? given.issued, days);
        const next = nextOccurrence({ ...given, after }, civilServants, last);
        const left = occurrencesUntil(given, civilServants, last, after);
        // One after the other, as though nothing had been: the first that is due later.
        const following = nextOccurrence(given, civilServants, left.at(-1) ?? last);
        expect(next).toEqual(following && { ...following, opensOn: laterDay(following.opensOn ?? after, after) });
        expect(left.every((o) => o.due <= after)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a daily report suspended for years goes on', () => {
    const daily = series('FREQ=DAILY', '2025-03-06');
    const last = first(3, daily).at(-1) ?? null;
    expect(nextOccurrence({ ...daily, after: '2028-03-06' }, civilServants, last)).toMatchObject({
      ...{ due: '2028-03-07', opensOn: '2028-03-07' },
    });
  });
});
