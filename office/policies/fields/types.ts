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

export interface RungFields {
  readonly to: string;
  readonly when: string;
  readonly span: SpanFields;
  readonly every: SpanFields;
  readonly atMost: string;
  readonly letter: boolean;
  /** JSON of `onlyWhen` and `unless`, which the form shows and does not change; '' where the rung has neither. */
  readonly conditions: string;
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
