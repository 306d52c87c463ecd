import type { Policy } from '../policy/policy.ts';
import { present } from '../present.ts';
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

/** The policy and the directive as they are in force. What is in force already stays as it is. */
export function inForce(
  policy: Policy,
  directive: Directive,
  {
    terms,
    cooperates = directive.hasCooperating,
    parties = directive.parties,
  }: Pick<State, 'terms' | 'cooperates' | 'parties'>,
): { readonly policy: Policy; readonly directive: Directive } {
  const calendar = terms?.calendar ?? directive.calendar;
  const same =
    calendar === directive.calendar && cooperates === directive.hasCooperating && parties === directive.parties;
  return {
    policy: terms?.policy ?? policy,
    directive: same ? directive : { ...directive, calendar, hasCooperating: cooperates, ...present({ parties }) },
  };
}
