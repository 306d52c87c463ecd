import type { FactRow } from './content.ts';
import type { MessageFacts } from './facts.ts';

/** What one kind of message says of its own; everything else is common to all. */
export interface Wording {
  /** A few words for the subject and for short messages. */
  readonly label: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Rows besides the common ones. */
  readonly rows?: readonly FactRow[];
  /** What the office asks, said of the office: "trân trọng đề nghị …". A whole sentence but for its subject. */
  readonly ask: string;
}

export type Writer = (facts: MessageFacts) => Wording;
