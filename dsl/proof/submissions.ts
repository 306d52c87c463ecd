import type { Policy } from '../policy/policy.ts';
import { type Directive, initialState, type State } from '../rules/index.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, minutesOf } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { submit } from './alphabet.ts';
import { daysFrom, momentsOf } from './cases.ts';
import type { Findings } from './findings.ts';
import { counterexample, untouchedUntil } from './life.ts';
import type { Rules } from './rules.ts';
import type { Moment } from './verdict.ts';
import { SendingHours, wrongPosts } from './watch.ts';
import type { Witnesses } from './witnesses.ts';

/*
 * An act on every day, worked or not, at each of the four moments a rule can tell apart: when its answer leaves, and
 * how the clock of approval runs from there. A result stands for all acts: the same function puts the answers of all of
 * them into the window.
 */

interface SubmissionOptions {
  readonly rules: Rules;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly id: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly findings: Findings;
  readonly witnesses: Witnesses;
}

/** Returns how many were tried. */
export function sweepSubmissions(options: SubmissionOptions): number {
  const { rules, policy, calendar, id, firstDay, lastDay, findings, witnesses } = options;
  const hours = new SendingHours(policy, calendar);
  let tried = 0;
  let last: { directive: Directive; state: State; moment: Moment } | undefined;
  for (const day of daysFrom(firstDay, lastDay)) {
    const directive: Directive = {
      id,
      calendar,
      hasCooperating: true,
      due: addDays(day, 60),
      issuedAt: instantAt(day, minutesOf(policy.window.from)),
    };
    const assigned = rules.wakeUp(policy, directive, initialState(directive), directive.issuedAt);
    if (!('refusal' in assigned) && assigned.state.assignedAt !== undefined) {
      last = { directive, state: assigned.state, moment: { at: directive.issuedAt, posts: assigned.posts } };
    }
    if (!last) continue;
    for (const at of momentsOf(policy, directive, day)) {
      if (!(at > last.moment.at)) continue;
      tried++;
      trySubmission(at, last);
    }
  }
  return tried;

  function trySubmission(at: Instant, { directive, state, moment }: NonNullable<typeof last>): void {
    const act = submit(policy);
    const woken = rules.wakeUp(policy, directive, state, at, act);
    if ('refusal' in woken) return;
    const moments = [moment, { at, act, posts: woken.posts }];
    const story = { directive, state: woken.state, moments };
    const steps = rules.schedule(policy, directive, woken.state).pending;
    const told = new Set(moment.posts.map((p) => p.key));
    for (const { property, fault } of wrongPosts(hours, told, woken.posts)) {
      findings.add(property, counterexample(story, at, fault));
    }
    for (const { property, fault } of wrongPosts(hours, told, steps)) {
      if (!('post' in fault) || !findings.wants(property, 1, dayOf(directive.issuedAt), dayOf(fault.post.at))) continue;
      findings.add(property, counterexample(untouchedUntil(rules, policy, story, fault.post.at), fault.post.at, fault));
    }
    witnesses.seen(story, steps);
  }
}
