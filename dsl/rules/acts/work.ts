import type { Actor } from '../act.ts';
import { blank, nothingAgainst, notRunning, type RuleOf, refusedIf, signOfLife, WORKERS } from './rule.ts';

/* What those who do the work say of it. */

export const acknowledge: RuleOf<'acknowledge'> = {
  allowed: () => WORKERS,
  shut: ({ state, by }) =>
    notRunning(state) ??
    refusedIf(
      by.party === 'lead' ? state.acknowledgedAt !== undefined : state.cooperatingAcknowledged.includes(agencyOf(by)),
      { code: 'already-acknowledged' },
    ),
  refuse: nothingAgainst,
  change: ({ state, by, now }) =>
    by.party === 'lead'
      ? { state: signOfLife(state, now) }
      : { state: { cooperatingAcknowledged: [...state.cooperatingAcknowledged, agencyOf(by)] } },
};

export const reportProgress: RuleOf<'report-progress'> = {
  allowed: () => WORKERS,
  shut: ({ state }) => notRunning(state),
  refuse: ({ act: { text, percent = 0 } }) =>
    blank('text', text) ?? refusedIf(!(percent >= 0 && percent <= 100), { code: 'percent' }),
  // Only the lead's word stops the lead's silence.
  change: ({ state, act, now }) => ({ state: act.by.party === 'lead' ? signOfLife(state, now) : {} }),
};

export const note: RuleOf<'note'> = {
  allowed: () => ['lead', 'cooperating', 'supervisor', 'issuer', 'secretariat'],
  shut: nothingAgainst,
  refuse: ({ act }) => blank('text', act.text),
  change: () => ({ state: {} }),
};

/** A cooperating agency acknowledges for itself; one that is not named counts as one. */
export function agencyOf({ agency }: Actor): string {
  return agency ?? 'cooperating';
}
