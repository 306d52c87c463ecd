import type { ActingRole } from '../../policy/policy.ts';
import { partyOf } from '../../policy/roles.ts';
import { dayOf, isDay } from '../../time/day.ts';
import type { Actor, Refusal } from '../act.ts';
import type { State } from '../state.ts';
import { blank, nothingAgainst, notRunning, OFFICE, type RuleOf, refusedIf, signOfLife } from './rule.ts';

/*
 * The office asks the lead to explain a delay, or whatever it asks about, by a day; the lead answers, late too; whoever
 * asked confirms the cause or does not. It moves no other clock: the work goes on meanwhile.
 */

export const askExplanation: RuleOf<'ask-explanation'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => notRunning(state) ?? refusedIf(state.explanation != null, { code: 'explanation-open' }),
  refuse: ({ act: { due, text }, now }) =>
    refusedIf(!isDay(due), { code: 'not-a-day', due }) ??
    refusedIf(due < dayOf(now), { code: 'deadline-past', due }) ??
    blank('text', text),
  change: ({ policy, state, by, act: { due }, now }) => {
    const explanationsAsked = (state.explanationsAsked ?? 0) + 1;
    return {
      state: { explanation: { due, since: now, asker: roleOf(by) }, explanationsAsked },
      tell: {
        key: `explanation-asked.${explanationsAsked}`,
        stage: 'assign',
        kind: 'explanation-asked',
        event: 'explanation-asked',
        to: [policy.assign.to],
      },
    };
  },
};

export const giveExplanation: RuleOf<'explain'> = {
  allowed: (policy) => [policy.close.submittedBy],
  shut: ({ state }) => notRunning(state) ?? noRequest(state) ?? answered(state),
  refuse: ({ act }) => blank('text', act.text),
  change: (situation) => {
    const { state, now } = situation;
    const { explanation } = state;
    if (!explanation) return { state: {} };
    return {
      state: { ...signOfLife(situation), explanation: { ...explanation, answeredAt: now } },
      tell: {
        key: `explained.${state.explanationsAsked}`,
        stage: 'assign',
        kind: 'explained',
        event: 'explained',
        to: [explanation.asker],
      },
    };
  },
};

export const acceptExplanation: RuleOf<'accept-explanation'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => notRunning(state) ?? noRequest(state) ?? notAnswered(state),
  refuse: nothingAgainst,
  change: ({ policy, state }) => ({
    state: { explanation: null },
    tell: {
      key: `explanation-accepted.${state.explanationsAsked}`,
      stage: 'assign',
      kind: 'explanation-accepted',
      event: 'explanation-accepted',
      to: [policy.assign.to],
    },
  }),
};

export const rejectExplanation: RuleOf<'reject-explanation'> = {
  allowed: () => OFFICE,
  // None by its day is an answer too: that it was not given.
  shut: ({ state, now }) =>
    notRunning(state) ??
    noRequest(state) ??
    (state.explanation && dayOf(now) > state.explanation.due ? undefined : notAnswered(state)),
  refuse: ({ act }) => blank('reason', act.reason),
  change: ({ policy, state }) => ({
    state: { explanation: null },
    tell: {
      key: `explanation-rejected.${state.explanationsAsked}`,
      stage: 'assign',
      kind: 'explanation-rejected',
      event: 'explanation-rejected',
      to: [policy.assign.to],
    },
  }),
};

export const withdrawExplanationRequest: RuleOf<'withdraw-explanation-request'> = {
  allowed: () => OFFICE,
  // An answer that was given is somebody's word: it is concluded on.
  shut: ({ state, by }) =>
    notRunning(state) ?? noRequest(state) ?? answered(state) ?? refusedIf(!isAsker(state, by), { code: 'not-asker' }),
  refuse: nothingAgainst,
  change: ({ policy, state }) => ({
    state: { explanation: null },
    tell: {
      key: `explanation-withdrawn.${state.explanationsAsked}`,
      stage: 'assign',
      kind: 'explanation-withdrawn',
      event: 'explanation-withdrawn',
      to: [policy.assign.to],
    },
  }),
};

/** What a head asked for is the head's; what the office did, anybody of it may take back. */
function isAsker({ explanation }: State, by: Actor): boolean {
  if (explanation == null || partyOf(explanation.asker) !== by.party) return false;
  return by.head === true || explanation.asker === by.party;
}

function roleOf({ party, head }: Actor): ActingRole {
  return head ? `headOf(${party})` : party;
}

function noRequest(state: State): Refusal | undefined {
  return refusedIf(state.explanation == null, { code: 'no-explanation' });
}

function answered(state: State): Refusal | undefined {
  return refusedIf(state.explanation?.answeredAt !== undefined, { code: 'already-explained' });
}

function notAnswered(state: State): Refusal | undefined {
  return refusedIf(state.explanation?.answeredAt === undefined, { code: 'not-explained' });
}
