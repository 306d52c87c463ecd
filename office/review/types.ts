import type { ClockTime, Day } from '../../dsl/time/day.ts';
import type { Notice, Scan } from '../../notices/index.ts';

/** What of a reading a person may change. */
export const CORRECTED_FIELDS = [
  'lead',
  'cooperating',
  'supervisor',
  'due',
  'text',
  'each',
  'drop',
  'add',
  'code',
] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** The names a person may set. */
export const PARTIES = ['lead', 'cooperating', 'supervisor'] as const;
export type CorrectedParty = (typeof PARTIES)[number];

/**
 * What a person said of one field of one directive. Names are joined by "; ", days (`YYYY-MM-DD` or `YYYY-MM-DD HH:MM`)
 * and recurrences (RRULE) by ", "; null stands for nothing. `was` and `is` are equal where the person set what had been
 * read: no difference, but the field has been looked at.
 */
export interface ReviewChange {
  readonly directive: string;
  readonly field: CorrectedField;
  readonly was: string | null;
  readonly is: string | null;
}

export type CorrectedHeaderField = 'number' | 'issuer' | 'signer';

/** What a person set of a notice's number, issuer or signer. */
export interface HeaderChange {
  readonly field: CorrectedHeaderField;
  readonly was: string | null;
  readonly is: string;
}

/** What people did to the reading of one notice. */
export interface Review {
  readonly header?: readonly HeaderChange[];
  readonly changes: readonly ReviewChange[];
  /** Ids of directives a person has confirmed as they stand now. */
  readonly confirmed: readonly string[];
}

/** A notice as people left it. */
export type ReviewedNotice<N extends Notice = Notice> = N & {
  readonly review: Review;
};

export interface NoticeFile<N extends Notice = Notice> {
  /** The decoded text all spans refer to. */
  readonly text: string;
  readonly notices: readonly N[];
  /** Of a scan: what a person compares the text with. */
  readonly scan?: Scan;
}

export type ReviewedFile<N extends Notice = Notice> = NoticeFile<ReviewedNotice<N>>;

export interface DueDay {
  readonly day: Day;
  readonly time?: ClockTime;
}

/** One entry of a corrections file. An empty list of names or days takes away what was read. */
export interface Correction {
  readonly directive: string;
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly add: boolean;
  readonly drop: boolean;
  readonly confirm: boolean;
  /** Have its leads each a directive of their own, or do they lead one together? */
  readonly each?: boolean;
  readonly parties: Readonly<Partial<Record<CorrectedParty, readonly string[]>>>;
  readonly due?: readonly DueDay[];
  /** Its own code, as the notice prints it: “3.3”. */
  readonly code?: string;
  /** Words as they stand in the notice; white space does not matter. */
  readonly text?: string;
}

/** An entry about a document's header; its day is given before it is read, since days are counted from it. */
export interface HeaderCorrection {
  /** Which document of the file, from 1. */
  readonly notice: number;
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly fields: Readonly<Partial<Record<CorrectedHeaderField, string>>>;
}

/** The entries of a corrections file, and its name for what is wrong in it. */
export interface Corrections {
  readonly source: string;
  readonly entries: readonly Correction[];
  readonly headers?: readonly HeaderCorrection[];
}
