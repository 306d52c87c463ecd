import type { ActType, Status } from '../../dsl/engine/index.ts';
import type { DirectiveView, LinkRecord } from '../../register/index.ts';

const UNDER_WAY: readonly Status[] = ['assigned', 'acknowledged'];

/**
 * The acts of a link that make sense now, in the order they are offered. Only what the page shows hangs on this: what
 * is sent all the same is judged by the rules.
 */
export function offersOf(link: LinkRecord, view: DirectiveView): readonly ActType[] {
  const { directive } = view;
  if (directive.closedAt !== null || directive.status === 'waiting') return [];
  return link.acts.filter((act) => {
    switch (act) {
      case 'acknowledge':
        return !hasAcknowledged(link, view);
      case 'submit-result':
        return UNDER_WAY.includes(directive.status);
      case 'approve':
      case 'return':
        return directive.status === 'submitted';
      default:
        return true;
    }
  });
}

/** The lead acknowledges for all who lead, a cooperating agency for itself. */
export function hasAcknowledged({ party, agencyId }: LinkRecord, { directive, events }: DirectiveView): boolean {
  if (party === 'lead') return directive.acknowledgedAt !== null;
  return events.some(
    ({ act }) => act?.act.type === 'acknowledge' && act.act.by.party === party && act.act.by.agency === agencyId,
  );
}
