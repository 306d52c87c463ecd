import { addDays, dayOf, type Instant, instantAt } from '../../time/day.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../../time/work-calendar.ts';
import { takenBackIn } from '../scope.ts';
import type { State, TakenBack } from '../state.ts';
import { whoseTurn } from '../turn.ts';
import { follows, WITHDRAWN_STOPS_NOTHING } from '../version.ts';
import {
  blank,
  everyoneTold,
  newRound,
  nothingAgainst,
  notRunning,
  type RuleOf,
  refusedIf,
  signOfLife,
} from './rule.ts';

/* A result is handed in, endorsed where the policy asks for it, and approved or returned. Nothing approves itself. */

export const submitResult: RuleOf<'submit-result'> = {
  allowed: (policy) => [policy.close.submittedBy],
  shut: ({ state }) => notRunning(state) ?? refusedIf(state.status === 'submitted', { code: 'already-submitted' }),
  refuse: ({ act }) => blank('text', act.text),
  change: (situation) => {
    const { policy, state, by, now } = situation;
    const submissions = state.submissions + 1;
    return {
      state: {
        ...signOfLife(situation),
        status: 'submitted',
        submissions,
        submittedAt: now,
        submittedBy: by.agency,
        endorsedAt: null,
        // A result in hand needs no more time.
        extension: null,
      },
      tell: {
        key: `submitted.${submissions}`,
        stage: 'close',
        kind: 'result-waiting',
        event: 'submitted',
        to: [policy.close.endorsedBy ?? policy.close.approvedBy],
      },
    };
  },
};

/**
 * Nobody has judged it: the work goes on as if it had not been handed in, and whoever was asked to judge is told. What
 * came due meanwhile is told now, for the deadline has waited for nobody.
 */
export const withdrawResult: RuleOf<'withdraw-result'> = {
  allowed: (policy) => [policy.close.submittedBy],
  shut: ({ state, by: { agency } }) =>
    notSubmitted(state) ??
    refusedIf(state.endorsedAt !== null, { code: 'already-endorsed' }) ??
    refusedIf(state.submittedBy !== undefined && agency !== undefined && agency !== state.submittedBy, {
      code: 'not-submitter',
    }),
  refuse: nothingAgainst,
  change: (situation) => {
    const { policy, directive, calendar, state, now } = situation;
    const clocks = follows(directive, WITHDRAWN_STOPS_NOTHING)
      ? { takenBack: takenBack(calendar, state, now) }
      : newRound(state, now);
    return {
      state: { ...signOfLife(situation), ...clocks, status: 'acknowledged', submittedAt: undefined },
      tell: {
        key: `withdrawn.${state.submissions}`,
        stage: 'close',
        kind: 'result-withdrawn',
        event: 'result-withdrawn',
        to: [whoseTurn(policy, state)],
      },
    };
  },
};

export const endorse: RuleOf<'endorse'> = {
  allowed: ({ close }) => [close.endorsedBy ?? close.approvedBy],
  known: ({ close }) => close.endorsedBy !== undefined,
  shut: ({ policy, state }) =>
    notSubmitted(state) ??
    refusedIf(policy.close.endorsedBy === undefined, { code: 'no-endorsement' }) ??
    refusedIf(state.endorsedAt !== null, { code: 'already-endorsed' }),
  refuse: nothingAgainst,
  change: ({ policy, state, now }) => ({
    state: { endorsedAt: now },
    tell: {
      key: `endorsed.${state.submissions}`,
      stage: 'close',
      kind: 'result-waiting',
      event: 'endorsed',
      to: [policy.close.approvedBy],
    },
  }),
};

export const approve: RuleOf<'approve'> = {
  allowed: (policy) => [policy.close.approvedBy],
  shut: ({ policy, state }) =>
    notSubmitted(state) ?? refusedIf(whoseTurn(policy, state) !== policy.close.approvedBy, { code: 'not-endorsed' }),
  refuse: nothingAgainst,
  change: ({ policy, state, now }) => ({
    state: { status: 'approved', closedAt: now },
    tell: { key: 'approved', stage: 'close', kind: 'approved', event: 'approved', to: everyoneTold(policy, state) },
  }),
};

export const returnResult: RuleOf<'return'> = {
  allowed: ({ close }) => (close.endorsedBy === undefined ? [close.approvedBy] : [close.endorsedBy, close.approvedBy]),
  shut: ({ state }) => notSubmitted(state),
  refuse: ({ act }) => blank('reason', act.reason),
  change: ({ policy, state, now }) => ({
    state: { ...newRound(state, now), status: 'acknowledged', returns: state.returns + 1, endorsedAt: null },
    tell: {
      key: `returned.${state.returns + 1}`,
      stage: 'close',
      kind: 'returned',
      event: 'returned',
      to: [policy.assign.to],
    },
  }),
};

/**
 * A message told on the day a result came in may still have waited for its reader's round, and was then not sent; one
 * told when a result was taken back may have waited until the next working day.
 */
function takenBack(calendar: WorkCalendar, state: State, now: Instant): TakenBack {
  const before = takenBackIn(state);
  const day = dayOf(state.submittedAt ?? now);
  const last = before?.since.at(-1);
  const unheard = before && day <= workingDayOnOrAfter(calendar, addDays(dayOf(before.at), 1));
  const since = unheard && last !== undefined ? last : instantAt(day, 0);
  return { round: state.round, since: [...(before?.since ?? []), since], at: now };
}

function notSubmitted(state: State) {
  return refusedIf(state.status !== 'submitted', { code: 'not-submitted' });
}
