import type { ClockTime, Day } from '../dsl/time/day.ts';
import type { Grain } from './atom.ts';
import type { Operator } from './operator.ts';
import type { RuleId } from './rules.ts';
import type { DeadlineKind } from './types.ts';

/** A candidate, before the refiners ask whether the words around it make it a deadline. */
export interface Reading {
  /** Tokens `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Offsets, where they differ from the tokens' (events end within a run of words). */
  readonly span?: readonly [number, number];
  readonly kind: DeadlineKind;
  readonly due: Day | null;
  /** First day of the stretch named, for questions such as "is it already over?". */
  readonly opens?: Day;
  readonly dueTime?: ClockTime;
  readonly start?: Day;
  readonly recurrence?: string;
  readonly duration?: string | { readonly workingDays: number };
  readonly since?: string;
  readonly event?: string;
  readonly rule: RuleId;
  readonly confidence: number;
  readonly alternatives?: readonly Day[];
  readonly provisional?: true;

  readonly operator: Operator;
  readonly latest?: boolean;
  /** "hết", "đến hết", "cuối": the whole of the stretch is meant. */
  readonly whole?: boolean;
  readonly grain?: Grain;
  /** Its year is written, so that it may well be past. */
  readonly dated?: boolean;
  /** "trong tháng", "hết năm": no month or year is named. */
  readonly openUnit?: boolean;
  /** "15/3" with nothing that says it is a date and no fraction. */
  readonly bareNumbers?: boolean;
  /** A recurrence with no day of its own ("hằng tháng"). */
  readonly openEnded?: boolean;
  readonly every?: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
  /** The list it stands in, as tokens `[from, to)`: what vouches for the list vouches for it. */
  readonly list?: readonly [number, number];
  /** Index after the preposition, from which a day may be read again with a period named before it. */
  readonly days?: number;
}
