import type { Day } from './days.ts';

/** A phrase with the answer a careful secretary gives. */
export interface PhraseCase {
  readonly family: string;
  readonly text: string;
  readonly anchor: Day;
  /** The last day on time (the latest of several); null where the words set none. */
  readonly due: Day | null;
  /** Each day set, in the order of the words, where there are several. */
  readonly dues?: readonly Day[];
  readonly time?: string;
  readonly from?: Day;
  readonly recurrence?: string;
  /** In a longer sentence the same words could be read otherwise: a period reported on, a length with no start. */
  readonly alone?: true;
}
