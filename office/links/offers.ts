import { present } from '../../dsl/present.ts';
import { type Actor, offersFor } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { LifeOfLog, LinkRecord } from '../../register/index.ts';
import { BY_LINK, isHead, type LinkAct } from './grant.ts';

/** Who acts by a link. */
export function actorOf({ party, role, agencyId, personId }: LinkRecord): Actor {
  return { party, ...present({ head: isHead(role) ? true : undefined }), agency: agencyId, person: personId };
}

/** The acts of a link that the rules would take of its person now, in the order a page offers them. */
export function offersOf(link: LinkRecord, life: LifeOfLog, now: Instant): readonly LinkAct[] {
  const open = offersFor(life.policy, life.directive, life.state, actorOf(link), now);
  return BY_LINK.filter((act) => link.acts.includes(act) && open.includes(act));
}

/** The lead acknowledges for all who lead, a cooperating agency for itself. */
export function hasAcknowledged({ party, agencyId }: LinkRecord, { state }: LifeOfLog): boolean {
  if (party === 'lead') return state.acknowledgedAt !== undefined;
  return state.cooperatingAcknowledged.includes(agencyId);
}
