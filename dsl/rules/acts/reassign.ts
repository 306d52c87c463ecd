import type { Role } from '../../policy/policy.ts';
import { partyOf } from '../../policy/roles.ts';
import { present } from '../../present.ts';
import type { Act, NamedAgency } from '../act.ts';
import { isAmong } from '../directive.ts';
import type { State } from '../state.ts';
import { follows, KNOWS_WHO_LEADS } from '../version.ts';
import { intoWindow } from '../window.ts';
import {
  blank,
  everyoneTold,
  newRound,
  notRunning,
  OFFICE,
  type RuleOf,
  refusedIf,
  type Situation,
  type Tell,
} from './rule.ts';

/*
 * Another agency leads from now on. Its clocks start with it: it is assigned and acknowledges like the first one. One
 * that cooperated and now leads does not cooperate with itself.
 */

type Reassign = Extract<Act, { type: 'reassign' }>;

export const reassign: RuleOf<'reassign'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => notRunning(state),
  refuse: ({ directive, act }) =>
    refusedIf(act.lead.length === 0 || act.lead.some((l) => l.name.trim() === ''), { code: 'no-lead' }) ??
    refusedIf(isSame(directive.parties?.lead, act.lead), { code: 'lead-same' }) ??
    blank('reason', act.reason),
  change: (situation) => {
    const { state, now } = situation;
    const reassignments = state.reassignments + 1;
    const { acknowledgedAt: _, ...forgotten } = state;
    return {
      state: {
        ...newRound(forgotten, now),
        ...partiesAfter(situation),
        status: 'assigned',
        acknowledgedAt: undefined,
        ...present({ leadAcknowledged: state.leadAcknowledged ? [] : undefined }),
        acknowledgeFrom: now,
        leadSince: now,
        reassignments,
        extension: null,
        // Why it stands as it does is the former lead's to say.
        ...present({ explanation: state.explanation ? null : undefined }),
      },
      tell: tellsOf(situation, reassignments),
    };
  },
};

function isSame(before: readonly NamedAgency[] | undefined, now: readonly NamedAgency[]): boolean {
  return before?.every((one) => isAmong(one, now)) === true && now.every((one) => isAmong(one, before));
}

/** Who takes part from now on, as far as it is known. One that leads is no partner of itself while it does. */
function partiesAfter({ directive: { parties }, state, act: { lead } }: Situation<Reassign>): Partial<State> {
  if (!parties) return {};
  return {
    parties: { ...parties, lead },
    cooperates: parties.cooperating.some((one) => !isAmong(one, lead)),
    formerLeads: [...(state.formerLeads ?? []), parties.lead],
  };
}

function tellsOf(situation: Situation<Reassign>, nth: number): Tell | readonly Tell[] {
  const { policy, directive, state, act, now } = situation;
  const told = everyoneTold(policy, state);
  const base = { key: `reassigned.${nth}`, stage: 'assign', event: 'reassigned' } as const;
  if (!follows(directive, KNOWS_WHO_LEADS)) return { ...base, kind: 'assignment', to: told };
  const { to } = policy.assign;
  const ofLead = (role: Role) => partyOf(role) === 'lead';
  const others = told.filter((role) => role !== to);
  const someLeave = directive.parties?.lead.some((one) => !isAmong(one, act.lead)) ?? true;
  // One that led from an evening to its night was never told so, and is not told that it is over.
  const knew = intoWindow(policy, directive, state.leadSince ?? state.assignedAt ?? now) <= now;
  return [
    { ...base, kind: 'assignment', to: [to] },
    { ...base, kind: 'copy', to: others.filter(ofLead) },
    { ...base, kind: 'lead-changed', to: others.filter((role) => !ofLead(role)) },
    ...(someLeave && knew
      ? [{ ...base, key: `relieved.${nth}`, kind: 'relieved', to: told.filter(ofLead), former: true } as const]
      : []),
  ];
}
