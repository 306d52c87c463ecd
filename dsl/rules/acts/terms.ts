import type { Policy } from '../../policy/policy.ts';
import { isSamePolicy } from '../../policy/sources.ts';
import { present } from '../../present.ts';
import type { Instant } from '../../time/day.ts';
import type { Directive } from '../directive.ts';
import { forecast, movedSteps, stepName } from '../forecast.ts';
import type { Post } from '../post.ts';
import { schedule } from '../schedule.ts';
import type { State } from '../state.ts';
import type { Terms } from '../terms.ts';
import { blank, nothingAgainst, OFFICE, type RuleOf, refusedIf } from './rule.ts';

/*
 * A running directive keeps the policy and the calendar it was issued with until the office changes them by a command
 * of its own. Nobody is told: what moves are dates, and both plans are kept with the act.
 */

export const changeTerms: RuleOf<'change-terms'> = {
  allowed: () => OFFICE,
  shut: nothingAgainst,
  refuse: ({ policy, directive, act }) =>
    refusedIf(
      (act.calendar === undefined || same(act.calendar, directive.calendar)) &&
        (act.policy === undefined || isSamePolicy(act.policy, policy)),
      { code: 'terms-same' },
    ) ?? blank('reason', act.reason),
  change: ({ policy, directive, state, act, now }) => {
    const before = forecast(policy, directive, state, now);
    const terms: Terms = {
      ...state.terms,
      ...present({ policy: act.policy, calendar: act.calendar }),
      edition: (state.terms?.edition ?? 0) + (act.policy === undefined ? 0 : 1),
    };
    const next: State = { ...state, terms };
    const done = act.policy === undefined ? state.done : carriedOver(policy, directive, state, next, now);
    return {
      state: { terms, done },
      plan: {
        moved: movedSteps(before, forecast(policy, directive, { ...next, done }, now)),
        ...present({
          previousPolicy: act.policy !== undefined ? policy : undefined,
          previousCalendar:
            act.calendar !== undefined ? { id: directive.calendar.id, version: directive.calendar.version } : undefined,
        }),
      },
    };
  },
};

/**
 * What counts as done under another policy: the rungs it shares with the old one as far as they were posted, and those
 * whose time has passed where that role was told the same by another rung. Any other rung whose time has passed speaks
 * now, in one message for a role, so that nothing a policy promises is lost in the change.
 */
function carriedOver(policy: Policy, directive: Directive, state: State, next: State, now: Instant): string[] {
  const done = new Set(state.done);
  const posted = allSteps(policy, directive, state).filter((step) => done.has(step.key));
  const names = new Set(posted.map(stepName));
  const told = new Set(posted.map(tells));
  const carried = allSteps(policy, directive, next).filter(
    (step) => names.has(stepName(step)) || (step.at <= now && told.has(tells(step))),
  );
  return [...new Set([...state.done, ...carried.map((step) => step.key)])];
}

function allSteps(policy: Policy, directive: Directive, state: State): readonly Post[] {
  return schedule(policy, directive, state).steps;
}

function tells({ to, kind }: Post): string {
  return `${to}|${kind}`;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
