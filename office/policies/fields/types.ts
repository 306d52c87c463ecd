import type { Role } from '../../../dsl/policy/index.ts';

/*
 * A policy as a form holds it: texts as somebody typed them. What is wrong with them the reader of policies says, as it
 * does of a file.
 */

/** The ladders a rung may stand on, in the order of a life. */
export const LADDERS = ['remind', 'escalate'] as const;
export type LadderName = (typeof LADDERS)[number];

/** What a rung of each ladder may count from. */
export const TRIGGERS = {
  remind: ['before', 'whenSilentFor', 'whenUnacknowledgedFor'],
  escalate: ['after', 'whenSilentFor', 'whenUnacknowledgedFor'],
} as const;
export type TriggerWord = (typeof TRIGGERS)[LadderName][number];

export const UNITS = ['workingDays', 'days'] as const;

/** A span as typed: how many, of what; none where `n` is empty. */
export interface SpanFields {
  readonly n: string;
  readonly unit: string;
}

export interface BecauseFields {
  readonly source: string;
  readonly words: string;
}

/** Which directives a rung speaks of, as typed: several fields or issuers are parted by semicolons; '' asks nothing. */
export interface ConditionFields {
  readonly urgency: readonly string[];
  readonly field: string;
  readonly issuer: string;
  readonly given: string;
  readonly deadline: string;
}

export const NO_CONDITIONS: ConditionFields = { urgency: [], field: '', issuer: '', given: '', deadline: '' };

/** What directives are told apart by in a choice of two. */
export const GIVEN = ['single', 'group'] as const;
export const DEADLINE = ['dated', 'none'] as const;

export interface RungFields {
  readonly to: string;
  readonly when: string;
  readonly span: SpanFields;
  readonly every: SpanFields;
  readonly atMost: string;
  readonly letter: boolean;
  readonly onlyWhen: ConditionFields;
  readonly unless: ConditionFields;
  readonly because: BecauseFields;
}

export interface PolicyFields {
  readonly name: string;
  readonly because: BecauseFields;
  readonly to: string;
  readonly copy: readonly string[];
  readonly acknowledgeWithin: SpanFields;
  readonly assignBecause: BecauseFields;
  readonly remind: readonly RungFields[];
  readonly escalate: readonly RungFields[];
  readonly submittedBy: string;
  /** '' where there is one approval. */
  readonly endorsedBy: string;
  readonly approvedBy: string;
  readonly approveWithin: SpanFields;
  readonly approveTimes: string;
  readonly from: string;
  readonly until: string;
  readonly channels: readonly string[];
}

const PARTIES = ['lead', 'cooperating', 'supervisor', 'issuer', 'secretariat'] as const;

/** Who may be given work, hand it in and approve it. */
export const ACTING_ROLES: readonly Role[] = PARTIES.flatMap((party): Role[] => [party, `headOf(${party})`]);

/** Who may be told. */
export const ALL_ROLES: readonly Role[] = [
  ...PARTIES.flatMap((party): Role[] => [party, `headOf(${party})`, `deputiesOf(${party})`]),
  'concluder',
  'clerk',
];
