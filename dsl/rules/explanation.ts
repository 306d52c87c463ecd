import type { Policy, Role } from '../policy/policy.ts';
import { partyOf } from '../policy/roles.ts';
import { type Day, dayOf } from '../time/day.ts';
import { workingDayAfter, workingDayBefore } from '../time/day-count.ts';
import type { Directive } from './directive.ts';
import type { Post } from './post.ts';
import { scopes } from './scope.ts';
import type { State } from './state.ts';
import { slotOn } from './window.ts';

const A_WORKING_DAY = { workingDays: 1 } as const;

/**
 * The clock of a request for an explanation: the lead is reminded on the working day before its last day, where that
 * leaves a day; once the day has passed, the head of the lead and whoever asked hear that there is none.
 */
export function explanationSteps(policy: Policy, directive: Directive, state: State): Post[] {
  const request = state.explanation;
  if (!request || request.answeredAt !== undefined) return [];
  const { calendar } = directive;
  const lead = policy.assign.to;
  const step = (name: string, kind: 'explanation-reminder' | 'unexplained', to: Role, day: Day): Post => ({
    key: `${name}/${scopes.explanation(state)}`,
    // A rung of the ladder that falls on the same day speaks for it: it may bear a letter.
    stage: 'assign',
    kind,
    to,
    at: slotOn(policy, directive, day),
    cause: { event: 'explanation-asked' },
  });
  const before = workingDayBefore(calendar, request.due, A_WORKING_DAY);
  const after = workingDayAfter(calendar, request.due, A_WORKING_DAY);
  return [
    ...(before > dayOf(request.since) ? [step('explain', 'explanation-reminder', lead, before)] : []),
    step('unexplained', 'unexplained', `headOf(${partyOf(lead) ?? 'lead'})`, after),
    step('unexplained-told', 'unexplained', request.asker, after),
  ];
}
