import type { Policy } from '../../policy/policy.ts';
import { present } from '../../present.ts';
import { addDays, dayOf, daysBetween, type Instant, isDay } from '../../time/day.ts';
import type { Act, Actor, EventDay, Refusal } from '../act.ts';
import type { Directive } from '../directive.ts';
import { forecast, movedSteps } from '../forecast.ts';
import type { State } from '../state.ts';
import { follows, LEAD_NAMES_CONTACT, SOLE_LEAD_NAMES_CONTACT, UNHEARD_SUSPENSION_IS_SILENT } from '../version.ts';
import { intoWindow } from '../window.ts';
import {
  type ActQuestion,
  badDeadline,
  blank,
  ending,
  everyoneTold,
  newRound,
  nothingAgainst,
  notRunning,
  OFFICE,
  type RuleOf,
  refusedIf,
  type Tell,
} from './rule.ts';

/* What the office may change about a directive while it runs, and how it ends one. */

export const changeDeadline: RuleOf<'change-deadline'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => refusedIf(state.status === 'suspended', { code: 'suspended' }),
  refuse: ({ state, act, now }) =>
    badEvent(act.event) ??
    (sameDeadline(state, act) && isNews(state, act.event)
      ? undefined
      : badDeadline(state, act.due, act.dueTime ?? null, now)) ??
    blank('reason', act.reason),
  change: ({ policy, directive, state, act, now }) => {
    const deadlineChanges = state.deadlineChanges + 1;
    const { due, dueTime, event } = act;
    // Another day of the event can leave the deadline where it is: then no clock starts afresh.
    const changed: Partial<State> = {
      ...(sameDeadline(state, act) ? {} : { ...newRound(state, now), due, dueTime: dueTime ?? null, extension: null }),
      deadlineChanges,
      deadlineBy: `deadline.${deadlineChanges}`,
      ...present({ eventOn: event?.on }),
    };
    return {
      state: changed,
      // One day moves many directives at once: what it does to each is kept with it.
      ...present({
        plan: event !== undefined ? { moved: movedBy(policy, directive, state, changed, now) } : undefined,
      }),
      tell: {
        key: `deadline.${deadlineChanges}`,
        stage: 'assign',
        kind: 'deadline-changed',
        event: 'deadline-changed',
        to: everyoneTold(policy, state),
      },
    };
  },
};

type ChangeDeadline = Extract<Act, { type: 'change-deadline' }>;

function sameDeadline(state: State, { due, dueTime }: ChangeDeadline): boolean {
  return due === state.due && (dueTime ?? null) === state.dueTime;
}

function isNews(state: State, event: EventDay | undefined): boolean {
  return event !== undefined && event.on !== state.eventOn;
}

function badEvent(event: EventDay | undefined) {
  if (event === undefined) return undefined;
  return refusedIf(!isDay(event.on), { code: 'not-a-day', due: event.on }) ?? blank('text', event.words);
}

function movedBy(policy: Policy, directive: Directive, state: State, changed: Partial<State>, now: Instant) {
  const after = forecast(policy, directive, { ...state, ...changed }, now);
  return movedSteps(forecast(policy, directive, state, now), after);
}

export const suspend: RuleOf<'suspend'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => notRunning(state) ?? refusedIf(state.status === 'submitted', { code: 'already-submitted' }),
  refuse: ({ act: { until, reason }, now }) =>
    refusedIf(until !== undefined && !isDay(until), { code: 'not-a-day', due: until ?? null }) ??
    refusedIf(until !== undefined && until <= dayOf(now), { code: 'deadline-past', due: until ?? null }) ??
    blank('reason', reason),
  change: ({ policy, state, act: { until }, now }) => ({
    state: {
      ...newRound(state, now),
      status: 'suspended',
      suspended: { at: now, from: state.status, until: until ?? null },
    },
    tell: {
      key: `suspended.${state.suspensions + 1}`,
      stage: 'assign',
      kind: 'suspended',
      event: 'suspended',
      to: everyoneTold(policy, state),
    },
  }),
};

/** The days of the suspension are given back: the deadline moves by as many, and no clock has counted them. */
export const resume: RuleOf<'resume'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => refusedIf(state.suspended === null, { code: 'not-suspended' }),
  refuse: nothingAgainst,
  change: (situation) => {
    const { policy, state, now } = situation;
    const days = state.suspended ? daysBetween(dayOf(state.suspended.at), dayOf(now)) : 0;
    const silent = days === 0 && isUnheard(situation);
    const tell: Tell = {
      key: `resumed.${state.suspensions + 1}`,
      stage: 'assign',
      kind: 'resumed',
      event: 'resumed',
      to: everyoneTold(policy, state),
    };
    return {
      state: {
        ...newRound(state, now),
        status: state.suspended?.from ?? state.status,
        suspended: null,
        suspensions: state.suspensions + 1,
        suspendedDays: state.suspendedDays + days,
        due: state.due === null ? null : addDays(state.due, days),
        ...present({ deadlineBy: days !== 0 ? `resumed.${state.suspensions + 1}` : undefined }),
        acknowledgeFrom: now,
        ...present({ resumptionToldAt: silent ? undefined : now }),
        // Whoever owes an answer has the time for it anew.
        extension: state.extension && { ...state.extension, since: now },
        ...present({ explanation: explanationAfter(state, days) }),
      },
      ...present({ tell: silent ? undefined : tell }),
    };
  },
};

/** What was still to be explained may be explained as many days later. */
function explanationAfter({ explanation }: State, days: number): State['explanation'] {
  return explanation?.answeredAt === undefined && explanation
    ? { ...explanation, due: addDays(explanation.due, days) }
    : undefined;
}

/**
 * Does the word that it was suspended still wait for the window to open? It says nothing that holds any more then. Where
 * the word of an earlier resumption waits too, this one speaks for it.
 */
function isUnheard({ policy, directive, state, now }: ActQuestion): boolean {
  const { suspended, resumptionToldAt = 0 } = state;
  if (suspended === null || !follows(directive, UNHEARD_SUSPENSION_IS_SILENT)) return false;
  const waits = (at: Instant) => intoWindow(policy, directive, at) > now;
  return waits(suspended.at) && !waits(resumptionToldAt);
}

/** The most days of its own on which one directive may be reminded. */
const MOST_EXTRA_REMINDERS = 10;

export const adjust: RuleOf<'adjust'> = {
  allowed: () => [...OFFICE, 'lead'],
  // Who is told may be said of whatever is open: also before the assignment, and while the clocks stand still.
  shut: ({ directive, by }) =>
    refusedIf(by.party === 'lead' && !follows(directive, LEAD_NAMES_CONTACT), officeOnly(by)) ??
    refusedIf(by.party === 'lead' && leadTogether(directive), { code: 'lead-together' }),
  refuse: ({ state, act: { remindOn, quietUntil, contact }, by, now }) =>
    // When it is reminded is not the lead's to say, only who.
    refusedIf(by.party === 'lead' && (remindOn !== undefined || quietUntil !== undefined), officeOnly(by)) ??
    (contact !== undefined && remindOn === undefined && quietUntil === undefined ? undefined : notRunning(state)) ??
    refusedIf(remindOn === undefined && quietUntil === undefined && contact === undefined, {
      code: 'nothing-to-adjust',
    }) ??
    notAhead(remindOn, dayOf(now)) ??
    notAhead(quietUntil ?? undefined, dayOf(now)) ??
    refusedIf(remindOn !== undefined && state.extraReminders.length >= MOST_EXTRA_REMINDERS, {
      code: 'too-many-reminders',
    }),
  // Another contact moves no clock and is no matter of the state: it is read from the log, as the lead's name is.
  change: ({ state, act: { remindOn, quietUntil } }) => ({
    state: {
      ...present({
        extraReminders: remindOn !== undefined ? [...new Set([...state.extraReminders, remindOn])] : undefined,
        quietUntil,
      }),
    },
  }),
};

/** One person is told: of several agencies that lead, none speaks for the others. */
function leadTogether(directive: Directive): boolean {
  return follows(directive, SOLE_LEAD_NAMES_CONTACT) && (directive.parties?.lead.length ?? 0) > 1;
}

function officeOnly({ party }: Actor): Refusal {
  return { code: 'not-allowed', party, act: 'adjust', allowed: OFFICE };
}

export const correct: RuleOf<'correct'> = {
  allowed: () => OFFICE,
  shut: nothingAgainst,
  refuse: ({ act: { text, due, reason } }) =>
    refusedIf(text === undefined && due === undefined, { code: 'nothing-to-correct' }) ??
    refusedIf(text !== undefined && text.trim() === '', { code: 'empty', field: 'text' }) ??
    refusedIf(due !== undefined && due !== null && !isDay(due), { code: 'not-a-day', due: due ?? null }) ??
    blank('reason', reason),
  change: ({ policy, state, act: { due }, now }) => {
    const corrections = state.corrections + 1;
    const moved =
      due === undefined || due === state.due
        ? {}
        : { ...newRound(state, now), due, dueTime: null, deadlineBy: `corrected.${corrections}` };
    return {
      state: { ...moved, corrections },
      tell: {
        key: `corrected.${corrections}`,
        stage: 'assign',
        kind: 'corrected',
        event: 'corrected',
        to: everyoneTold(policy, state),
      },
    };
  },
};

export const cancel: RuleOf<'cancel'> = {
  allowed: () => OFFICE,
  shut: nothingAgainst,
  refuse: ({ act }) => blank('reason', act.reason),
  change: ({ policy, state, now }) => ({
    state: { status: 'cancelled', closedAt: now },
    tell: ending('cancelled', everyoneTold(policy, state)),
  }),
};

function notAhead(day: string | undefined, today: string) {
  if (day === undefined) return undefined;
  return (
    refusedIf(!isDay(day), { code: 'not-a-day', due: day }) ??
    refusedIf(day <= today, { code: 'deadline-past', due: day })
  );
}
