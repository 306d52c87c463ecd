import type { Span } from './types.ts';

/** Places of a text that a person must look at, whatever is read there. */
export interface Doubt {
  readonly span: Span;
  /** One Vietnamese sentence. */
  readonly why: string;
}

/** What the reader of a file hands on: the text that every span points into, and what it knows beside the letters. */
export interface SourceText {
  readonly text: string;
  /**
   * Offsets of the line ends at which a paragraph ends for certain, because the file says so; null where lines are
   * only lines (plain text, pages). A line end that is not among them was set inside a paragraph.
   */
  readonly paragraphEnds: ReadonlySet<number> | null;
  readonly doubts: readonly Doubt[];
  /** What is said of the file as a whole, a sentence each: changes taken as accepted, words left out. */
  readonly remarks: readonly string[];
  /** Words beside the text, on the same pages: running heads and feet, boxes, stamps. */
  readonly margins: readonly string[];
  /** Set where letters were recognised in pictures of the pages. */
  readonly scan?: Scan;
}

/** The pages whose letters were recognised, to be compared with. */
export interface Scan {
  /** The hash of its file: what was seen is kept by it. */
  readonly key: string;
  /** In order. `from`: where the page begins in the text, null where that is not known; no picture where it has letters. */
  readonly pages: readonly { readonly from: number | null; readonly jpeg?: Uint8Array }[];
  /** Words nobody is sure of. */
  readonly unsure: readonly Span[];
}

/** A text without anything known beside it. */
export function plainSource(text: string): SourceText {
  return { text, paragraphEnds: null, doubts: [], remarks: [], margins: [] };
}
