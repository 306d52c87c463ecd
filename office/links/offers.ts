import type { Status } from '../../dsl/rules/index.ts';
import type { DirectiveView, LinkRecord } from '../../register/index.ts';
import { isLinkAct, type LinkAct } from './grant.ts';
import { pendingOf } from './pending.ts';

const UNDER_WAY: readonly Status[] = ['assigned', 'acknowledged'];

/**
 * The acts of a link that make sense now, in the order they are offered. Only what the page shows hangs on this: what
 * is sent all the same is judged by the rules.
 */
export function offersOf(link: LinkRecord, view: DirectiveView): readonly LinkAct[] {
  const { status, due, policy } = view.directive;
  const { extension, endorsed } = pendingOf(view);
  const underWay = UNDER_WAY.includes(status);
  const submitted = status === 'submitted';
  const endorsing = policy.close.endorsedBy !== undefined && !endorsed;
  const sense: Record<LinkAct, boolean> = {
    acknowledge: (underWay || submitted) && !hasAcknowledged(link, view),
    endorse: submitted && endorsing,
    approve: submitted && !endorsing,
    return: submitted,
    'grant-extension': underWay && extension !== undefined && extension.offered === undefined,
    'offer-extension': underWay && extension !== undefined && extension.offered === undefined,
    'reject-extension': underWay && extension !== undefined && extension.offered === undefined,
    'accept-offer': underWay && extension?.offered !== undefined,
    'decline-offer': underWay && extension?.offered !== undefined,
    'report-progress': underWay || submitted,
    'submit-result': underWay,
    'ask-extension': underWay && due !== null && policy.extension !== undefined && extension === undefined,
  };
  return link.acts.filter(isLinkAct).filter((act) => sense[act]);
}

/** The lead acknowledges for all who lead, a cooperating agency for itself. */
export function hasAcknowledged({ party, agencyId }: LinkRecord, { directive, events }: DirectiveView): boolean {
  if (party === 'lead') return directive.acknowledgedAt !== null;
  return events.some(
    ({ act }) => act?.act.type === 'acknowledge' && act.act.by.party === party && act.act.by.agency === agencyId,
  );
}
