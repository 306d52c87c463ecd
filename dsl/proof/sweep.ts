import { looksAtDeadline, policyFor } from '../policy/conditions.ts';
import type { Policy, Traits } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type Directive, initialState, type Post } from '../rules/index.ts';
import {
  addDays,
  type Day,
  dayNumberOf,
  dayOf,
  endOfDay,
  type Instant,
  instantAt,
  laterDay,
  minutesOf,
} from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { daysFrom, dueHorizon } from './cases.ts';
import type { Findings } from './findings.ts';
import { counterexample, type LivedSoFar, untouchedUntil } from './life.ts';
import { Reach } from './reach.ts';
import type { Rules } from './rules.ts';
import { kindOfState } from './steps.ts';
import { momentsIn, Trail } from './trail.ts';
import type { Deadlines, ProofFault, PropertyName } from './verdict.ts';
import { SendingHours, tooMany, wrongPosts } from './watch.ts';
import type { Witnesses } from './witnesses.ts';

/*
 * Every issue day × every due day, nobody acting: all days on which a clock can begin to run, and all it then does.
 * Of each kind of state met the shortest life is kept; the exploration of acts begins from these.
 */

export interface SweepOptions {
  readonly rules: Rules;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly id: string;
  /** The kind of directive, where the policy tells kinds apart. */
  readonly traits: Traits | undefined;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly deadlines: Deadlines;
  readonly messagesADay: number;
  readonly findings: Findings;
  readonly witnesses: Witnesses;
  readonly progress?: (share: number) => void;
}

export interface Swept {
  readonly lives: number;
  readonly dueWithinDays: number;
  /** A directive of each kind, the shortest. */
  readonly kinds: readonly Directive[];
}

/** Further than this no due day is tried one by one; one that leaves room for every rung is. */
const MOST_DUE_DAYS = 420;
/** A due day that is in nobody's way. */
const FAR_OFF = 12_000;

/** Lives without acts, over all days from `firstDay` to `lastDay`; what is wrong goes to `options.findings`. */
export function sweep(options: SweepOptions): Swept {
  return new Sweep(options).run();
}

/** A directive without a deadline, just assigned; with one it stands the same but for that. */
interface Assigned extends LivedSoFar {
  readonly day: Day;
  readonly at: Instant;
}

class Sweep {
  private readonly hours: SendingHours;
  private readonly reach: Reach;
  private readonly kinds = new Map<string, { length: number; directive: Directive }>();
  private dueWithinDays = 0;
  private lives = 0;

  constructor(private readonly options: SweepOptions) {
    this.hours = new SendingHours(options.policy, options.calendar);
    this.reach = new Reach(policyFor(options.policy, options.traits), options.calendar);
  }

  run(): Swept {
    const { firstDay, lastDay, progress } = this.options;
    const days = daysFrom(firstDay, lastDay);
    let waiting = 0;
    for (const [i, issued] of days.entries()) {
      const assigned = this.assign(issued);
      if (!assigned) continue;
      waiting++;
      // Issued on a day off: from the assignment on it is the directive issued on that day, the due day being the same.
      if (assigned.day !== issued && assigned.day <= lastDay) continue;
      this.lives += waiting * this.dues(assigned);
      waiting = 0;
      if (i % 50 === 0) progress?.(i / days.length);
    }
    return {
      lives: this.lives,
      dueWithinDays: this.dueWithinDays,
      kinds: [...this.kinds.values()].map((k) => k.directive),
    };
  }

  /** The real beginning: issued when the window opens, assigned when the rules say so. */
  private assign(issued: Day): Assigned | null {
    const { rules, policy, findings, messagesADay, id, calendar, traits } = this.options;
    const issuedAt = instantAt(issued, minutesOf(policy.window.from));
    const directive: Directive = { id, issuedAt, due: null, hasCooperating: true, calendar, ...present({ traits }) };
    let past: Trail | undefined;
    let state = initialState(directive);
    // Issue and, on a day off, the wake of the assignment.
    for (let now: Instant | null = issuedAt; now !== null && Number.isFinite(now) && !past?.before; ) {
      const woken: ReturnType<Rules['wakeUp']> = rules.wakeUp(policy, directive, state, now);
      if ('refusal' in woken) break;
      state = woken.state;
      past = new Trail({ at: now, posts: woken.posts }, past);
      const wrong = [...wrongPosts(this.hours, new Set(), woken.posts), ...tooMany(past, messagesADay)];
      for (const { property, fault } of wrong) {
        findings.add(property, counterexample({ directive, moments: momentsIn(past) }, now, fault));
      }
      if (state.assignedAt !== undefined)
        return { directive, state, moments: momentsIn(past), day: dayOf(state.assignedAt), at: now };
      now = woken.nextWake;
    }
    const fault: ProofFault = { kind: 'dark', status: state.status };
    findings.add(
      'open-states-wake',
      counterexample({ directive, moments: momentsIn(past) }, past?.moment.at ?? issuedAt, fault),
    );
    return null;
  }

  /** Every due day for an assignment; returns how many. */
  private dues(assigned: Assigned): number {
    const { deadlines, policy } = this.options;
    const undated = this.life(assigned, null, deadlines !== 'dated');
    if (deadlines === 'none') return 1;
    const horizon = dueHorizon(policy, assigned.day, this.countedFromAssignment(assigned, undated));
    const within = Math.min(horizon, MOST_DUE_DAYS);
    this.dueWithinDays = Math.max(this.dueWithinDays, within);
    const dues = daysFrom(addDays(assigned.day, -1), addDays(assigned.day, within));
    if (horizon > within) dues.push(addDays(assigned.day, horizon));
    for (const due of dues) this.life(assigned, due, true);
    return dues.length + (deadlines === 'dated' ? 0 : 1);
  }

  /** What rungs that speak of dated directives alone count from the assignment reaches as far as the others' steps. */
  private countedFromAssignment({ directive, state }: Assigned, undated: readonly Post[]): readonly Post[] {
    const { rules, policy } = this.options;
    if (!looksAtDeadline(policy)) return undated;
    const due = addDays(dayOf(directive.issuedAt), FAR_OFF);
    const dated = rules.schedule(policy, { ...directive, due }, { ...state, due }).pending;
    return [...undated, ...dated.filter(({ at }) => dayOf(at) < addDays(due, -MOST_DUE_DAYS))];
  }

  /** One directive that nobody touches. `counts`: is it one the policy is asked to follow? */
  private life(assigned: Assigned, due: Day | null, counts: boolean): readonly Post[] {
    const { rules, policy, findings, witnesses } = this.options;
    const directive = { ...assigned.directive, due };
    const story: LivedSoFar = { directive, state: { ...assigned.state, due }, moments: assigned.moments };
    const steps = rules.schedule(policy, directive, story.state).pending;
    if (!counts) return steps;
    if (steps.length === 0) {
      const fault: ProofFault = { kind: 'dark', status: story.state.status };
      findings.add('open-states-wake', counterexample(story, assigned.at, fault));
    }
    for (const post of steps) {
      const open = this.hours.at(post.at);
      if (open !== 'open') this.tell('messages-in-hours-and-once', story, post.at, { kind: open, post });
    }
    if (due !== null) this.judgeReach(assigned, story, laterDay(due, assigned.day), steps);
    witnesses.seen(story, steps);
    this.keep(story, assigned.at, steps);
    return steps;
  }

  private judgeReach(assigned: Assigned, story: LivedSoFar, from: Day, steps: readonly Post[]): void {
    const wrong = this.reach.faultOf(steps, from);
    if (!wrong) return;
    // Nobody more will be told once all is told and the date is over.
    const end = Math.max(assigned.at, endOfDay(from), ...steps.map((p) => p.at));
    const at = wrong.on === null ? end : (steps.find((p) => dayOf(p.at) === wrong.on)?.at ?? end);
    this.tell('overdue-reaches-head-and-supervisor', story, at, wrong.fault);
  }

  /** A fault some way down an untouched life: the messages up to it are asked of the rules themselves. */
  private tell(property: PropertyName, story: LivedSoFar, at: Instant, fault: ProofFault): void {
    const { rules, policy, findings } = this.options;
    if (!findings.wants(property, 0, dayOf(story.directive.issuedAt), dayOf(at))) return;
    findings.add(property, counterexample(untouchedUntil(rules, policy, story, at), at, fault));
  }

  private keep({ directive, state }: LivedSoFar, now: Instant, steps: readonly Post[]): void {
    const kind = kindOfState(state, now, steps);
    let last = directive.issuedAt;
    for (const { at } of steps) if (at > last) last = at;
    const length = dayNumberOf(last) - dayNumberOf(directive.issuedAt);
    const held = this.kinds.get(kind);
    if (!held || length < held.length) this.kinds.set(kind, { length, directive });
  }
}
