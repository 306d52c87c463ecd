import type { Deadline } from '../deadline/index.ts';
import type { Day } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { HeaderFields } from './header/types.ts';
import type { ScanOptions } from './scan/types.ts';

/** `[start, end)` in UTF-16 code units of the decoded text as it stands. */
export type Span = readonly [number, number];

/** An agency, official or group as the notice writes it. */
export interface Name {
  /** As written, white space made one space. */
  name: string;
  /** Where it stands; null where it was supplied by hand. */
  span: Span | null;
  /** Id in the directory, once matched. */
  agency?: string;
  /** 0..1, how sure the match is; 0 = looked up and not found. Absent where no directory was asked. */
  agencyConfidence?: number;
  /** Of a group: how many agencies of the directory are in it. */
  members?: number;
}

/** How the lead of a directive was found; words for people are in `texts/notice-warnings.ts`. */
export type LeadRule =
  | 'order'
  | 'subject'
  | 'field'
  | 'parentheses'
  | 'heading'
  | 'introduction'
  | 'addressee'
  | 'none';

/** 0..1 each: that the lead is right, that the days are, that it is an order at all. */
export interface Certainty {
  lead: number;
  days: number;
  order: number;
}

/** One assignment read from a notice, for a person to confirm. */
export interface DraftDirective {
  /** Path in the notice's outline ("IV.4.c"), unique within a file. */
  id: string;
  span: Span;
  /** The words of the span, untouched. */
  text: string;
  lead: Name[];
  cooperating: Name[];
  /** Agencies told to follow and urge other bodies' work on this notice, or on this directive. */
  supervisor: Name[];
  deadlines: Deadline[];
  /** 0..1: the least of `certainty`. */
  confidence: number;
  /** How sure each part is; absent where a person wrote the directive. */
  certainty?: Certainty;
  warnings: string[];
  leadBy?: LeadRule;
  /** Have the agencies it names to lead each a directive of their own? Absent = a group's have, others as the policy says. */
  each?: boolean;
  /** What is to be handed in ("Tờ trình, dự thảo Nghị quyết"), where a table or a field says it. */
  product?: string;
}

export type Urgency = 'hoả tốc' | 'thượng khẩn' | 'khẩn';

/** Why a passage looks like an order: words for people are in `texts/notice-warnings.ts`. */
export type UnreadReason = 'order' | 'dated' | 'item' | 'row' | 'beside';

/**
 * What looks like an order and is in no directive, or inside one that names others (`beside`): for a person to look at
 * before anything is issued.
 */
export interface Unread {
  span: Span;
  /** The words of the span, untouched. */
  text: string;
  why: UnreadReason;
}

/** One document of a file. */
export interface Notice {
  /** Số/ký hiệu without blanks, or null where it is lost or left open. */
  number: string | null;
  issued: Day | null;
  /** The issue date, or else the meeting day: what years left out are read from. Null where neither is known. */
  anchor: Day | null;
  issuer: string | null;
  signer: string | null;
  urgency?: Urgency;
  secrecy?: string;
  /** The same and more, each with how sure it is and why not; absent where nobody read it out of a document. */
  header?: HeaderFields;
  span: Span;
  directives: DraftDirective[];
  /** What is said of the document as a whole, a Vietnamese sentence each: changes taken as accepted, words left out. */
  warnings: string[];
  /** Passages that look like orders and were not read, in the order of the text. */
  unread: Unread[];
}

/** A notice from whose day can be counted: what anything is issued from. */
export type DatedNotice = Notice & { anchor: Day };

export interface ReadOptions {
  calendar: WorkCalendar;
  /** Overrides the issue date, or gives the anchor where the text has none. */
  issued?: Day;
  /** How pictures of pages are looked at. */
  scans?: () => ScanOptions;
}
