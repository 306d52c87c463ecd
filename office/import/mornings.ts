import { dueAt, isOverdue } from '../../dsl/rules/index.ts';
import { addDays, type Day, instantAt } from '../../dsl/time/day.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../../dsl/time/work-calendar.ts';
import type { NamedParty, OldWork } from '../../register/index.ts';
import { plain } from './plain.ts';

/** So many on one morning nobody calls a flood … */
const FEW = 5;
/** … and an agency with more arrears than that would fill hears of them all within so many working days. */
const MORNINGS = 20;

/**
 * Those whose past must be told, because nothing else would: late, or with no step ahead. What waits for the office, is
 * suspended or closed does not.
 */
export function hasArrears({ wake: { standing } }: OldWork, today: Day): boolean {
  const { status, due, dueTime, submittedAt = null, closedAt = null, nextWake } = standing;
  if (status !== 'assigned' && status !== 'acknowledged') return false;
  return (
    nextWake === null || isOverdue({ status, dueAt: dueAt(due, dueTime), submittedAt, closedAt }, instantAt(today, 0))
  );
}

/**
 * On which morning each of these is told, in their order: from the next working day on, few for each agency on each
 * morning.
 */
export function morningsFor(works: readonly OldWork[], calendar: WorkCalendar, today: Day): Map<string, Day> {
  const most = new Map<string, number>();
  for (const lead of works.flatMap(leadsOf)) most.set(lead, (most.get(lead) ?? 0) + 1);
  const mornings: Day[] = [];
  const morning = (n: number): Day => {
    while (mornings.length <= n) {
      mornings.push(workingDayOnOrAfter(calendar, addDays(mornings.at(-1) ?? today, 1)));
    }
    return mornings[n] ?? today;
  };
  const taken = new Map<string, number>();
  const told = new Map<string, Day>();
  for (const work of works) {
    // Several leads: the morning on which the busiest has room.
    const places = leadsOf(work).map((lead) => {
      const place = taken.get(lead) ?? 0;
      taken.set(lead, place + 1);
      return Math.floor(place / Math.max(FEW, Math.ceil((most.get(lead) ?? 0) / MORNINGS)));
    });
    told.set(work.directive.id, morning(Math.max(0, ...places)));
  }
  return told;
}

function leadsOf({ directive }: OldWork): string[] {
  return [...new Set(directive.lead.map(nameOf))];
}

function nameOf({ agency, name }: NamedParty): string {
  return agency ?? plain(name);
}
