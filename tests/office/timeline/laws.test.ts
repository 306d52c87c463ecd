import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { preview } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { dayFromNumber, dayNumber } from '../../../dsl/time/day.ts';
import { isWorkingDay } from '../../../dsl/time/work-calendar.ts';
import { wasTaken } from '../../../texts/outcomes.ts';
import { picture } from './support.ts';

describe('whatever happened to a directive', () => {
  test('each planned step, each posted step and each act is there once, on its instant', () => {
    fc.assert(
      fc.property(picture, ({ life: { policy, directive }, view, timeline: { marks } }) => {
        const has = (track: string) =>
          marks
            .filter((m) => m.track === track)
            .map((m) => `${m.id} ${m.at} ${m.role}`)
            .sort();
        const plan = preview(policy, directive).steps.map((p) => `${p.key} ${p.at} ${p.to}`);
        expect(has('plan')).toEqual(plan.sort());
        const ran = view.events.flatMap((e) => e.posts).map((p) => `${p.key} ${p.at} ${p.to}`);
        const shown = has('run');
        expect(shown).toEqual(expect.arrayContaining(ran));
        expect(new Set(shown).size).toBe(shown.length);
        expect(marks.filter((m) => m.stage === 'act')).toHaveLength(view.events.filter((e) => e.act).length);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing lies outside the range, no mark without its lane, all in order of time', () => {
    fc.assert(
      fc.property(picture, ({ timeline }) => {
        const { from, to, marks, flags, daysOff, suspensions, lanes } = timeline;
        const within = (day: string) => day >= from && day <= to;
        for (const day of [...marks, ...flags].map((x) => x.day)) expect(within(day)).toBe(true);
        for (const span of [...daysOff, ...suspensions])
          expect([within(span.from), within(span.to)]).toEqual([true, true]);
        const roles = new Set(lanes.map((l) => l.role));
        expect(roles).toEqual(new Set(marks.map((m) => m.role)));
        for (const list of [marks, flags]) {
          expect(list.map((x) => x.at)).toEqual(list.map((x) => x.at).sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the days off are the days that are not worked, no more and no less', () => {
    fc.assert(
      fc.property(picture, ({ timeline: { from, to, daysOff } }) => {
        fc.pre(dayNumber(to) - dayNumber(from) < 1000);
        const told = daysOff.flatMap((s) => {
          const first = dayNumber(s.from);
          return Array.from({ length: dayNumber(s.to) - first + 1 }, (_, i) => dayFromNumber(first + i));
        });
        const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) =>
          dayFromNumber(dayNumber(from) + i),
        );
        expect(told).toEqual(days.filter((day) => !isWorkingDay(civilServants, day)));
      }),
      { numRuns: 20 },
    );
  });

  test('only what a server took is shown as accepted', () => {
    fc.assert(
      fc.property(picture, ({ view, timeline: { marks } }) => {
        for (const mark of marks.filter((m) => m.state === 'accepted')) {
          const own = view.messages.filter((m) => m.postKey === mark.id);
          expect(own.some((m) => wasTaken(m.outcome))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
