import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  clocksOf,
  type Directive,
  dueAt,
  initialState,
  isLate,
  isOverdue,
  type Status,
} from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, HOUR_MS, instantAt } from '../../dsl/time/day.ts';
import { taskStandingOf } from '../../office/links/index.ts';
import { standard } from '../../policies/index.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { reportCellOf } from '../../register/report.ts';

/* Late means one thing: for what messages say of the clocks, for lists, the report and the pages. */

const ISSUED = '2025-03-03';
const STATUSES = [
  ...['waiting', 'assigned', 'acknowledged', 'submitted', 'suspended', 'approved'],
  ...['cancelled', 'superseded', 'split', 'merged'],
] as readonly Status[];
const CLOSED: readonly Status[] = ['approved', 'cancelled', 'superseded', 'split', 'merged'];

/** A directive somewhere in its life: when it is due, when a result came, when it ended, when one looks. */
const standing = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    due: fc.option(fc.integer({ min: 0, max: 20 }).map((n) => addDays(ISSUED, n))),
    dueTime: fc.option(fc.constantFrom('10:00', '17:00')),
    hours: fc.tuple(fc.nat(600), fc.nat(600), fc.nat(600)),
  })
  .map(({ status, due, dueTime, hours }) => {
    const [first, second, third] = hours.map((h) => instantAt(ISSUED, 480) + h * HOUR_MS).sort((a, b) => a - b);
    const result = status === 'submitted' || status === 'approved' ? (first ?? 0) : null;
    const closed = CLOSED.includes(status) ? (second ?? 0) : null;
    return {
      status,
      due,
      dueTime: due === null ? null : dueTime,
      submittedAt: result,
      closedAt: closed,
      now: third ?? 0,
    };
  });

test('clocks, lists, the report and the pages agree on what is late', () => {
  fc.assert(
    fc.property(standing, ({ status, due, dueTime, submittedAt, closedAt, now }) => {
      const timing = { status, dueAt: dueAt(due, dueTime), submittedAt, closedAt };
      const [late, overdue] = [isLate(timing, now), isOverdue(timing, now)];

      const directive: Directive = {
        id: 'd',
        issuedAt: instantAt(ISSUED, 480),
        due,
        hasCooperating: false,
        calendar: civilServants,
      };
      const state = {
        ...initialState(directive),
        ...{ status, dueTime, assignedAt: directive.issuedAt },
        ...(submittedAt === null ? {} : { submittedAt }),
        ...(closedAt === null ? {} : { closedAt }),
        ...(status === 'suspended' ? { suspended: { at: now, from: 'assigned' as const, until: null } } : {}),
      };
      expect(clocksOf(standard, directive, state, now).late).toBe(late);

      const cell = reportCellOf(timing, now);
      expect(cell === 'openOverdue').toBe(overdue);
      expect(cell === 'openOverdue' || cell === 'doneLate').toBe(late);

      const record = {
        due,
        dueTime: dueTime ?? undefined,
        status,
        submittedAt,
        closedAt,
      } as unknown as DirectiveRecord;
      const shown = taskStandingOf(record, now);
      expect(shown.colour === 'overdue').toBe(overdue);
      expect(shown.time?.state === 'late').toBe(late);
    }),
  );
});

test('a result handed in late is late while it waits, and its hour counts where the deadline names one', () => {
  const at = (hour: number) => instantAt(ISSUED, hour * 60);
  const timing = { status: 'submitted', dueAt: dueAt(ISSUED, '10:00'), submittedAt: at(11), closedAt: null } as const;
  expect(isLate(timing, at(12))).toBe(true);
  expect(isLate({ ...timing, submittedAt: at(9) }, at(12))).toBe(false);
  expect(isLate({ ...timing, status: 'acknowledged' }, at(9))).toBe(false);
  expect(isLate({ ...timing, dueAt: dueAt(ISSUED, null), submittedAt: at(23) }, at(40))).toBe(false);
});
