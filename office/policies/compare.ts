import { kindsToldApart, looksAtDeadline } from '../../dsl/policy/conditions.ts';
import type { Policy, Role, Traits } from '../../dsl/policy/index.ts';
import type { ExtensionLimits } from '../../dsl/policy/policy.ts';
import { present } from '../../dsl/present.ts';
import { FIRST_DAY, LAST_DAY } from '../../dsl/proof/index.ts';
import { type Directive, initialState, type Post, preview, type State, schedule } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  instantAt,
  minutesOf,
} from '../../dsl/time/day.ts';
import { daysAfter, daysBefore } from '../../dsl/time/day-count.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';

/*
 * Is anybody told later, less often, by fewer channels or not at all under B? Each clock of a life runs by itself: what
 * it tells between two acts is a beginning of what it would tell if nobody acted. So B is no weaker where, for every
 * clock and role and up to every day, B has told at least as often as A, from every day a clock can start on. The rules
 * themselves are asked for what a clock tells.
 */

/** In what B falls behind. */
export type Weakness =
  | 'assignment'
  | 'channels'
  | 'hours'
  | 'due'
  | 'silence'
  | 'acknowledgement'
  | 'approval'
  | 'letters'
  | 'days-off'
  | 'extension';

export interface Falling {
  readonly property: Weakness;
  /** Who is told later or less often, where it is about somebody. */
  readonly role?: Role;
  /** A life in which it shows: as issued, and what each tells; absent where no day is needed to see it. */
  readonly story?: {
    readonly issued: Day;
    readonly due: Day | null;
    /** Of policies that tell kinds of directives apart: which it is. */
    readonly traits?: Traits;
    /** The first day up to which B has told this role less often. */
    readonly on: Day;
    readonly a: readonly Post[];
    readonly b: readonly Post[];
  };
}

export type Compared =
  /** `lives`: starts of clocks that were looked at. */
  | { readonly verdict: 'proved'; readonly lives: number }
  | ({ readonly verdict: 'refuted' } & Falling)
  | { readonly verdict: 'unknown'; readonly why: 'other-hands' };

/** Is B at least as strict as A, over every day from `first` to `last`: three years unless told? */
export function compare(a: Policy, b: Policy, { first = FIRST_DAY, last = LAST_DAY } = {}): Compared {
  const plain = plainly(a, b);
  if (plain) return { verdict: 'refuted', property: plain };
  if (a.assign.to !== b.assign.to) return { verdict: 'unknown', why: 'other-hands' };
  const kinds = kindsToldApart(a, b);
  let lives = 0;
  let shortest: Behind | undefined;
  let moreTime = false;
  for (let n = dayNumber(first); n <= dayNumber(last); n++) {
    const day = dayFromNumber(n);
    moreTime ||= isMoreGenerous(a.extension, b.extension, day);
    for (const start of kinds.flatMap((traits) => [...startsOn(day, traits, a, b)])) {
      lives++;
      const falling = behind(start, a, b);
      if (falling && (!shortest || falling.length < shortest.length)) shortest = falling;
    }
  }
  // Other people may do other things then: only lives in which nobody acts are the same.
  const sameHands = handsOf(a) === handsOf(b);
  if (!sameHands && (!shortest || shortest.length >= WITH_ACTS)) return { verdict: 'unknown', why: 'other-hands' };
  if (!shortest) return moreTime ? { verdict: 'refuted', property: 'extension' } : { verdict: 'proved', lives };
  const { property, role, start, on } = shortest;
  const story = storyOf(start, on, a, b);
  return { verdict: 'refuted', property, role, ...present({ story }) };
}

/** What needs no day to be seen. */
function plainly(a: Policy, b: Policy): Weakness | undefined {
  if (a.assign.copy.some((role) => !b.assign.copy.includes(role))) return 'assignment';
  if (a.channels.some((channel) => !b.channels.includes(channel))) return 'channels';
  if (minutesOf(b.window.from) > minutesOf(a.window.from) || minutesOf(b.window.to) < minutesOf(a.window.to))
    return 'hours';
  const strict = ['skip', 'next-working-day', 'keep', 'previous-working-day'];
  const rank = ({ onDayOff = 'keep' }: Policy) => strict.indexOf(onDayOff);
  return rank(b) < rank(a) ? 'days-off' : undefined;
}

function handsOf({ close, permissions }: Policy): string {
  return JSON.stringify([close.submittedBy, close.endorsedBy, close.approvedBy, permissions]);
}

/** Can more time be had under B from this deadline: more often, for longer, asked for or answered later? */
function isMoreGenerous(a: Policy['extension'], b: Policy['extension'], due: Day): boolean {
  if (!b) return false;
  if (!a) return true;
  const later = (of: (limits: ExtensionLimits) => Day) => of(b) > of(a);
  return (
    b.atMost > a.atMost ||
    later(({ longest }) => daysAfter(civilServants, due, longest)) ||
    later(({ askUntil }) =>
      'before' in askUntil
        ? daysBefore(civilServants, due, askUntil.before)
        : daysAfter(civilServants, due, askUntil.after),
    ) ||
    later(({ answerWithin }) => (answerWithin ? daysAfter(civilServants, due, answerWithin) : '9999'))
  );
}

/** The beginning of a clock: a state of the rules as it stands then. */
interface Start {
  readonly property: 'due' | 'silence' | 'acknowledgement' | 'approval';
  readonly day: Day;
  readonly directive: Directive;
  readonly state: State;
}

/** The clocks that can start on a day; the due clock with every deadline that makes a difference. */
function* startsOn(day: Day, traits: Traits | undefined, a: Policy, b: Policy): Generator<Start> {
  const at = instantAt(day, 12 * 60);
  const start = (property: Start['property'], due: Day | null, more: Partial<State>): Start => {
    const directive = {
      id: 'so-sanh',
      issuedAt: at,
      due,
      hasCooperating: true,
      calendar: civilServants,
      ...present({ traits }),
    };
    const begun = { status: 'assigned', assignedAt: at, roundFrom: at, leadSince: at } as const;
    return { property, day, directive, state: { ...initialState(directive), ...begun, ...more } };
  };
  yield start('silence', null, {});
  // What is silent is told of otherwise where there is a deadline; far off, it is in nobody's way.
  if (looksAtDeadline(a) || looksAtDeadline(b)) yield start('silence', addDays(day, FAR_OFF), {});
  yield start('acknowledgement', null, {});
  yield start('approval', null, { status: 'submitted', submittedAt: at, submissions: 1 });
  // Longer terms than the longest reminder and what follows it tell the same, on other days that are looked at too.
  for (let term = -1; term <= longest(a, b); term++) yield start('due', addDays(day, term), { acknowledgedAt: at });
}

const FAR_OFF = 3_000;

/** Days before a deadline after which no rung of either is folded into the assignment. */
function longest(...policies: readonly Policy[]): number {
  const spans = policies.flatMap(({ remind }) =>
    remind.flatMap(({ when }) =>
      'before' in when ? ['days' in when.before ? when.before.days : when.before.workingDays * 2] : [],
    ),
  );
  // A holiday of nine days may lie between, and the day off a reminder falls on.
  return Math.max(0, ...spans) + 14;
}

/** Days that are added to a story which needs acts: longer than any that needs none. */
const WITH_ACTS = 10_000;
/** … and to one that is late the day it is issued: nobody would tell it first. */
const LATE_AT_ISSUE = 2_000;

interface Behind {
  readonly property: Weakness;
  readonly role: Role;
  readonly start: Start;
  readonly on: Day;
  /** Days of its story, and `WITH_ACTS` where it needs some. */
  readonly length: number;
}

function behind(start: Start, a: Policy, b: Policy): Behind | undefined {
  const [ofA, ofB] = [toldBy(a, start), toldBy(b, start)];
  for (const letters of [false, true]) {
    const [left, right] = letters ? [ofA.filter(hasLetter), ofB.filter(hasLetter)] : [ofA, ofB];
    for (const role of new Set(left.map(({ to }) => to))) {
      const on = firstBehind(daysOf(left, role), daysOf(right, role));
      if (on === undefined) continue;
      const acts = start.property === 'approval' || !isWorkingDay(civilServants, start.day) ? WITH_ACTS : 0;
      const { due } = start.directive;
      const length = acts + (due !== null && due < start.day ? LATE_AT_ISSUE : 0) + daysBetween(start.day, on);
      return { property: letters ? 'letters' : start.property, role, start, on, length };
    }
  }
  return undefined;
}

const hasLetter = ({ cause }: Post) => 'rung' in cause && cause.letter !== undefined;

/** What this clock alone tells under a policy if nobody acts. */
function toldBy(policy: Policy, { property, directive, state }: Start): Post[] {
  return schedule(policy, directive, state).pending.filter(({ cause }) => {
    if (!('rung' in cause)) return property === 'approval';
    if ('whenSilentFor' in cause.rung) return property === 'silence';
    if ('whenUnacknowledgedFor' in cause.rung) return property === 'acknowledgement';
    return property === 'due';
  });
}

const daysOf = (posts: readonly Post[], role: Role): Day[] =>
  posts
    .filter(({ to }) => to === role)
    .map(({ at }) => dayOf(at))
    .sort();

/** The first day up to which B has told less often than A. */
function firstBehind(a: readonly Day[], b: readonly Day[]): Day | undefined {
  return a.find((day, i) => (b[i] ?? '9999') > day);
}

/** The whole life if nobody acts, told by both; a clock that starts by an act has none this short. */
function storyOf({ property, day, directive }: Start, on: Day, a: Policy, b: Policy): Falling['story'] {
  if (property === 'approval' || !isWorkingDay(civilServants, day)) return undefined;
  const until = addDays(on, 7);
  const lived = (policy: Policy) => preview(policy, directive).steps.filter(({ at }) => dayOf(at) <= until);
  return { issued: day, due: directive.due, ...present({ traits: directive.traits }), on, a: lived(a), b: lived(b) };
}
