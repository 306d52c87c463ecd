import type { Page } from '../formats/pdf-page.ts';
import type { Rule } from '../formats/pdf-paths.ts';

/** A word as it was recognised, in points from the top left corner of the level page. */
export interface SeenWord {
  readonly text: string;
  /** 0..100, how sure the recogniser is. */
  readonly confidence: number;
  readonly x0: number;
  readonly x1: number;
  /** Foot of its line. */
  readonly y: number;
  /** Height of its line's letters. */
  readonly size: number;
  /** Another word stands before it on its line. */
  readonly follows: boolean;
}

/** Words that stand on one line, and the room it takes from top to bottom, in points. */
export interface SeenLine {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly SeenWord[];
}

/** What was seen on the picture of one page. */
export interface SeenPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly SeenWord[];
  readonly rules: readonly Rule[];
  /** Quarter turns clockwise it was given to stand upright, and the skew that was taken out, in degrees. */
  readonly quarters: number;
  readonly degrees: number;
  /** The part of the page that is ink. */
  readonly ink: number;
}

/** How a page of a scan is: what it is judged by. */
export interface ScanFacts {
  /** Letters and digits. */
  readonly letters: number;
  /** 0..100, of the words by their length. */
  readonly confidence: number;
  /** The share of its words that are Vietnamese syllables; null where there are too few to tell. */
  readonly syllables: number | null;
  /** The share of letters in words nobody is sure of. */
  readonly doubtful: number;
  readonly ink: number;
}

/** A piece of work: one page of a document, from 1. */
export interface PageAsked {
  /** Of the document: what has the same is opened once. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly n: number;
  /** Its letters are to be recognised; else they are taken from its text layer. */
  readonly isPicture: boolean;
}

export type PageAnswer = { readonly layer: Page } | { readonly seen: SeenPage; readonly jpeg: Uint8Array };

/** Which pages of a document have to be looked at. */
export interface ToSee {
  readonly total: number;
  /** From 1. */
  readonly pages: readonly number[];
  /** They have letters, but the file maps them to wrong ones. */
  readonly garbled: boolean;
  /** What the file says in letters all the same, see `SourceText`. */
  readonly margins: readonly string[];
  readonly remarks: readonly string[];
}

export interface ScanOptions {
  /** Where what was seen is kept: the same page is looked at once. Absent: nothing is kept. */
  readonly folder?: string;
  /** Told before the first page and after each. */
  readonly onPage?: (done: number, total: number) => void;
}
