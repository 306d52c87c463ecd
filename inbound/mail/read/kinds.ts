import type { RecipientStatus } from './delivery-status.ts';

/** A mail that came in, as far as the office's own mail is concerned. Everything in it is somebody's claim. */
export type Inbound =
  | MailReport
  | MailReply
  /** A machine's answer: absence, a receipt, a list. */
  | { readonly kind: 'automatic' }
  /** Not a mail, or one that is too large, too nested or too costly to be read. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A server tells what became of a message (RFC 3464), or sends something that may be such word in no form known. */
export interface MailReport {
  readonly kind: 'report';
  /** Message-IDs of what it is about. */
  readonly about: readonly string[];
  /** Addresses it came to, as the servers on its way wrote them down; lower case. */
  readonly to: readonly string[];
  /** Empty where it says nothing that can be read. */
  readonly statuses: readonly RecipientStatus[];
}

export interface MailReply {
  readonly kind: 'reply';
  /** Its own Message-ID; empty where it has none. */
  readonly messageId: string;
  /** Message-IDs it answers, the nearest first. */
  readonly about: readonly string[];
  /** As its From says, lower case. */
  readonly from: string;
  readonly subject: string;
  /** What was written anew. */
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
