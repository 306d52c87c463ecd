import { dayOf, isDay } from '../../time/day.ts';
import { daysAfter, daysBefore } from '../../time/day-count.ts';
import type { Act, Refusal } from '../act.ts';
import type { State } from '../state.ts';
import {
  badDeadline,
  blank,
  everyoneTold,
  newRound,
  notRunning,
  OFFICE,
  type RuleOf,
  refusedIf,
  type Situation,
  signOfLife,
} from './rule.ts';

/*
 * The lead asks for more time; the office grants, rejects, or offers another day, which the lead takes or leaves. One
 * open request at a time; limits are the policy's. The clocks run on meanwhile: silence is never consent.
 */

export const askExtension: RuleOf<'ask-extension'> = {
  allowed: (policy) => [policy.close.submittedBy],
  refuse: (situation) => {
    const { state, act, now } = situation;
    return (
      notRunning(state) ??
      refusedIf(state.status === 'submitted', { code: 'already-submitted' }) ??
      refusedIf(state.due === null, { code: 'no-deadline' }) ??
      refusedIf(state.extension !== null, { code: 'extension-open' }) ??
      badDeadline(state, act.due, state.dueTime, now) ??
      refusedIf(state.due !== null && act.due < state.due, { code: 'deadline-earlier', due: act.due }) ??
      beyondLimits(situation) ??
      blank('reason', act.reason)
    );
  },
  change: ({ policy, state, act, now }) => {
    const extensionsAsked = state.extensionsAsked + 1;
    return {
      state: { ...signOfLife(state, now), extension: { due: act.due, since: now }, extensionsAsked },
      tell: {
        key: `extension-asked.${extensionsAsked}`,
        stage: 'assign',
        kind: 'extension-asked',
        event: 'extension-asked',
        to: [policy.close.approvedBy],
        ...(extensionsAsked > 1 ? { repeat: extensionsAsked } : {}),
      },
    };
  },
};

export const grantExtension: RuleOf<'grant-extension'> = {
  allowed: () => OFFICE,
  refuse: ({ state, now }) =>
    notRunning(state) ?? noRequest(state) ?? badDeadline(state, state.extension?.due ?? null, null, now),
  change: ({ policy, state, now }) => ({
    state: granted(state, state.extension?.due ?? state.due, now),
    tell: {
      key: `extension-granted.${state.extensionsAsked}`,
      stage: 'assign',
      kind: 'extension-granted',
      event: 'extension-granted',
      to: everyoneTold(policy, state),
    },
  }),
};

export const rejectExtension: RuleOf<'reject-extension'> = {
  allowed: () => OFFICE,
  refuse: ({ state, act }) => notRunning(state) ?? noRequest(state) ?? blank('reason', act.reason),
  change: ({ policy, state }) => ({
    state: { extension: null },
    tell: {
      key: `extension-rejected.${state.extensionsAsked}`,
      stage: 'assign',
      kind: 'extension-rejected',
      event: 'extension-rejected',
      to: [policy.assign.to],
    },
  }),
};

export const offerExtension: RuleOf<'offer-extension'> = {
  allowed: () => OFFICE,
  refuse: ({ state, act, now }) =>
    notRunning(state) ??
    noRequest(state) ??
    badDeadline(state, act.due, state.dueTime, now) ??
    blank('reason', act.reason),
  change: ({ policy, state, act, now }) => ({
    state: { extension: state.extension && { ...state.extension, since: now, offered: act.due } },
    tell: {
      key: `extension-offered.${state.extensionsAsked}`,
      stage: 'assign',
      kind: 'extension-offered',
      event: 'extension-offered',
      to: [policy.assign.to],
    },
  }),
};

export const acceptOffer: RuleOf<'accept-offer'> = {
  allowed: (policy) => [policy.close.submittedBy],
  refuse: ({ state, now }) =>
    notRunning(state) ?? noOffer(state) ?? badDeadline(state, state.extension?.offered ?? null, null, now),
  change: ({ policy, state, now }) => ({
    state: { ...granted(state, state.extension?.offered ?? state.due, now), ...signOfLife(state, now) },
    tell: {
      key: `extension-accepted.${state.extensionsAsked}`,
      stage: 'assign',
      kind: 'extension-granted',
      event: 'offer-accepted',
      to: [...everyoneTold(policy, state), policy.close.approvedBy],
    },
  }),
};

export const declineOffer: RuleOf<'decline-offer'> = {
  allowed: (policy) => [policy.close.submittedBy],
  refuse: ({ state, act }) => notRunning(state) ?? noOffer(state) ?? blank('reason', act.reason),
  change: ({ policy, state, now }) => ({
    state: { ...signOfLife(state, now), extension: null },
    tell: {
      key: `extension-declined.${state.extensionsAsked}`,
      stage: 'assign',
      kind: 'offer-declined',
      event: 'offer-declined',
      to: [policy.close.approvedBy],
    },
  }),
};

function beyondLimits({
  policy,
  calendar,
  state,
  act,
  now,
}: Situation<Extract<Act, { type: 'ask-extension' }>>): Refusal | undefined {
  const { extension } = policy;
  if (!extension) return { code: 'no-extensions' };
  if (state.due === null || !isDay(act.due)) return undefined;
  const latest = daysAfter(calendar, state.due, extension.longest);
  const until =
    'before' in extension.askUntil
      ? daysBefore(calendar, state.due, extension.askUntil.before)
      : daysAfter(calendar, state.due, extension.askUntil.after);
  return (
    refusedIf(state.extensionsAsked >= extension.atMost, { code: 'extension-too-many', atMost: extension.atMost }) ??
    refusedIf(act.due > latest, { code: 'extension-too-long', latest }) ??
    refusedIf(dayOf(now) > until, { code: 'extension-too-late', until })
  );
}

function granted(state: State, due: State['due'], now: number): Partial<State> {
  return {
    ...newRound(state, now),
    due,
    dueTime: null,
    extension: null,
    extensionsGranted: state.extensionsGranted + 1,
  };
}

function noRequest(state: State): Refusal | undefined {
  return (
    refusedIf(state.extension === null, { code: 'no-extension' }) ??
    refusedIf(state.extension?.offered !== undefined, { code: 'offer-open' })
  );
}

function noOffer(state: State): Refusal | undefined {
  return refusedIf(state.extension?.offered === undefined, { code: 'no-offer' });
}
