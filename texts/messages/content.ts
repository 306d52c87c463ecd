import type { Channel } from '../../dsl/policy/channels.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { LetterContent } from '../letters/content.ts';
import type { WholeFacts } from './facts.ts';

/** A label and its value, shown as one row of a small table. */
export interface FactRow {
  readonly label: string;
  readonly value: string;
}

/** The reader's own page: what the button says, where it leads, and what to know of it. */
export interface MessageLink {
  readonly label: string;
  readonly url: string;
  readonly note: string;
}

/**
 * One message as it is kept in the ledger: plain data, complete in itself, so that years later it can be shown exactly
 * as it was sent. Channels lay it out; they add no words of their own.
 *
 * Every string is NFC and free of control characters; all but `quote` and the values of `facts` are one line.
 */
export interface MessageContent {
  /** Version of this data's shape. */
  readonly format: 1;
  readonly subject: string;
  readonly heading: string;
  /** To whom, without the "Kính gửi:" before it. */
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly FactRow[];
  /** The words of the notice. */
  readonly quote: string;
  /** What is asked of the reader, until when: one sentence. */
  readonly ask: string;
  /** Absent where no pages are served. */
  readonly link?: MessageLink;
  /** Of a message about several directives: each of them, the most pressing first. */
  readonly sections?: readonly DigestSection[];
  /** What it is about, for whoever gathers it with others; no words. Absent of a digest, and of older messages. */
  readonly about?: { readonly directive: string; readonly whole?: WholeFacts };
  /** Lines. */
  readonly signature: readonly string[];
  /** The deadline for the reader's calendar; absent where they have none to keep. */
  readonly deadline?: DeadlineEvent;
  /** The letter that goes with it, as the policy's rung asks. */
  readonly letter?: LetterContent;
  /** Those that go with a message about several directives: one for each group of which members are urged. */
  readonly letters?: readonly LetterContent[];
  readonly zalo: ZaloContent;
}

export interface DigestSection {
  readonly title: string;
  readonly items: readonly DigestItem[];
}

/** One directive in a message about several. */
export interface DigestItem {
  /** What is asked, of it and of those after it until another is asked something else. */
  readonly ask?: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly link?: MessageLink;
  /** Of an item about several agencies, each one's page under its name. */
  readonly links?: readonly MessageLink[];
}

/** A deadline as an event of one whole day. What makes it one person's own, its UID, is the channel's. */
export interface DeadlineEvent {
  /** `cancel` takes back the event sent before. */
  readonly method: 'request' | 'cancel';
  /** Rises with each event of the directive. */
  readonly sequence: number;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  /** When it was said. */
  readonly at: number;
}

/** The short form. Already brief, but not yet cut to the limits of one template: the channel does that on purpose. */
export interface ZaloContent {
  readonly title: string;
  /** The whole message in two sentences. */
  readonly body: string;
  /** The words of the notice alone, cut at a word. */
  readonly brief: string;
  /** Number of the notice, or its date where it has none. */
  readonly code: string;
  readonly agency: string;
  readonly due: string;
  /** The address alone, for a template's button; absent where no pages are served. */
  readonly link?: string;
}

const HEADLINES: Readonly<Record<Channel, (content: MessageContent) => string>> = {
  email: ({ subject }) => subject,
  zalo: ({ zalo }) => zalo.title,
};

/** What stands on top of a message as a channel shows it. */
export function headlineFor(channel: Channel, content: MessageContent): string {
  return HEADLINES[channel](content);
}
