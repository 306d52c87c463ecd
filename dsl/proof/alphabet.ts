import type { Act, Actor, ActType, State } from '../engine/index.ts';
import type { Party, Policy, Role } from '../policy/policy.ts';
import { addDays, dayOf, type Instant } from '../time/day.ts';
import type { Deadlines } from './verdict.ts';

/** Calendar days from the act to the new date. */
const NEW_DATES = [0, 20] as const;

/** What people are taken to do; the rest of the acts move no clock of the policy, or wait for their own checks. */
export const ACTS_TRIED: readonly ActType[] = [
  'acknowledge',
  'report-progress',
  'submit-result',
  'approve',
  'return',
  'cancel',
  'change-deadline',
];

/** Every act a person may try on a directive at an instant; which of them are taken the rules say. */
export function actsAt(policy: Policy, state: State, at: Instant, deadlines: Deadlines): Act[] {
  const reason = 'Theo đề nghị';
  const office: Actor = { party: 'secretariat' };
  const approver = actorFor(policy.close.approvedBy);
  const changed = { type: 'change-deadline', by: office, reason } as const;
  const dated = deadlines === 'none' ? [] : NEW_DATES.map((n) => ({ ...changed, due: addDays(dayOf(at), n) }));
  const undated = deadlines === 'dated' || state.due === null ? [] : [{ ...changed, due: null }];
  return [
    { type: 'acknowledge', by: { party: 'lead' } },
    { type: 'report-progress', by: { party: 'lead' }, text: 'Đang thực hiện' },
    submit(policy),
    { type: 'approve', by: approver },
    { type: 'return', by: approver, reason },
    { type: 'cancel', by: office, reason },
    ...dated,
    ...undated,
  ];
}

export function submit(policy: Policy): Act {
  return { type: 'submit-result', by: actorFor(policy.close.submittedBy), text: 'Kết quả' };
}

/** Whoever may act for a role: of a head, the head. */
function actorFor(role: Role): Actor {
  const head = /^headOf\((.*)\)$/.exec(role);
  return { party: (head?.[1] ?? role) as Party, ...(head ? { head: true } : {}) };
}
