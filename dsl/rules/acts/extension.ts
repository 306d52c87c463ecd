import { present } from '../../present.ts';
import { addDays, type Day, dayOf, laterDay } from '../../time/day.ts';
import { daysAfter, daysBefore } from '../../time/day-count.ts';
import type { Refusal } from '../act.ts';
import type { State } from '../state.ts';
import {
  type ActQuestion,
  badDeadline,
  blank,
  everyoneTold,
  newRound,
  nothingAgainst,
  notRunning,
  OFFICE,
  type RuleOf,
  refusedIf,
  signOfLife,
} from './rule.ts';

/*
 * The lead asks for more time; the office grants, rejects, or offers another day, which the lead takes or leaves. One
 * open request at a time; limits are the policy's. The clocks run on meanwhile: silence is never consent.
 */

export const askExtension: RuleOf<'ask-extension'> = {
  allowed: (policy) => [policy.close.submittedBy],
  shut: (asked) => {
    const { state } = asked;
    return (
      notRunning(state) ??
      refusedIf(state.status === 'submitted', { code: 'already-submitted' }) ??
      refusedIf(state.due === null, { code: 'no-deadline' }) ??
      refusedIf(state.extension !== null, { code: 'extension-open' }) ??
      beyondLimits(asked)
    );
  },
  refuse: (situation) => {
    const { state, act, now } = situation;
    const latest = latestDay(situation);
    return (
      badDeadline(state, act.due, state.dueTime, now) ??
      refusedIf(state.due !== null && act.due < state.due, { code: 'deadline-earlier', due: act.due }) ??
      (latest !== null && act.due > latest ? { code: 'extension-too-long', latest } : undefined) ??
      blank('reason', act.reason)
    );
  },
  change: (situation) => {
    const { policy, state, act, now } = situation;
    const extensionsAsked = state.extensionsAsked + 1;
    return {
      state: { ...signOfLife(situation), extension: { due: act.due, since: now }, extensionsAsked },
      tell: {
        key: `extension-asked.${extensionsAsked}`,
        stage: 'assign',
        kind: 'extension-asked',
        event: 'extension-asked',
        to: [policy.close.approvedBy],
        ...present({ repeat: extensionsAsked > 1 ? extensionsAsked : undefined }),
      },
    };
  },
};

export const grantExtension: RuleOf<'grant-extension'> = {
  allowed: () => OFFICE,
  shut: ({ state, now }) =>
    notRunning(state) ?? noRequest(state) ?? badDeadline(state, state.extension?.due ?? null, null, now),
  refuse: nothingAgainst,
  change: ({ policy, state, now }) => ({
    state: granted(state, `extension-granted.${state.extensionsAsked}`, state.extension?.due ?? state.due, now),
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
  shut: ({ state }) => notRunning(state) ?? noRequest(state),
  refuse: ({ act }) => blank('reason', act.reason),
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
  shut: ({ state }) => notRunning(state) ?? noRequest(state),
  refuse: ({ state, act, now }) => badDeadline(state, act.due, state.dueTime, now) ?? blank('reason', act.reason),
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
  shut: ({ state, now }) =>
    notRunning(state) ?? noOffer(state) ?? badDeadline(state, state.extension?.offered ?? null, null, now),
  refuse: nothingAgainst,
  change: (situation) => {
    const { policy, state, now } = situation;
    const key = `extension-accepted.${state.extensionsAsked}`;
    return {
      state: { ...granted(state, key, state.extension?.offered ?? state.due, now), ...signOfLife(situation) },
      tell: {
        key,
        stage: 'assign',
        kind: 'extension-granted',
        event: 'offer-accepted',
        to: [...everyoneTold(policy, state), policy.close.approvedBy],
      },
    };
  },
};

export const declineOffer: RuleOf<'decline-offer'> = {
  allowed: (policy) => [policy.close.submittedBy],
  shut: ({ state }) => notRunning(state) ?? noOffer(state),
  refuse: ({ act }) => blank('reason', act.reason),
  change: (situation) => ({
    state: { ...signOfLife(situation), extension: null },
    tell: {
      key: `extension-declined.${situation.state.extensionsAsked}`,
      stage: 'assign',
      kind: 'offer-declined',
      event: 'offer-declined',
      to: [situation.policy.close.approvedBy],
    },
  }),
};

function beyondLimits(asked: ActQuestion): Refusal | undefined {
  const { policy, calendar, state, now } = asked;
  const { extension } = policy;
  const latest = latestDay(asked);
  if (!extension) return { code: 'no-extensions' };
  if (state.due === null || latest === null) return undefined;
  const until =
    'before' in extension.askUntil
      ? daysBefore(calendar, state.due, extension.askUntil.before)
      : daysAfter(calendar, state.due, extension.askUntil.after);
  const earliest = laterDay(addDays(state.due, 1), dayOf(now));
  return (
    refusedIf(state.extensionsAsked >= extension.atMost, { code: 'extension-too-many', atMost: extension.atMost }) ??
    refusedIf(dayOf(now) > until, { code: 'extension-too-late', until }) ??
    // The longest that may be asked for has passed already.
    refusedIf(latest < earliest, { code: 'extension-too-long', latest })
  );
}

/** The last day that may be asked for; null where nothing may be asked. */
function latestDay({ policy: { extension }, calendar, state: { due } }: ActQuestion): Day | null {
  return extension === undefined || due === null ? null : daysAfter(calendar, due, extension.longest);
}

function granted(state: State, deadlineBy: string, due: State['due'], now: number): Partial<State> {
  return {
    ...newRound(state, now),
    due,
    deadlineBy,
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
