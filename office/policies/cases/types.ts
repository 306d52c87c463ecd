import type { Role, Traits } from '../../../dsl/policy/index.ts';
import type { ActType } from '../../../dsl/rules/index.ts';
import type { Day } from '../../../dsl/time/day.ts';

/** What officials expect of a policy: of such a directive, when this happens, then these are told on these days. */
export interface PolicyCase {
  readonly name: string;
  /** Where it stands in its file: a line, or a row of a sheet, from 1. */
  readonly line: number;
  readonly issued: Day;
  readonly due: Day | null;
  readonly cooperating: boolean;
  /** What rungs that speak of some directives only ask; nothing said: given to one agency, of no urgency. */
  readonly traits?: Traits;
  /** In the order they are done; what happens on a day happens after what is told in its morning. */
  readonly acts: readonly CaseAct[];
  readonly expected: readonly Expected[];
}

export type CaseActType = Extract<
  ActType,
  | 'acknowledge'
  | 'report-progress'
  | 'submit-result'
  | 'withdraw-result'
  | 'approve'
  | 'return'
  | 'change-deadline'
  | 'suspend'
  | 'resume'
  | 'cancel'
>;

export interface CaseAct {
  readonly on: Day;
  readonly type: CaseActType;
  /** Of `change-deadline`; null lifts it. */
  readonly due?: Day | null;
}

/** Orders acts by their days; those of one day stay as they are. */
export function byDay(a: CaseAct, b: CaseAct): number {
  return a.on.localeCompare(b.on);
}

/** Somebody a day's messages should reach. */
export interface Wanted {
  /** Absent: whoever it is. */
  readonly to?: Role;
  /** A reminder, an assignment, a letter; absent: whatever it is about. */
  readonly as?: 'reminder' | 'assignment' | 'letter';
}

export type Expected =
  /** On this day these are told; `only`: and nobody else. */
  | { readonly on: Day; readonly wanted: readonly Wanted[]; readonly only: boolean; readonly text: string }
  /** From this day on nobody is told. */
  | { readonly quietFrom: Day; readonly text: string }
  /** Nothing is told on days that are not named. */
  | { readonly nothingElse: true; readonly text: string };
