import { type Actor, actorFor, hasLead, offersFor } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { LifeOfLog, LinkRecord } from '../../register/index.ts';
import { BY_LINK, type LinkAct } from './grant.ts';
import type { Visit } from './open-link.ts';

/** Who acts by a link. */
export function actorOf({ role, agencyId, personId }: LinkRecord): Actor {
  return { ...actorFor(role), agency: agencyId, person: personId, door: 'link' };
}

/** Who acts on a page that somebody has open. */
export function actingOn(visit: Pick<Visit, 'link' | 'as'>): Actor {
  return visit.as ?? actorOf(visit.link);
}

/** The acts of a link that the rules would take of its person now, in the order a page offers them. */
export function offersOf(link: LinkRecord, life: LifeOfLog, now: Instant): readonly LinkAct[] {
  const open = offersFor(life.policy, life.directive, life.state, actorOf(link), now);
  return BY_LINK.filter((act) => mayByLink(link, act) && open.includes(act));
}

/**
 * What may be done by a link: as it was granted. What was handed in or asked by it may be taken back, and whoever may
 * hand in may explain: a link made before those could be asked for takes them too.
 */
export function mayByLink({ acts }: LinkRecord, act: LinkAct): boolean {
  return acts.includes(GOES_WITH[act] ?? act);
}

const GOES_WITH: Readonly<Partial<Record<LinkAct, LinkAct>>> = {
  'withdraw-result': 'submit-result',
  explain: 'submit-result',
  'withdraw-explanation-request': 'ask-explanation',
};

/** An agency acknowledges for itself, whether it leads with others or takes part. */
export function hasAcknowledged(link: LinkRecord, { state }: LifeOfLog): boolean {
  const { party, agencyId } = link;
  if (party === 'lead') return hasLead(state, actorOf(link));
  return state.cooperatingAcknowledged.includes(agencyId);
}
