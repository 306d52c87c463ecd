import type { Act } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { DirectiveView } from '../../register/index.ts';

/** What waits for somebody's answer, as the events tell it. */
export interface Pending {
  /** The open request for more time; `offered` = the office proposed another day. */
  readonly extension?: { readonly due: Day; readonly reason: string; readonly offered?: Day };
  /** The result in hand has had the first of two approvals. */
  readonly endorsed: boolean;
}

/** For pages only: which forms make sense. The rules keep their own account. */
export function pendingOf({ events }: Pick<DirectiveView, 'events'>): Pending {
  return events.reduce<Pending>((pending, { act }) => (act === null ? pending : after(pending, act.act)), {
    endorsed: false,
  });
}

function after(pending: Pending, act: Act): Pending {
  const { endorsed, extension } = pending;
  switch (act.type) {
    case 'ask-extension':
      return { endorsed, extension: { due: act.due, reason: act.reason } };
    case 'offer-extension':
      return extension ? { endorsed, extension: { ...extension, offered: act.due } } : pending;
    case 'grant-extension':
    case 'reject-extension':
    case 'accept-offer':
    case 'decline-offer':
    case 'change-deadline':
    case 'reassign':
      return { endorsed };
    case 'endorse':
      return { ...pending, endorsed: true };
    case 'submit-result':
    case 'return':
      return { endorsed: false };
    default:
      return pending;
  }
}
