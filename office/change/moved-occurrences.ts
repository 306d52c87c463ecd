import type { Occurrence } from '../../dsl/rules/index.ts';
import { nextOccurrence } from '../../dsl/rules/occurrences.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { Register, SeriesView } from '../../register/index.ts';
import type { CalendarChange } from './change-calendar.ts';

/** An occurrence that is not open yet and would fall due on another day; null = there would be none. */
export interface MovedOccurrence {
  readonly series: string;
  /** Its day by the rule. */
  readonly day: Day;
  readonly before: Day | null;
  readonly after: Day | null;
}

/** A daily report is looked at for three months or so. */
const MOST_LOOKED_AT = 100;

/**
 * What an edition would do to occurrences that are still to be opened, as far as it is announced. Nothing has to be
 * changed for them: whatever is opened follows the newest edition.
 */
export async function movedOccurrences(
  register: Register,
  { edition, current }: Pick<CalendarChange, 'edition' | 'current'>,
): Promise<MovedOccurrence[]> {
  const moved: MovedOccurrence[] = [];
  for (const { id, template } of await register.series.list()) {
    if (template.calendar.id !== edition.calendar.id) continue;
    const view = await register.series.show(id);
    if (!view || view.next === null) continue;
    const ahead = (calendar: WorkCalendar) => duesAhead(view, calendar, edition.calendar.knownUntil);
    const [before, after] = [ahead(current), ahead(edition.calendar)];
    for (const day of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const dues = { before: before.get(day) ?? null, after: after.get(day) ?? null };
      if (dues.before !== dues.after) moved.push({ series: id, day, ...dues });
    }
  }
  return moved;
}

/** The due days by the days of the rule. */
function duesAhead({ series, last }: SeriesView, calendar: WorkCalendar, until: Day): Map<Day, Day> {
  const dues = new Map<Day, Day>();
  let previous: Pick<Occurrence, 'day' | 'due'> | null = last;
  while (dues.size < MOST_LOOKED_AT) {
    const next = nextOccurrence(series, calendar, previous);
    if (next === null || next.day > until) break;
    dues.set(next.day, next.due);
    previous = next;
  }
  return dues;
}
