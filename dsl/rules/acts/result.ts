import type { Policy, Role } from '../../policy/policy.ts';
import type { State } from '../state.ts';
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

/** Nobody has judged it: the work goes on as if it had not been handed in, and whoever was asked to judge is told. */
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
    const { policy, state, now } = situation;
    return {
      state: { ...signOfLife(situation), ...newRound(state, now), status: 'acknowledged', submittedAt: undefined },
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

/** Who must look at the result that waits. */
export function whoseTurn({ close }: Policy, state: State): Role {
  return close.endorsedBy !== undefined && state.endorsedAt === null ? close.endorsedBy : close.approvedBy;
}

function notSubmitted(state: State) {
  return refusedIf(state.status !== 'submitted', { code: 'not-submitted' });
}
