import type { Act } from '../act.ts';
import { blank, notRunning, type RuleOf, refusedIf, signOfLife, WORKERS } from './rule.ts';

/* What those who do the work say of it. */

export const acknowledge: RuleOf<'acknowledge'> = {
  allowed: () => WORKERS,
  refuse: ({ state, act }) =>
    notRunning(state) ??
    refusedIf(
      act.by.party === 'lead'
        ? state.acknowledgedAt !== undefined
        : state.cooperatingAcknowledged.includes(agencyOf(act)),
      { code: 'already-acknowledged' },
    ),
  change: ({ state, act, now }) =>
    act.by.party === 'lead'
      ? { state: signOfLife(state, now) }
      : { state: { cooperatingAcknowledged: [...state.cooperatingAcknowledged, agencyOf(act)] } },
};

export const reportProgress: RuleOf<'report-progress'> = {
  allowed: () => WORKERS,
  refuse: ({ state, act: { text, percent = 0 } }) =>
    notRunning(state) ?? blank('text', text) ?? refusedIf(!(percent >= 0 && percent <= 100), { code: 'percent' }),
  // Only the lead's word stops the lead's silence.
  change: ({ state, act, now }) => ({ state: act.by.party === 'lead' ? signOfLife(state, now) : {} }),
};

export const note: RuleOf<'note'> = {
  allowed: () => ['lead', 'cooperating', 'supervisor', 'issuer', 'secretariat'],
  refuse: ({ act }) => blank('text', act.text),
  change: () => ({ state: {} }),
};

/** A cooperating agency acknowledges for itself; one that is not named counts as one. */
function agencyOf(act: Act): string {
  return act.by.agency ?? 'cooperating';
}
