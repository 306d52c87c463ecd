import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { present } from '../../dsl/present.ts';
import {
  type Actor,
  apply,
  clocksOf,
  decide,
  initialState,
  offersFor,
  preview,
  type State,
  type TimedAct,
} from '../../dsl/rules/index.ts';
import { EACH_ACKNOWLEDGES, KNOWS_WHO_LEADS, LEAD_NAMES_CONTACT } from '../../dsl/rules/version.ts';
import { addDays, instantAt } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import { on } from '../support/acts.ts';
import { issued } from './story.ts';

/* Agencies that lead together: each acknowledges for itself. */

const AGENCIES = ['so-a', 'so-b', 'so-c'];
const parties = { lead: AGENCIES.map((agency) => ({ name: agency, agency })), cooperating: [] };
const DAY = '2025-02-24';
const directive = issued(DAY, '2025-05-30', { hasCooperating: false, parties });
const of = (agency: string) => ({ party: 'lead', agency }) as const;
const taken = (agency: string) => on('2025-02-25', { type: 'acknowledge', by: of(agency) });

/** Who of the lead is reminded to acknowledge, and whom those above hear of, by the acts done. */
function asked(acts: readonly TimedAct[], interpreter = EACH_ACKNOWLEDGES) {
  return preview(standard, { ...directive, interpreter }, acts)
    .steps.filter(({ kind }) => kind === 'acknowledge-reminder' || kind === 'unacknowledged-escalation')
    .map(({ to, except = [] }) => [to, AGENCIES.filter((agency) => !except.includes(agency))]);
}

describe('agencies that lead together', () => {
  test('who has acknowledged is asked no more, the others are', () => {
    expect(asked([taken('so-a')])).toEqual([
      ['lead', ['so-b', 'so-c']],
      ['headOf(lead)', ['so-b', 'so-c']],
    ]);
    expect(asked(AGENCIES.map(taken))).toEqual([]);
  });

  test('what was issued before keeps its meaning: the first frees all', () => {
    expect(asked([taken('so-a')], KNOWS_WHO_LEADS)).toEqual([]);
  });

  test('one cannot acknowledge twice, and progress of one is no word of the others', () => {
    const acts = [
      taken('so-a'),
      taken('so-a'),
      on('2025-02-26', { type: 'report-progress', by: of('so-b'), text: 'x' }),
    ];
    const { refused, state } = preview(standard, directive, acts);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['already-acknowledged']);
    expect([state.leadAcknowledged, state.acknowledgedAt]).toEqual([['so-a', 'so-b'], undefined]);
  });

  test('the office speaks for all of them, and so does a successor for the one it took over from', () => {
    expect(asked([on('2025-02-25', { type: 'acknowledge', by: { party: 'lead' } })])).toEqual([]);
    expect(asked([...['so-a', 'so-b', 'so-moi'].map(taken)])).toEqual([]);
  });

  test('none of them names the person who is told: the next to name one would undo it; the office does', () => {
    const name = (by: Actor) => on('2025-02-25', { type: 'adjust', by, contact: 'chuyen-vien' });
    const refusals = (interpreter?: number) =>
      preview(standard, { ...directive, ...present({ interpreter }) }, [
        name(of('so-a')),
        name({ party: 'secretariat' }),
      ]).refused.map(({ refusal }) => refusal.code);
    expect(refusals()).toEqual(['lead-together']);
    expect(refusals(LEAD_NAMES_CONTACT)).toEqual([]);
    const { state } = preview(standard, directive, []);
    const offered = (now: State) =>
      offersFor(standard, directive, now, of('so-a'), instantAt('2025-02-25', 600)).includes('adjust');
    expect(offered(state)).toBe(false);
    const alone = on('2025-02-25', {
      type: 'reassign',
      by: { party: 'secretariat' },
      lead: parties.lead.slice(0, 1),
      reason: 'Phân công lại',
    });
    expect(offered(preview(standard, directive, [alone]).state)).toBe(true);
  });

  test('another lead begins anew', () => {
    const lead = ['so-a', 'so-d'].map((agency) => ({ name: agency, agency }));
    const given = on('2025-02-27', { type: 'reassign', by: { party: 'secretariat' }, lead, reason: 'Phân công lại' });
    const { state } = preview(standard, directive, [taken('so-a'), given]);
    expect([state.leadAcknowledged, state.acknowledgedAt]).toEqual([[], undefined]);
  });

  test('it counts as acknowledged at the moment the last of them has, in whatever order', () => {
    const words = fc.shuffledSubarray(AGENCIES, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom(...AGENCIES), { maxLength: 5 }), (order, again) => {
        let state: State = { ...initialState(directive), status: 'assigned', assignedAt: directive.issuedAt };
        const now = instantAt(addDays(DAY, 1), 9 * 60);
        for (const agency of [...again, ...order]) {
          const heard = new Set(state.leadAcknowledged ?? []);
          const done = state.acknowledgedAt !== undefined;
          const applied = apply(standard, directive, state, { type: 'acknowledge', by: of(agency) }, now);
          expect(applied.ok).toBe(!done && !heard.has(agency));
          if (!applied.ok) continue;
          state = applied.state;
          const all = heard.add(agency).size === AGENCIES.length;
          expect([state.acknowledgedAt, state.status]).toEqual(all ? [now, 'acknowledged'] : [undefined, 'assigned']);
          expect(clocksOf(standard, directive, state, now).acknowledgeBy === undefined).toBe(all);
          expect(decide(standard, directive, state, now).posts).toEqual([]);
        }
        expect(state.acknowledgedAt).toBeDefined();
      }),
    );
  });
});
