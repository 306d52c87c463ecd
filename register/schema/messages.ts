/* Who was told, by which channel, and what is known of it. */

export interface MessageTable {
  id: string;
  directiveId: string;
  seq: number;
  postKey: string;
  stage: string;
  kind: string;
  role: string;
  /** Person, or what stands in for one nobody found: unique with post and channel. */
  recipient: string;
  personId: string | null;
  personName: string | null;
  agencyId: string | null;
  /** 'none' on a row that was skipped because there is no channel. */
  channel: string;
  address: string | null;
  at: number;
  /** Not to leave before: its reader's round, or the next window. */
  leaveAt: number;
  /** 1 where it may leave in one message with others of its reader. */
  gathered: number;
  /** Hours it may leave in; null where no window binds it. */
  windowFrom: string | null;
  windowTo: string | null;
  /** The digest it left in; null where it went on its own. */
  shipment: string | null;
  /** What leaves together is dispatched together, under a name only this register can work out. */
  dispatch: string;
  /** Id of the activity on Temporal that carries it; null where none does yet. */
  dispatchedAs: string | null;
  /** The message that failed by another channel, in whose place this one goes. */
  fallbackOf: string | null;
  content: string | null;
  messageId: string | null;
  threadRoot: string | null;
  outcome: string;
  reason: string | null;
  providerId: string | null;
  attempts: number;
  nextAttemptAt: number | null;
  claimedBy: string | null;
  claimedAt: number | null;
  settledAt: number | null;
  recordedAt: number;
  /** Counts the changes of this row; numbers its events. */
  revision: number;
}

export interface MessageEventTable {
  messageId: string;
  revision: number;
  outcome: string;
  reason: string | null;
  providerId: string | null;
  owner: string | null;
  recordedAt: number;
}

/** The words of one message as it left. */
export interface SentTextTable {
  /** The digest's id, or the row's where it went on its own. */
  id: string;
  subject: string | null;
  text: string;
  recordedAt: number;
}

export interface ContradictionTable {
  messageId: string;
  said: string;
  held: string;
  reason: string;
  toldBy: string;
  recordedAt: number;
  settledAt: number | null;
  settledBy: string | null;
  settledReason: string | null;
}

/** A call the office made about a message that reached nobody. */
export interface CallTable {
  messageId: string;
  by: string;
  note: string;
  recordedAt: number;
}

/** How a channel stands. */
export interface ChannelTable {
  channel: string;
  pausedUntil: number | null;
  since: number | null;
  reason: string | null;
  recordedAt: number;
}
