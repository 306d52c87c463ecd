import fc from 'fast-check';
import { type Act, apply, type Directive, initialState, type TimedAct, wakeUp } from '../../dsl/engine/index.ts';
import { DEFAULT_CHANNELS, DEFAULT_WINDOW, type Policy, type Role, type Span } from '../../dsl/policy/policy.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  type Instant,
  instantAt,
  MINUTE_MS,
} from '../../dsl/time/day.ts';

/* Random policies, directives and acts for the laws that must hold for all of them. */

const FIRST = dayNumber('2024-01-02');
const LAST = dayNumber('2026-06-30');

export const day: fc.Arbitrary<Day> = fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber);

const span = (max: number): fc.Arbitrary<Span> =>
  fc.oneof(
    fc.integer({ min: 1, max }).map((days) => ({ days })),
    fc.integer({ min: 1, max }).map((workingDays) => ({ workingDays })),
  );

const role: fc.Arbitrary<Role> = fc.constantFrom(
  'lead',
  'headOf(lead)',
  'cooperating',
  'headOf(cooperating)',
  'supervisor',
  'issuer',
  'secretariat',
);

const repeat = fc.oneof(fc.constant({}), fc.record({ every: span(15), atMost: fc.integer({ min: 1, max: 4 }) }));

const silentOrUnacknowledged = fc.oneof(
  span(40).map((whenSilentFor) => ({ whenSilentFor })),
  span(20).map((whenUnacknowledgedFor) => ({ whenUnacknowledgedFor })),
);

const reminder = fc
  .tuple(
    role,
    fc.oneof(
      span(40).map((before) => ({ before })),
      silentOrUnacknowledged,
    ),
    repeat,
  )
  .map(([to, when, again]) => ({ to, when, ...again }));

const escalation = fc
  .tuple(
    role,
    fc.oneof(
      span(30).map((after) => ({ after })),
      silentOrUnacknowledged,
    ),
    repeat,
  )
  .map(([to, when, again]) => ({ to, when, ...again }));

const simplePolicy = fc.record({
  format: fc.constant(1 as const),
  id: fc.constant('ngau-nhien'),
  name: fc.constant('Ngẫu nhiên'),
  assign: fc
    .tuple(fc.constantFrom<Role[]>([], ['cooperating'], ['headOf(lead)', 'cooperating']), fc.option(span(10)))
    .map(([copy, within]) => ({ to: 'lead' as const, copy, ...(within ? { acknowledgeWithin: within } : {}) })),
  remind: fc.array(reminder, { maxLength: 5 }),
  escalate: fc.array(escalation, { maxLength: 5 }),
  close: fc.option(span(10)).map((within) => ({
    submittedBy: 'lead' as const,
    approvedBy: 'secretariat' as const,
    ...(within ? { approveWithin: within, atMost: 3 } : {}),
  })),
  window: fc.constant(DEFAULT_WINDOW),
  channels: fc.constant(DEFAULT_CHANNELS),
});

const extension = fc.record({
  atMost: fc.integer({ min: 1, max: 4 }),
  longest: fc.integer({ min: 20, max: 200 }).map((days) => ({ days })),
  askUntil: fc.oneof(
    span(20).map((before) => ({ before })),
    fc.integer({ min: 0, max: 200 }).map((days) => ({ after: { days } })),
  ),
  answerWithin: span(6),
});

/** With more time to ask for, and one approval or two. */
export const policy: fc.Arbitrary<Policy> = fc
  .tuple(simplePolicy, fc.option(extension), fc.boolean())
  .map(([simple, more, twice]) => ({
    ...simple,
    ...(more ? { extension: more } : {}),
    close: { ...simple.close, ...(twice ? { endorsedBy: 'headOf(lead)' as const } : {}) },
  }));

/** Issued at any hour of any day, due from a month ago to half a year ahead, or never. */
export const directive: fc.Arbitrary<Directive> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 12 }),
    issued: day,
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    dueIn: fc.option(fc.integer({ min: -30, max: 180 })),
    opensIn: fc.option(fc.integer({ min: -5, max: 60 })),
    hasCooperating: fc.boolean(),
  })
  .map(({ id, issued, minute, dueIn, opensIn, hasCooperating }) => ({
    id,
    issuedAt: instantAt(issued, minute),
    due: dueIn === null ? null : addDays(issued, dueIn),
    ...(opensIn === null ? {} : { opensOn: addDays(issued, opensIn) }),
    hasCooperating,
    calendar: civilServants,
  }));

const lead = { party: 'lead' } as const;
const head = { party: 'lead', head: true } as const;
const office = { party: 'secretariat' } as const;
const reason = 'Theo đề nghị của đơn vị';

const ANSWERS: ReadonlySet<string> = new Set([
  'ask-extension',
  'endorse',
  'approve',
  'return',
  'grant-extension',
  'reject-extension',
  'offer-extension',
  'accept-offer',
  'decline-offer',
  'resume',
]);

/** Every kind of act on a day, by someone who may do it and someone who may not, with its words and without. */
function actsOn(today: Day, ahead: number): Act[] {
  const due = addDays(today, ahead);
  const sensible: Act[] = [
    { type: 'acknowledge', by: lead },
    { type: 'acknowledge', by: { party: 'cooperating' } },
    { type: 'report-progress', by: lead, text: reason },
    { type: 'report-progress', by: lead, text: reason, percent: 40, blockedBy: 'Sở Tài chính' },
    { type: 'submit-result', by: lead, text: reason },
    { type: 'endorse', by: head },
    { type: 'approve', by: office },
    { type: 'return', by: office, reason },
    { type: 'change-deadline', by: office, due, reason },
    { type: 'change-deadline', by: office, due: null, reason },
    { type: 'ask-extension', by: lead, due, reason },
    { type: 'grant-extension', by: office },
    { type: 'reject-extension', by: office, reason },
    { type: 'offer-extension', by: office, due, reason },
    { type: 'accept-offer', by: lead },
    { type: 'decline-offer', by: lead, reason },
    { type: 'suspend', by: office, reason },
    { type: 'suspend', by: office, reason, until: due },
    { type: 'resume', by: office },
    { type: 'reassign', by: office, reason, lead: [{ name: 'Sở Tài chính' }] },
    { type: 'adjust', by: office, remindOn: due },
    { type: 'adjust', by: office, quietUntil: due },
    { type: 'correct', by: office, reason, due },
    { type: 'correct', by: office, reason, text: 'Nội dung đúng' },
    { type: 'note', by: office, text: reason },
  ];
  const mischief: Act[] = [
    ...sensible.map((a): Act => ({ ...a, by: { party: 'cooperating' } })),
    ...sensible.map((a): Act => ('reason' in a ? { ...a, reason: ' ' } : a)),
    { type: 'ask-extension', by: lead, due: addDays(today, -3), reason },
    { type: 'reassign', by: office, reason, lead: [] },
    { type: 'report-progress', by: lead, text: reason, percent: 140 },
    { type: 'cancel', by: office, reason },
    { type: 'supersede', by: office, successor: '9/TB', reason },
    { type: 'supersede', by: office, successor: '', reason },
  ];
  // What answers something is rarely possible: where it is, it is likely.
  const answers = sensible.filter((a) => ANSWERS.has(a.type));
  return [...sensible, ...Array.from({ length: 8 }, () => answers).flat(), ...mischief];
}

/** One thing somebody does: how long after the last, what (of those that would be taken, or of all), and how far ahead. */
interface Move {
  readonly minutes: number;
  readonly pick: number;
  readonly takenOnly: boolean;
  readonly ahead: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  minutes: fc.integer({ min: 1, max: 40 * 24 * 60 }),
  pick: fc.nat({ max: 10_000 }),
  takenOnly: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  ahead: fc.integer({ min: 1, max: 90 }),
});

export interface Life {
  readonly policy: Policy;
  readonly directive: Directive;
  readonly acts: readonly TimedAct[];
}

/**
 * A policy, a directive, and what people happened to do to it. Mostly acts that the rules will take as things stand
 * then, so that long stories arise (asked, offered, accepted), with mischief in between.
 */
export const life: fc.Arbitrary<Life> = fc
  .tuple(policy, directive, fc.array(move, { maxLength: 14 }))
  .map(([p, d, moves]) => ({ policy: p, directive: d, acts: playMoves(p, d, moves) }));

function playMoves(p: Policy, d: Directive, moves: readonly Move[]): TimedAct[] {
  const acts: TimedAct[] = [];
  let state = initialState(d);
  let next: Instant | null = d.issuedAt;
  const wake = (now: Instant, act?: Act) => {
    const woken = wakeUp(p, d, state, now, act);
    if ('refusal' in woken) return;
    state = woken.state;
    next = woken.nextWake;
  };
  let at = d.issuedAt;
  for (const { minutes, pick, takenOnly, ahead } of moves) {
    at += minutes * MINUTE_MS;
    while (next !== null && next <= at) wake(next);
    const all = actsOn(dayOf(at), ahead);
    const likely = takenOnly ? all.filter((a) => apply(p, d, state, a, at).ok) : all;
    const act = likely[pick % Math.max(1, likely.length)];
    if (!act) continue;
    acts.push({ at, act });
    wake(at, act);
  }
  return acts;
}
