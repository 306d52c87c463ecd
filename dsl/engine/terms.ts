import type { Policy } from '../policy/policy.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Directive } from './directive.ts';
import type { State } from './state.ts';

/** What a directive is followed by, where that is no longer what it was issued with. */
export interface Terms {
  readonly policy?: Policy;
  readonly calendar?: WorkCalendar;
  /**
   * Counts the policies after the first. Rungs are keyed by their place in the policy, and the same place of another
   * edition is another rung: its keys must not meet those of messages that were sent.
   */
  readonly edition: number;
}

/** The policy and the calendar in force. What is in force already stays as it is. */
export function inForce(
  policy: Policy,
  directive: Directive,
  { terms }: Pick<State, 'terms'>,
): { readonly policy: Policy; readonly directive: Directive } {
  if (!terms) return { policy, directive };
  const { calendar = directive.calendar } = terms;
  return {
    policy: terms.policy ?? policy,
    directive: calendar === directive.calendar ? directive : { ...directive, calendar },
  };
}
