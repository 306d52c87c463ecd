import type { Party, Policy, Role } from '../policy/policy.ts';
import { dayOf, type Instant, isDay } from '../time/day.ts';
import type { Act, ActType, Refusal } from './act.ts';
import type { Cause, PostKind, Stage } from './post.ts';
import { isClosed, type State } from './state.ts';

type Event = Extract<Cause, { event: string }>['event'];

/** What taking an act does: the parts of the state it changes, and what is told to whom about it. */
export interface Change {
  readonly state: Partial<State>;
  readonly tell?: Tell;
}

export interface Tell {
  readonly key: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly event: Event;
  readonly to: readonly Role[];
}

interface Situation<A extends Act> {
  readonly policy: Policy;
  readonly state: State;
  readonly act: A;
  readonly now: Instant;
}

/** How one kind of act works. A new act is one more entry. */
interface ActRule<A extends Act> {
  /** Parties that may do it. */
  allowed(policy: Policy): readonly Party[];
  refuse(situation: Situation<A>): Refusal | undefined;
  change(situation: Situation<A>): Change;
}

type ActRules = { readonly [T in ActType]: ActRule<Extract<Act, { type: T }>> };

const OFFICE: readonly Party[] = ['secretariat', 'issuer'];

const acknowledge: ActRules['acknowledge'] = {
  allowed: () => ['lead', 'cooperating'],
  refuse: ({ state, act }) =>
    closed(state) ??
    notAssigned(state) ??
    when(act.by.party === 'lead' ? acknowledgedByLead(state) : state.cooperatingAcknowledged.includes(agencyOf(act)), {
      code: 'already-acknowledged',
    }),
  change: ({ state, act, now }) =>
    act.by.party === 'lead'
      ? { state: { ...signOfLife(state, now), ...acknowledged(state, now) } }
      : { state: { cooperatingAcknowledged: [...state.cooperatingAcknowledged, agencyOf(act)] } },
};

const reportProgress: ActRules['report-progress'] = {
  allowed: () => ['lead', 'cooperating'],
  refuse: ({ state, act: { text, percent = 0 } }) =>
    closed(state) ??
    notAssigned(state) ??
    when(text.trim() === '', { code: 'empty', field: 'text' }) ??
    when(!(percent >= 0 && percent <= 100), { code: 'percent' }),
  change: ({ state, act, now }) => ({
    state: act.by.party === 'lead' ? { ...signOfLife(state, now), ...acknowledged(state, now) } : {},
  }),
};

const submitResult: ActRules['submit-result'] = {
  allowed: (policy) => [partyOf(policy.close.submittedBy)],
  refuse: ({ state, act }) =>
    closed(state) ??
    notAssigned(state) ??
    when(state.status === 'submitted', { code: 'already-submitted' }) ??
    when(act.text.trim() === '', { code: 'empty', field: 'text' }),
  change: ({ policy, state, now }) => {
    const submissions = state.submissions + 1;
    return {
      state: {
        ...signOfLife(state, now),
        ...acknowledged(state, now),
        status: 'submitted',
        submissions,
        submittedAt: now,
      },
      tell: {
        key: `submitted.${submissions}`,
        stage: 'close',
        kind: 'result-waiting',
        event: 'submitted',
        to: [policy.close.approvedBy],
      },
    };
  },
};

const approve: ActRules['approve'] = {
  allowed: (policy) => [partyOf(policy.close.approvedBy)],
  refuse: ({ state }) => closed(state) ?? when(state.status !== 'submitted', { code: 'not-submitted' }),
  change: ({ policy, state, now }) => ({
    state: { status: 'approved', closedAt: now },
    tell: { key: 'approved', stage: 'close', kind: 'approved', event: 'approved', to: everyoneTold(policy, state) },
  }),
};

const returnResult: ActRules['return'] = {
  allowed: (policy) => [partyOf(policy.close.approvedBy)],
  refuse: ({ state, act }) =>
    closed(state) ??
    when(state.status !== 'submitted', { code: 'not-submitted' }) ??
    when(act.reason.trim() === '', { code: 'empty', field: 'reason' }),
  change: ({ policy, state, now }) => ({
    state: { ...newRound(state, now), status: 'acknowledged', returns: state.returns + 1 },
    tell: {
      key: `returned.${state.returns + 1}`,
      stage: 'close',
      kind: 'returned',
      event: 'returned',
      to: [policy.assign.to],
    },
  }),
};

const cancel: ActRules['cancel'] = {
  allowed: () => OFFICE,
  refuse: ({ state, act }) => closed(state) ?? when(act.reason.trim() === '', { code: 'empty', field: 'reason' }),
  change: ({ policy, state, now }) => ({
    state: { status: 'cancelled', closedAt: now },
    tell: { key: 'cancelled', stage: 'close', kind: 'cancelled', event: 'cancelled', to: everyoneTold(policy, state) },
  }),
};

const changeDeadline: ActRules['change-deadline'] = {
  allowed: () => OFFICE,
  refuse: ({ state, act: { due, dueTime, reason }, now }) =>
    closed(state) ??
    when(due !== null && !isDay(due), { code: 'not-a-day', due }) ??
    when(due !== null && due < dayOf(now), { code: 'deadline-past', due }) ??
    when(due === state.due && (dueTime ?? null) === state.dueTime, { code: 'deadline-same', due }) ??
    when(reason.trim() === '', { code: 'empty', field: 'reason' }),
  change: ({ policy, state, act: { due, dueTime }, now }) => {
    const deadlineChanges = state.deadlineChanges + 1;
    return {
      state: { ...newRound(state, now), due, dueTime: dueTime ?? null, deadlineChanges },
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

export const ACTS: ActRules = {
  acknowledge,
  'report-progress': reportProgress,
  'submit-result': submitResult,
  approve,
  return: returnResult,
  cancel,
  'change-deadline': changeDeadline,
};

export function partyOf(role: Role): Party {
  return role.replace(/^headOf\((.*)\)$/, '$1') as Party;
}

function when(condition: boolean, refusal: Refusal): Refusal | undefined {
  return condition ? refusal : undefined;
}

function closed(state: State): Refusal | undefined {
  return when(isClosed(state), { code: 'closed' });
}

function notAssigned(state: State): Refusal | undefined {
  return when(state.assignedAt === undefined, { code: 'not-assigned' });
}

function acknowledgedByLead(state: State): boolean {
  return state.acknowledgedAt !== undefined;
}

/** Whoever works on a task has taken it: progress or a result acknowledges by itself. */
function acknowledged(state: State, now: Instant): Partial<State> {
  return acknowledgedByLead(state)
    ? {}
    : { acknowledgedAt: now, ...(state.status === 'assigned' ? { status: 'acknowledged' } : {}) };
}

function signOfLife(state: State, now: Instant): Partial<State> {
  return { signs: state.signs + 1, lastSignAt: now };
}

/** Before the assignment nobody has the ball yet, so no clock is set. */
function newRound(state: State, now: Instant): Partial<State> {
  return { round: state.round + 1, ...(state.assignedAt === undefined ? {} : { roundFrom: now }) };
}

/** Those who were told of the directive; before the assignment that is nobody. */
function everyoneTold(policy: Policy, state: State): Role[] {
  return state.assignedAt === undefined ? [] : [policy.assign.to, ...policy.assign.copy];
}

/** A cooperating agency acknowledges for itself; one that is not named counts as one. */
function agencyOf(act: Act): string {
  return act.by.agency ?? 'cooperating';
}
