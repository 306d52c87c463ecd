import { type Day, dayOf, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { DirectiveView, NamedParty } from '../../register/index.ts';

type Log = Pick<DirectiveView, 'directive' | 'events'>;

/** Who led a directive at an instant: whoever it had last been given to, else those the notice names. */
export function leadAt({ directive, events }: Log, at: Instant): readonly NamedParty[] {
  const given = handovers(events).findLast((handover) => handover.at <= at);
  return given?.lead ?? directive.originalLead ?? directive.lead;
}

/** All who led it on a day: more than one where it changed hands that day. */
export function leadsOn(log: Log, day: Day): readonly (readonly NamedParty[])[] {
  const today = handovers(log.events).filter(({ at }) => dayOf(at) === day);
  return [leadAt(log, instantAt(day, 0) - 1), ...today.map(({ lead }) => lead)];
}

function handovers(events: Log['events']) {
  return events.flatMap(({ at, act }) => (act?.act.type === 'reassign' ? [{ at, lead: act.act.lead }] : []));
}
