import { policyFor } from '../policy/conditions.ts';
import type { Policy, Traits } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type Act, type ActType, type Directive, initialState, isClosed, type Post } from '../rules/index.ts';
import { DAY_MS, dayOf, endOfDay, type Instant, laterDay, MINUTE_MS } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { actsAt } from './alphabet.ts';
import type { Findings } from './findings.ts';
import { Frontier } from './frontier.ts';
import { counterexample, type LivedSoFar } from './life.ts';
import { Reach } from './reach.ts';
import type { Rules } from './rules.ts';
import { isByClock, kindOfState } from './steps.ts';
import { Superposition } from './superposition.ts';
import { countsSuspension, wrongResumption, wrongWhileSuspended } from './suspension.ts';
import type { Deadlines, Moment } from './verdict.ts';
import { identitiesOf, SendingHours, tooMany, type Wrong, wrongClose, wrongPosts } from './watch.ts';
import type { Witnesses } from './witnesses.ts';

/*
 * All orders of acts and wakes, through the real `wakeUp`. From each kind of state met, once: its next wake, and every
 * act at either end of the wait for it. Lives are taken with the fewest acts first, then the shortest, so that the
 * first way found into a kind of state is the shortest one.
 */

export interface ExploreOptions {
  readonly rules: Rules;
  readonly policy: Policy;
  /** The kind of its beginnings, where the policy tells kinds apart. */
  readonly traits: Traits | undefined;
  readonly calendar: WorkCalendar;
  readonly actTypes: readonly ActType[];
  readonly acts: number;
  readonly deadlines: Deadlines;
  readonly messagesADay: number;
  readonly findings: Findings;
  readonly witnesses: Witnesses;
}

export interface Explored {
  readonly states: number;
  readonly wakes: number;
  /** Most acts it took to reach a kind of state not seen before. */
  readonly actsNeeded: number;
  /**
   * Does every state that was met follow from its clocks alone? If not, the sweep over days proves nothing about lives
   * with acts.
   */
  readonly sumOfClocks: boolean;
}

export interface ExploredLife extends LivedSoFar {
  readonly now: Instant;
  readonly nextWake: Instant | null;
  readonly acts: number;
}

/** Lives with acts, up to `options.acts` of them, from each beginning; what is wrong goes to `options.findings`. */
export function explore(options: ExploreOptions, beginnings: readonly Directive[]): Explored {
  return new Exploration(options).run(beginnings);
}

class Exploration {
  private readonly hours: SendingHours;
  private readonly reach: Reach;
  private readonly clocks: Superposition;
  private readonly frontier = new Frontier();
  private readonly seen = new Set<string>();
  private wakes = 0;
  private actsNeeded = 0;
  private sumOfClocks = true;

  constructor(private readonly options: ExploreOptions) {
    this.hours = new SendingHours(options.policy, options.calendar);
    this.reach = new Reach(policyFor(options.policy, options.traits), options.calendar);
    this.clocks = new Superposition(options.rules, options.policy);
  }

  run(beginnings: readonly Directive[]): Explored {
    for (const directive of beginnings) {
      const state = initialState(directive);
      this.wake(
        { directive, state, now: directive.issuedAt, nextWake: null, moments: [], acts: 0 },
        directive.issuedAt,
      );
    }
    for (let life = this.frontier.take(); life; life = this.frontier.take()) this.look(life);
    const { wakes, actsNeeded, sumOfClocks } = this;
    return { states: this.seen.size, wakes, actsNeeded, sumOfClocks };
  }

  /** Everything that can happen next to a life. */
  private look(life: ExploredLife): void {
    const { rules, policy, acts, deadlines } = this.options;
    const { directive, state, now, nextWake } = life;
    if (isClosed(state)) {
      if (this.isNew(life, 'closed')) this.lookAfterClose(life);
      return;
    }
    const steps = rules.schedule(policy, directive, { ...state, done: [] }).pending;
    const open = steps.filter((p) => !state.done.includes(p.key));
    this.judgeWaiting(life, steps, open);
    this.judgeReach(life, steps);
    this.judgeKeys(life, open);
    for (const wrong of [
      ...wrongWhileSuspended(state, open),
      ...countsSuspension(this.options.calendar, policy, state.due, life.moments, open),
    ]) {
      this.found(life, wrong);
    }
    if (state.assignedAt !== undefined && !this.clocks.isSumOfItsClocks(directive, state, steps)) {
      this.sumOfClocks = false;
    }
    if (!this.isNew(life, kindOfState(state, now, open))) return;
    if (nextWake !== null && nextWake > now) this.wake(life, nextWake, undefined, open);
    if (life.acts >= acts) return;
    for (const at of this.momentsToAct(life)) {
      for (const act of actsAt(policy, state, at, deadlines)) {
        if (this.options.actTypes.includes(act.type)) this.wake(life, at, act);
      }
    }
  }

  /** The two ends of the wait: right after this wake, and right before the next; what an act brings, no other tells. */
  private momentsToAct({ now, nextWake }: ExploredLife): Instant[] {
    const soon = now + MINUTE_MS;
    if (nextWake === null || !(nextWake > soon)) return [soon];
    const last = nextWake - 1;
    return dayOf(last) === dayOf(soon) ? [soon] : [soon, last];
  }

  /** A step of a life, and all that is asked of it. `open`: what must be told now where the clock wakes it. */
  private wake(life: ExploredLife, at: Instant, act?: Act, open: readonly Post[] = []): void {
    const { rules, policy, messagesADay, witnesses } = this.options;
    const { directive, state, moments } = life;
    const woken = rules.wakeUp(policy, directive, state, at, act);
    this.wakes++;
    if ('refusal' in woken) return;
    const moment: Moment = { at, posts: woken.posts, ...present({ act }) };
    const next: ExploredLife = {
      directive,
      state: woken.state,
      now: at,
      nextWake: woken.nextWake,
      moments: withMoment(moments, moment),
      acts: life.acts + (act ? 1 : 0),
    };
    witnesses.told(next, at, woken.posts);
    for (const wrong of [
      ...wrongPosts(this.hours, keysOf(moments), woken.posts),
      ...tooMany(next.moments, messagesADay),
      ...wrongClose(state, woken.state, moment),
      ...wrongResumption(state, woken.state, next.moments),
      ...passedOver(open, at, woken.posts),
    ]) {
      this.found(next, wrong);
    }
    if (woken.nextWake === null || Number.isFinite(woken.nextWake)) this.frontier.add(next);
  }

  private judgeWaiting(life: ExploredLife, steps: readonly Post[], open: readonly Post[]): void {
    const { state, now, nextWake } = life;
    const property = 'open-states-wake';
    const next = open.reduce((first, p) => (p.at < first ? p.at : first), Number.POSITIVE_INFINITY);
    const late = open.find((p) => p.at <= now);
    if (late && nextWake === null) this.found(life, passedOverFault(late));
    else if (steps.length === 0 || (nextWake === null && open.length > 0)) {
      this.found(life, { property, fault: { kind: 'dark', status: state.status } });
    } else if (late || (nextWake !== null && nextWake > next)) {
      const over = late ?? open.find((p) => p.at === next);
      if (over) this.found(life, passedOverFault(over));
    }
  }

  /** Where the time for it has come: has the head heard, then the supervisor, in this round? */
  private judgeReach(life: ExploredLife, steps: readonly Post[]): void {
    const { state, now, nextWake } = life;
    const { due, assignedAt, status } = state;
    if (due === null || assignedAt === undefined || status === 'submitted' || status === 'suspended') return;
    const from = laterDay(due, dayOf(state.roundFrom ?? assignedAt));
    const wrong = this.reach.faultOf(steps, from);
    if (!wrong || (wrong.on === null ? nextWake !== null : dayOf(now) < wrong.on)) return;
    const at = wrong.on === null ? Math.max(now, endOfDay(from)) : now;
    this.found({ ...life, now: at }, { property: 'overdue-reaches-head-and-supervisor', fault: wrong.fault });
  }

  /** Nothing that was told stands open again. */
  private judgeKeys(life: ExploredLife, open: readonly Post[]): void {
    const told = keysOf(life.moments);
    const post = open.find((p) => told.has(p.key));
    if (post) this.found(life, { property: 'messages-in-hours-and-once', fault: { kind: 'twice', post } });
  }

  /** Whatever the clock or a person tries, nothing more is told and nothing opens it again. */
  private lookAfterClose(life: ExploredLife): void {
    const { rules, policy, deadlines } = this.options;
    const { directive, state, now } = life;
    const at = now + 400 * DAY_MS;
    const tries = [undefined, ...actsAt(policy, state, at, deadlines)];
    for (const act of tries) {
      const woken = rules.wakeUp(policy, directive, state, at, act);
      this.wakes++;
      if ('refusal' in woken) continue;
      const next = {
        ...life,
        moments: [...life.moments, { at, posts: woken.posts, ...present({ act }) }],
        now: at,
      };
      for (const post of woken.posts) {
        this.found(next, { property: 'messages-in-hours-and-once', fault: { kind: 'after-close', post } });
      }
    }
  }

  private isNew(life: ExploredLife, kind: string): boolean {
    const { directive, moments, acts, now } = life;
    const key = `${directive.id} ${directive.hasCooperating} ${kind} ${toldToday(moments, now)}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    this.actsNeeded = Math.max(this.actsNeeded, acts);
    return true;
  }

  private found(life: ExploredLife, { property, fault }: Wrong): void {
    this.options.findings.add(property, counterexample(life, life.now, fault));
  }
}

/** Asked once for each act tried on the same life. */
const known = new WeakMap<readonly Moment[], ReadonlySet<string>>();

function keysOf(moments: readonly Moment[]): ReadonlySet<string> {
  let keys = known.get(moments);
  if (!keys) {
    keys = new Set(moments.flatMap((m) => m.posts.flatMap(identitiesOf)));
    known.set(moments, keys);
  }
  return keys;
}

/** The same moments and one more: what was told before need not be named again. */
function withMoment(moments: readonly Moment[], moment: Moment): readonly Moment[] {
  const before = keysOf(moments);
  const all = [...moments, moment];
  known.set(all, moment.posts.length === 0 ? before : new Set([...before, ...moment.posts.flatMap(identitiesOf)]));
  return all;
}

/** What the clock has told today, as text: it counts towards the most messages a role may get in a day. */
function toldToday(moments: readonly Moment[], now: Instant): string {
  const today = dayOf(now);
  const told: string[] = [];
  for (const { at, posts } of [...moments].reverse()) {
    if (dayOf(at) !== today) break;
    told.push(...posts.filter(isByClock).map((p) => p.to));
  }
  return told.sort().join();
}

function passedOverFault({ key, to, kind }: Post): Wrong {
  const property = kind === 'overdue' ? 'overdue-reaches-head-and-supervisor' : 'open-states-wake';
  return { property, fault: { kind: 'passed-over', step: key, to } };
}

/** Steps that are due and that no message to their role tells or stands for. */
function passedOver(open: readonly Post[], at: Instant, posts: readonly Post[]): Wrong[] {
  const told = new Set(posts.flatMap((p) => [p.key, ...(p.merges ?? [])].map((key) => `${key} ${p.to}`)));
  return open.filter((p) => p.at <= at && !told.has(`${p.key} ${p.to}`)).map(passedOverFault);
}
