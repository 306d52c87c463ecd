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
  /** The account whose password it lets its holder choose; null: it opens a session. */
  accountId: string | null;
}

/** Somebody of the office who signs in by a name, with a password or by the office's own sign-in. */
export interface StaffAccountTable {
  id: string;
  /** What is typed at the door: in small letters, unique. */
  login: string;
  name: string;
  role: string;
  /** Argon2id, as `$argon2id$v=19$…`; null until its person has chosen one. */
  password: string | null;
  chosenAt: number | null;
  recordedAt: number;
  signedInAt: number | null;
  /** Lets nobody in from then on; null: open. */
  closedAt: number | null;
}

/** A key in somebody's device that opens their account: its public half. */
export interface StaffPasskeyTable {
  /** As the device calls it: base64url. */
  id: string;
  accountId: string;
  name: string;
  /** SPKI, base64url. */
  publicKey: string;
  counter: number;
  recordedAt: number;
  usedAt: number | null;
}

/** A challenge that was answered, while an answer to it could still come again. */
export interface AnsweredChallengeTable {
  /** Hash of the challenge. */
  id: string;
  expiresAt: number;
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
  /** The account it was opened for: its name and role are asked, not those kept here. */
  accountId: string | null;
  /** `link`, `password`, `passkey` or `oidc`. */
  means: string;
  /** Browser and system as they called themselves, in a few words. */
  device: string;
  /** When its person last proved who they are. */
  verifiedAt: number;
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
  /** JSON list of what its notices say of themselves; null of a draft of before. */
  headings: string | null;
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
