import { policyFor } from '../policy/conditions.ts';
import type { Policy, Traits } from '../policy/policy.ts';
import { present } from '../present.ts';
import {
  type Act,
  type ActType,
  type Directive,
  initialState,
  isClosed,
  type Post,
  type State,
} from '../rules/index.ts';
import { DAY_MS, dayOf, endOfDay, type Instant, laterDay, MINUTE_MS } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { actsAt } from './alphabet.ts';
import type { Findings } from './findings.ts';
import { Frontier } from './frontier.ts';
import { counterexample, type LivedSoFar, wrongAt } from './life.ts';
import { Reach } from './reach.ts';
import type { Rules } from './rules.ts';
import { kindOfState } from './steps.ts';
import { Superposition } from './superposition.ts';
import { countsSuspension, wrongResumption, wrongWhileSuspended } from './suspension.ts';
import { momentsIn, Trail } from './trail.ts';
import type { Deadlines, Moment } from './verdict.ts';
import { SendingHours, tooMany, type Wrong, wrongClose, wrongPosts } from './watch.ts';
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

export interface ExploredLife {
  readonly directive: Directive;
  readonly state: State;
  readonly now: Instant;
  readonly nextWake: Instant | null;
  /** Absent before its issue. */
  readonly past: Trail | undefined;
}

/** A life that has come to a kind of state, and what stands open in it. */
export interface Arrived {
  readonly life: ExploredLife;
  readonly kind: string;
  readonly open: readonly Post[];
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
      const { issuedAt } = directive;
      this.wake({ directive, state, now: issuedAt, nextWake: null, past: undefined }, issuedAt);
    }
    for (let life = this.frontier.take(); life; life = this.frontier.take()) this.look(life);
    const { wakes, actsNeeded, sumOfClocks } = this;
    return { states: this.seen.size, wakes, actsNeeded, sumOfClocks };
  }

  /** What is asked of a life as it stands; it is looked into later where its kind is none that was. */
  private arrive(life: ExploredLife): void {
    const { rules, policy, calendar } = this.options;
    const { directive, state, now, past } = life;
    if (isClosed(state)) {
      this.keep(life, 'closed', []);
      return;
    }
    const { steps, pending: open } = rules.schedule(policy, directive, state);
    this.judgeWaiting(life, steps, open);
    this.judgeReach(life, steps);
    this.judgeKeys(life, open);
    this.foundAll(life, wrongWhileSuspended(state, open));
    this.foundAll(life, countsSuspension(calendar, policy, state.due, past, open));
    if (state.assignedAt !== undefined && !this.clocks.isSumOfItsClocks(directive, state, steps)) {
      this.sumOfClocks = false;
    }
    this.keep(life, kindOfState(state, now, open), open);
  }

  /** Most lives come to a kind that was looked into already, and need not be remembered. */
  private keep(life: ExploredLife, state: string, open: readonly Post[]): void {
    const { directive, past, now } = life;
    const kind = `${directive.id} ${directive.hasCooperating} ${state} ${past?.toldByClockOn(now)}`;
    if (!this.seen.has(kind)) this.frontier.add({ life, kind, open });
  }

  /** Everything that can happen next to a life, the first of its kind. */
  private look({ life, kind, open }: Arrived): void {
    const { policy, actTypes, acts, deadlines } = this.options;
    const { state, now, nextWake, past } = life;
    if (this.seen.has(kind)) return;
    this.seen.add(kind);
    this.actsNeeded = Math.max(this.actsNeeded, past?.acts ?? 0);
    if (isClosed(state)) {
      this.lookAfterClose(life);
      return;
    }
    if (nextWake !== null && nextWake > now) this.wake(life, nextWake, undefined, open);
    if ((past?.acts ?? 0) >= acts) return;
    for (const at of this.momentsToAct(life)) {
      for (const act of actsAt(policy, state, at, deadlines)) {
        if (actTypes.includes(act.type)) this.wake(life, at, act);
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
    const { directive, state, past } = life;
    const woken = rules.wakeUp(policy, directive, state, at, act);
    this.wakes++;
    if ('refusal' in woken) return;
    const { posts, nextWake } = woken;
    const moment: Moment = act ? { at, posts, act } : { at, posts };
    const now = new Trail(moment, past);
    const next: ExploredLife = { directive, state: woken.state, now: at, nextWake, past: now };
    witnesses.told(() => lived(next), at, posts);
    this.foundAll(next, wrongPosts(this.hours, past?.told ?? NOTHING, posts));
    this.foundAll(next, tooMany(now, messagesADay));
    this.foundAll(next, wrongClose(state, woken.state, moment));
    this.foundAll(next, wrongResumption(state, woken.state, now));
    this.foundAll(next, passedOver(open, at, posts));
    if (nextWake === null || Number.isFinite(nextWake)) this.arrive(next);
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
    this.found(life, { property: 'overdue-reaches-head-and-supervisor', fault: wrong.fault }, at);
  }

  /** Nothing that was told stands open again. */
  private judgeKeys(life: ExploredLife, open: readonly Post[]): void {
    const post = open.find((p) => life.past?.tells(p.key));
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
      const next = { ...life, past: new Trail({ at, posts: woken.posts, ...present({ act }) }, life.past), now: at };
      for (const post of woken.posts) {
        this.found(next, { property: 'messages-in-hours-and-once', fault: { kind: 'after-close', post } });
      }
    }
  }

  private foundAll(life: ExploredLife, all: readonly Wrong[]): void {
    for (const wrong of all) this.found(life, wrong);
  }

  private found(life: ExploredLife, { property, fault }: Wrong, at: Instant = life.now): void {
    const { findings } = this.options;
    const { directive, past } = life;
    // A story is put together only where it may be the shortest.
    if (!findings.wants(property, past?.acts ?? 0, dayOf(directive.issuedAt), dayOf(wrongAt(at, fault)))) return;
    findings.add(property, counterexample(lived(life), at, fault));
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function lived({ directive, state, past }: ExploredLife): LivedSoFar {
  return { directive, state, moments: momentsIn(past) };
}

function passedOverFault({ key, to, kind }: Post): Wrong {
  const property = kind === 'overdue' ? 'overdue-reaches-head-and-supervisor' : 'open-states-wake';
  return { property, fault: { kind: 'passed-over', step: key, to } };
}

/** Steps that are due and that no message to their role tells or stands for. */
function passedOver(open: readonly Post[], at: Instant, posts: readonly Post[]): Wrong[] {
  const due = open.filter((p) => p.at <= at);
  if (due.length === 0) return [];
  const told = new Set(posts.flatMap((p) => [p.key, ...(p.merges ?? [])].map((key) => `${key} ${p.to}`)));
  return due.filter((p) => !told.has(`${p.key} ${p.to}`)).map(passedOverFault);
}
