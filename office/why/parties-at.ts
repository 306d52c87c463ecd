import { present } from '../../dsl/present.ts';
import { type Day, dayOf, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { DirectiveView, NamedParty } from '../../register/index.ts';

type Log = Pick<DirectiveView, 'directive' | 'events'>;

/** Who worked on a directive at a time. */
export interface PartiesThen {
  readonly lead: readonly NamedParty[];
  readonly cooperating: readonly NamedParty[];
  /** Who is told for the lead instead of its usual contact, and since when. */
  readonly contact: string | null;
  readonly contactSince?: Instant;
}

/**
 * Who worked on a directive at an instant. The lead: whoever it had last been given to, else those the notice names. Of
 * the agencies that take part, those that had not yet joined by a merger are left out.
 */
export function partiesAt({ directive, events }: Log, at: Instant): PartiesThen {
  const before = changesOf(events).filter((change) => change.at <= at);
  const given = before.findLast((change) => change.lead !== undefined);
  const told = before.findLast((change) => change.contact !== undefined);
  const joinedLater = new Set(
    changesOf(events)
      .filter((change) => change.at > at)
      .flatMap(({ joining }) => joining.map(keyOf)),
  );
  return {
    lead: given?.lead ?? directive.originalLead ?? directive.lead,
    cooperating: directive.cooperating.filter((party) => !joinedLater.has(keyOf(party))),
    contact: told?.contact ?? null,
    ...present({ contactSince: told?.contact ? told.at : undefined }),
  };
}

/** All who worked on it on a day: more than one set where it changed hands, or agencies joined, that day. */
export function partiesOn(log: Log, day: Day): readonly PartiesThen[] {
  const today = changesOf(log.events).filter(({ at }) => dayOf(at) === day);
  return [partiesAt(log, instantAt(day, 0) - 1), ...today.map(({ at }) => partiesAt(log, at))];
}

interface Change {
  readonly at: Instant;
  readonly lead?: readonly NamedParty[];
  readonly contact?: string | null;
  readonly joining: readonly NamedParty[];
}

function changesOf(events: Log['events']): Change[] {
  return events.flatMap(({ at, act }): Change[] => {
    if (act?.act.type === 'reassign') return [{ at, lead: act.act.lead, contact: null, joining: [] }];
    if (act?.act.type === 'adjust' && act.act.contact !== undefined) {
      return [{ at, contact: act.act.contact, joining: [] }];
    }
    return act?.act.type === 'absorb' ? [{ at, joining: act.act.joining }] : [];
  });
}

function keyOf({ name, agency }: NamedParty): string {
  return agency ?? name;
}
