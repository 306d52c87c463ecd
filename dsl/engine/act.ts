import type { Party } from '../policy/policy.ts';
import type { ClockTime, Day } from '../time/day.ts';

/** Who acts: for which party, and as far as known which agency and person (ids of the directory). */
export interface Actor {
  readonly party: Party;
  readonly agency?: string;
  readonly person?: string;
}

/** Everything a person can do to a directive. More acts are added here, in `apply`, and in the texts. */
export type Act =
  | { readonly type: 'acknowledge'; readonly by: Actor; readonly note?: string }
  | { readonly type: 'report-progress'; readonly by: Actor; readonly text: string; readonly percent?: number }
  | {
      readonly type: 'submit-result';
      readonly by: Actor;
      readonly text: string;
      /** Links or document numbers that show the result. */
      readonly evidence?: readonly string[];
    }
  | { readonly type: 'approve'; readonly by: Actor; readonly note?: string }
  | { readonly type: 'return'; readonly by: Actor; readonly reason: string }
  | { readonly type: 'cancel'; readonly by: Actor; readonly reason: string }
  | {
      readonly type: 'change-deadline';
      readonly by: Actor;
      readonly due: Day | null;
      readonly dueTime?: ClockTime;
      readonly reason: string;
    };

export type ActType = Act['type'];

export const ACT_TYPES: readonly ActType[] = [
  'acknowledge',
  'report-progress',
  'submit-result',
  'approve',
  'return',
  'cancel',
  'change-deadline',
];

/** Why an act is not taken. Words for people are made from it in `texts/`. */
export type Refusal =
  | { readonly code: 'closed' | 'not-assigned' | 'already-acknowledged' | 'already-submitted' | 'not-submitted' }
  | { readonly code: 'not-allowed'; readonly party: Party; readonly act: ActType; readonly allowed: readonly Party[] }
  | { readonly code: 'empty'; readonly field: 'text' | 'reason' }
  | { readonly code: 'percent' }
  | { readonly code: 'deadline-past' | 'deadline-same' | 'not-a-day'; readonly due: string | null };
