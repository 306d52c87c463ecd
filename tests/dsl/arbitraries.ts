import fc from 'fast-check';
import { DEFAULT_CHANNELS } from '../../dsl/policy/channels.ts';
import { type Conditions, DEFAULT_WINDOW, type Policy, type Role, type Rung } from '../../dsl/policy/policy.ts';
import type { Directive, TimedAct } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayFromNumber, dayNumber, instantAt } from '../../dsl/time/day.ts';
import type { DayCount } from '../../dsl/time/day-count.ts';
import { type Move, playMoves } from '../../rehearsal/random-acts.ts';

/* Random policies, directives and acts for the laws that must hold for all of them. */

const FIRST = dayNumber('2024-01-02');
const LAST = dayNumber('2026-06-30');

export const day: fc.Arbitrary<Day> = fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber);

const span = (max: number): fc.Arbitrary<DayCount> =>
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
  'clerk',
  'person(pham-hong-loan)',
);

const repeat = fc.oneof(fc.constant({}), fc.record({ every: span(15), atMost: fc.integer({ min: 1, max: 4 }) }));

const silentOrUnacknowledged = fc.oneof(
  span(40).map((whenSilentFor) => ({ whenSilentFor })),
  span(20).map((whenUnacknowledgedFor) => ({ whenUnacknowledgedFor })),
);

const urgency = fc.constantFrom('khẩn', 'hoả tốc');

const conditions: fc.Arbitrary<Conditions> = fc.oneof(
  urgency.map((one) => ({ urgency: one })),
  fc.constant({ urgency: ['khẩn', 'hoả tốc'], given: 'group' as const }),
  fc.constant({ field: 'y tế' }),
);

/** Of a rung in eight that it speaks of some directives only. */
const asked: fc.Arbitrary<Pick<Rung, 'onlyWhen' | 'unless'>> = fc.oneof(
  { weight: 14, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: conditions.map((onlyWhen) => ({ onlyWhen })) },
  { weight: 1, arbitrary: conditions.map((unless) => ({ unless })) },
);

const reminder = fc
  .tuple(
    role,
    fc.oneof(
      span(40).map((before) => ({ before })),
      silentOrUnacknowledged,
    ),
    repeat,
    asked,
  )
  .map(([to, when, again, such]) => ({ to, when, ...again, ...such }));

const escalation = fc
  .tuple(
    role,
    fc.oneof(
      span(30).map((after) => ({ after })),
      silentOrUnacknowledged,
    ),
    repeat,
    asked,
  )
  .map(([to, when, again, such]) => ({ to, when, ...again, ...such }));

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
    traits: fc.record(
      { given: fc.constantFrom('group' as const, 'single' as const), urgency },
      { requiredKeys: ['given'] },
    ),
  })
  .map(({ id, issued, minute, dueIn, opensIn, hasCooperating, traits }) => ({
    id,
    issuedAt: instantAt(issued, minute),
    due: dueIn === null ? null : addDays(issued, dueIn),
    ...(opensIn === null ? {} : { opensOn: addDays(issued, opensIn) }),
    hasCooperating,
    traits,
    calendar: civilServants,
  }));

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
