import type { Clocks, Standing } from '../../dsl/rules/index.ts';

/** The clocks of a wake that no rules made: as far as its standing tells them. */
export function clocksIn({ due, dueTime, submittedAt, closedAt, status }: Standing): Clocks {
  return {
    due,
    ...(dueTime === undefined ? {} : { dueTime }),
    dueCounts: due !== null && closedAt === undefined && status !== 'suspended',
    late: false,
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
}
