import type { WordKind } from '../../../texts/policy-typescript.ts';

/** What an expression of a policy comes to: plain data that knows what it is and where it stands. */
export interface Value {
  readonly kind: WordKind;
  readonly data: unknown;
  /** From 1. */
  readonly line: number;
  /** What it is made of, by the names of its data. */
  readonly parts?: ReadonlyMap<string | number, Value>;
  /** Of a `draft`: how far its sentence has come. */
  readonly draft?: SentenceDraft;
}

export type SentenceStage = 'policy' | 'assign' | 'remind' | 'escalate' | 'close';

/** A policy on its way from `policy(…)` to `close(…)`. */
export interface SentenceDraft {
  readonly stage: SentenceStage;
  /** The language's own builder, or after `close` the policy. */
  readonly made: unknown;
  /** What stands at each place of the policy's data so far, by path joined with dots. */
  readonly places: ReadonlyMap<string, Value>;
  /** The places that `because` would speak of. */
  readonly last: readonly string[];
}
