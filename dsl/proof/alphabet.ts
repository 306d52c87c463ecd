import type { Policy } from '../policy/policy.ts';
import { ACT_TYPES, type Act, type Actor, type ActType, actorFor, type State } from '../rules/index.ts';
import { addDays, dayOf, type Instant } from '../time/day.ts';
import type { Deadlines } from './verdict.ts';

/** Calendar days from the act to a new date. */
const SOON = 0;
const LATER = 20;

/** The acts that happen to every directive; the others are rarer and tried less. */
export const USUAL_ACTS: readonly ActType[] = [
  'acknowledge',
  'report-progress',
  'submit-result',
  'endorse',
  'approve',
  'return',
  'cancel',
  'change-deadline',
];

const UNTRIED: ReadonlySet<ActType> = new Set([
  ...(['note', 'adjust', 'withdraw-result'] as const),
  ...([
    'ask-explanation',
    'explain',
    'accept-explanation',
    'reject-explanation',
    'withdraw-explanation-request',
  ] as const),
]);

/**
 * All that moves a clock or closes. A note does not; an adjustment of one directive is no promise of its policy, and
 * whoever is its contact is told as the same role. A result taken back leaves a directive as one of which the lead gave
 * word and handed nothing in, with what came due meanwhile told at once: what is proved of those holds of it, and that it
 * does is a law of its own (tests/dsl/taken-back.test.ts). What is asked to be explained has a clock of its own and moves
 * no other: to all others an answer is a word of the lead as progress is (tests/dsl/explanation.test.ts).
 */
export const ALL_ACTS: readonly ActType[] = ACT_TYPES.filter((type) => !UNTRIED.has(type));

/** Every act a person may try on a directive at an instant; which of them are taken the rules say. */
export function actsAt(policy: Policy, state: State, at: Instant, deadlines: Deadlines): Act[] {
  const reason = 'Theo đề nghị';
  const office: Actor = { party: 'secretariat' };
  const lead: Actor = { party: 'lead' };
  const { submittedBy, endorsedBy, approvedBy } = policy.close;
  const submitter = actorFor(submittedBy);
  const approver = actorFor(approvedBy);
  const day = (n: number) => addDays(dayOf(at), n);
  const dated: Act[] =
    deadlines === 'none'
      ? []
      : [
          { type: 'change-deadline', by: office, reason, due: day(SOON) },
          { type: 'change-deadline', by: office, reason, due: day(LATER) },
          { type: 'correct', by: office, reason, due: day(LATER) },
        ];
  const undated: Act[] =
    deadlines === 'dated' || state.due === null ? [] : [{ type: 'change-deadline', by: office, reason, due: null }];
  const extension: Act[] =
    state.due === null || policy.extension === undefined
      ? []
      : [
          { type: 'ask-extension', by: submitter, reason, due: addDays(state.due, 1) },
          { type: 'grant-extension', by: office },
          { type: 'reject-extension', by: office, reason },
          { type: 'offer-extension', by: office, reason, due: day(LATER) },
          { type: 'accept-offer', by: submitter },
          { type: 'decline-offer', by: submitter, reason },
        ];
  return [
    { type: 'acknowledge', by: lead },
    { type: 'report-progress', by: lead, text: 'Đang thực hiện' },
    submit(policy),
    ...(endorsedBy === undefined ? [] : [{ type: 'endorse', by: actorFor(endorsedBy) } as const]),
    { type: 'approve', by: approver },
    { type: 'return', by: approver, reason },
    { type: 'suspend', by: office, reason },
    { type: 'suspend', by: office, reason, until: day(LATER) },
    { type: 'resume', by: office },
    { type: 'reassign', by: office, reason, lead: [{ name: 'Đơn vị khác' }] },
    { type: 'cancel', by: office, reason },
    { type: 'supersede', by: office, reason, successor: 'Văn bản khác' },
    ...dated,
    ...undated,
    ...extension,
  ];
}

/** Handing in a result, by whoever the policy has do it. */
export function submit(policy: Policy): Act {
  return { type: 'submit-result', by: actorFor(policy.close.submittedBy), text: 'Kết quả' };
}
