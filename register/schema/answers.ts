/* What comes back from outside: by links, by mail, from channels. */

export interface LinkTable {
  id: string;
  directiveId: string;
  postKey: string;
  scope: string;
  role: string;
  party: string;
  personId: string;
  agencyId: string;
  /** JSON list of the acts it may do. */
  acts: string;
  expiresAt: number;
  recordedAt: number;
  revokedAt: number | null;
  revokedReason: string | null;
  revokedBy: string | null;
}

export interface EvidenceTable {
  directiveId: string;
  sha256: string;
  name: string;
  size: number;
  linkId: string | null;
  recordedAt: number;
  /** Who sent it on pages of their own. */
  personId: string | null;
}

export interface ReplyTable {
  id: string;
  directiveId: string;
  messageRow: string;
  fromAddress: string;
  subject: string;
  text: string;
  /** JSON list. */
  files: string;
  recordedAt: number;
  state: string;
  decidedBy: string | null;
  decidedReason: string | null;
  decidedAt: number | null;
}

export interface InboxTable {
  id: string;
  channel: string;
  /** JSON of the event; null once it is settled: what is not needed of a person is not kept. */
  event: string | null;
  receivedAt: number;
  settledAt: number | null;
  fate: string | null;
}

export interface InboxCountTable {
  channel: string;
  day: string;
  what: string;
  n: number;
}
