import type { Policy } from '../dsl/policy/index.ts';
import {
  type Act,
  apply,
  type Directive,
  initialState,
  type Succession,
  type TimedAct,
  wakeUp,
} from '../dsl/rules/index.ts';
import { addDays, type Day, dayOf, type Instant, laterDay, MINUTE_MS } from '../dsl/time/day.ts';

const lead = { party: 'lead' } as const;
const head = { party: 'lead', head: true } as const;
const office = { party: 'secretariat' } as const;
const reason = 'Theo đề nghị của đơn vị';

const split: Succession = { id: 'tach', how: 'split', directives: ['I.1/1', 'I.1/2'] };
const merged: Succession = { id: 'nhap', how: 'merged', directives: ['I.2'] };

const ANSWERS: ReadonlySet<string> = new Set([
  'ask-extension',
  'withdraw-result',
  'endorse',
  'approve',
  'return',
  'grant-extension',
  'reject-extension',
  'offer-extension',
  'accept-offer',
  'decline-offer',
  'explain',
  'accept-explanation',
  'reject-explanation',
  'withdraw-explanation-request',
  'resume',
]);

/** Every kind of act on a day, by someone who may do it and someone who may not, with its words and without. */
function actsOn(today: Day, ahead: number, inForce: Day | null): Act[] {
  const due = addDays(today, ahead);
  // More time than there is: a day soon after the deadline.
  const later = addDays(laterDay(today, inForce ?? today), 1 + (ahead % 30));
  const sensible: Act[] = [
    { type: 'acknowledge', by: lead },
    { type: 'acknowledge', by: { party: 'cooperating' } },
    { type: 'report-progress', by: lead, text: reason },
    { type: 'report-progress', by: lead, text: reason, percent: 40, blockedBy: 'Sở Tài chính' },
    { type: 'submit-result', by: lead, text: reason },
    { type: 'withdraw-result', by: lead },
    { type: 'endorse', by: head },
    { type: 'approve', by: office },
    { type: 'return', by: office, reason },
    { type: 'change-deadline', by: office, due, reason },
    { type: 'change-deadline', by: office, due: null, reason },
    { type: 'ask-extension', by: lead, due: later, reason },
    { type: 'grant-extension', by: office },
    { type: 'reject-extension', by: office, reason },
    { type: 'offer-extension', by: office, due, reason },
    { type: 'accept-offer', by: lead },
    { type: 'decline-offer', by: lead, reason },
    { type: 'ask-explanation', by: office, due, text: reason },
    { type: 'explain', by: lead, text: reason },
    { type: 'accept-explanation', by: office },
    { type: 'reject-explanation', by: office, reason },
    { type: 'withdraw-explanation-request', by: office },
    { type: 'suspend', by: office, reason },
    { type: 'suspend', by: office, reason, until: due },
    { type: 'resume', by: office },
    { type: 'reassign', by: office, reason, lead: [{ name: 'Sở Tài chính' }] },
    { type: 'adjust', by: office, remindOn: due },
    { type: 'adjust', by: office, quietUntil: due },
    { type: 'correct', by: office, reason, due },
    { type: 'correct', by: office, reason, text: 'Nội dung đúng' },
    { type: 'note', by: office, text: reason },
    { type: 'absorb', by: office, reason, from: ['I.2'], joining: [{ name: 'Sở Tài chính' }] },
    { type: 'absorb', by: office, reason, from: ['I.2'], joining: [] },
  ];
  const mischief: Act[] = [
    ...sensible.map((a): Act => ({ ...a, by: { party: 'cooperating' } })),
    ...sensible.map((a): Act => ('reason' in a ? { ...a, reason: ' ' } : a)),
    { type: 'ask-extension', by: lead, due: addDays(today, -3), reason },
    { type: 'ask-explanation', by: office, due: addDays(today, -3), text: reason },
    { type: 'explain', by: lead, text: ' ' },
    { type: 'reassign', by: office, reason, lead: [] },
    { type: 'report-progress', by: lead, text: reason, percent: 140 },
    { type: 'note', by: office, text: ' ' },
    { type: 'cancel', by: office, reason },
    { type: 'cancel', by: lead, reason },
    { type: 'cancel', by: office, reason: ' ' },
    { type: 'supersede', by: office, successor: '9/TB', reason },
    { type: 'absorb', by: office, reason, from: [], joining: [] },
    { type: 'supersede', by: office, successor: '', reason },
    { type: 'supersede', by: office, successor: 'I.1/1, I.1/2', reason, succession: split },
    { type: 'supersede', by: office, successor: 'I.2', reason, succession: merged },
    { type: 'supersede', by: office, successor: 'I.2', reason, succession: { ...merged, directives: [] } },
  ];
  // What answers something is rarely possible: where it is, it is likely.
  const answers = sensible.filter((a) => ANSWERS.has(a.type));
  return [...sensible, ...Array.from({ length: 10 }, () => answers).flat(), ...mischief];
}

/** One thing somebody does: how long after the last, what (of those that would be taken, or of all), and how far ahead. */
export interface Move {
  readonly minutes: number;
  readonly pick: number;
  readonly takenOnly: boolean;
  readonly ahead: number;
}

const LONGEST_PAUSE_MINUTES = 40 * 24 * 60;
const FARTHEST_DAY = 90;
/** One act in so many is any act at all, sensible or not. */
const MISCHIEF_ONE_IN = 5;

/** `count` moves drawn from a seed: the same seed gives the same story, on every machine. */
export function seededMoves(seed: number, count: number): Move[] {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  return Array.from({ length: count }, () => ({
    minutes: 1 + below(LONGEST_PAUSE_MINUTES),
    pick: below(10_000),
    takenOnly: below(MISCHIEF_ONE_IN) > 0,
    ahead: 1 + below(FARTHEST_DAY),
  }));
}

const MOST_ACTS = 24;

/** Between none and two dozen acts on one directive, drawn from the seed and its id; none before `from`. */
export function randomActs(
  seed: number,
  id: string,
  policy: Policy,
  directive: Directive,
  from: Instant = directive.issuedAt,
): TimedAct[] {
  const own = [...id].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), seed);
  return playMoves(policy, directive, seededMoves(own, (own >>> 0) % (MOST_ACTS + 1)), from);
}

/** mulberry32 (Tommy Ettinger, public domain): small, and good enough to tell stories. */
function generator(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * What people happen to do to a directive: mostly acts the rules will take as things stand then, so that long stories
 * arise (asked, offered, accepted), with mischief in between.
 */
export function playMoves(p: Policy, d: Directive, moves: readonly Move[], from: Instant = d.issuedAt): TimedAct[] {
  const acts: TimedAct[] = [];
  let state = initialState(d);
  let next: Instant | null = d.issuedAt;
  const wake = (now: Instant, act?: Act) => {
    const woken = wakeUp(p, d, state, now, act);
    if ('refusal' in woken) return;
    state = woken.state;
    next = woken.nextWake;
  };
  let at = from;
  for (const { minutes, pick, takenOnly, ahead } of moves) {
    at += minutes * MINUTE_MS;
    while (next !== null && next <= at) wake(next);
    const all = actsOn(dayOf(at), ahead, state.due);
    const likely = takenOnly ? all.filter((a) => apply(p, d, state, a, at).ok) : all;
    const act = likely[pick % Math.max(1, likely.length)];
    if (!act) continue;
    acts.push({ at, act });
    wake(at, act);
  }
  return acts;
}
