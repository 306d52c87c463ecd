/* Those who work in the office's pages, and what they have brought in. */

/** An invitation: opens one session, once. */
export interface StaffTicketTable {
  /** Hash of the secret in the link: what lies here opens nothing. */
  id: string;
  name: string;
  role: string;
  recordedAt: number;
  expiresAt: number;
  usedAt: number | null;
  /** A person of the directory; null: somebody of the office. */
  personId: string | null;
}

export interface StaffSessionTable {
  /** Hash of the secret in the cookie. */
  id: string;
  name: string;
  role: string;
  recordedAt: number;
  expiresAt: number;
  endedAt: number | null;
  personId: string | null;
}

/** A notice that was brought in: its file lies in the data folder under its hash. */
export interface DraftTable {
  id: string;
  fileName: string;
  sha256: string;
  /** The day a person gave it, where they did. */
  issued: string | null;
  /** JSON list of corrections, as a corrections file holds them. */
  corrections: string;
  /** Counts the changes: two windows on one draft do not overwrite each other unseen. */
  revision: number;
  by: string;
  recordedAt: number;
  changedAt: number;
  /** Issued or put away. */
  closedAt: number | null;
  /** JSON list of the notices it was issued as; null where it was put away. */
  noticeIds: string | null;
}
