import type { Actor } from '../act.ts';
import type { State } from '../state.ts';
import { blank, nothingAgainst, notRunning, type RuleOf, refusedIf, signOfLife, WORKERS } from './rule.ts';

/* What those who do the work say of it. */

export const acknowledge: RuleOf<'acknowledge'> = {
  allowed: () => WORKERS,
  shut: ({ state, by }) =>
    notRunning(state) ??
    refusedIf(by.party === 'lead' ? hasLead(state, by) : state.cooperatingAcknowledged.includes(agencyOf(by)), {
      code: 'already-acknowledged',
    }),
  refuse: nothingAgainst,
  change: (situation) => {
    const { state, by } = situation;
    if (by.party === 'lead') return { state: signOfLife(situation) };
    return { state: { cooperatingAcknowledged: [...state.cooperatingAcknowledged, agencyOf(by)] } };
  },
};

export const reportProgress: RuleOf<'report-progress'> = {
  allowed: () => WORKERS,
  shut: ({ state }) => notRunning(state),
  refuse: ({ act: { text, percent = 0 } }) =>
    blank('text', text) ?? refusedIf(!(percent >= 0 && percent <= 100), { code: 'percent' }),
  // Only the lead's word stops the lead's silence.
  change: (situation) => ({ state: situation.by.party === 'lead' ? signOfLife(situation) : {} }),
};

export const note: RuleOf<'note'> = {
  allowed: () => ['lead', 'cooperating', 'supervisor', 'issuer', 'secretariat'],
  shut: nothingAgainst,
  refuse: ({ act }) => blank('text', act.text),
  change: () => ({ state: {} }),
};

/** Has whoever leads acknowledged: of several agencies that do, this one? */
export function hasLead({ acknowledgedAt, leadAcknowledged = [] }: State, { agency }: Actor): boolean {
  return acknowledgedAt !== undefined || (agency !== undefined && leadAcknowledged.includes(agency));
}

/** A cooperating agency acknowledges for itself; one that is not named counts as one. */
export function agencyOf({ agency }: Actor): string {
  return agency ?? 'cooperating';
}
