/* What the office decided, and what the auditor found. */

export interface CorrectionTable {
  noticeId: string;
  /** Order within the notice. */
  seq: number;
  directiveId: string;
  field: string;
  was: string | null;
  is: string | null;
  by: string;
  at: number;
}

/** Editions of the working calendar. */
export interface CalendarTable {
  id: string;
  version: string;
  /** JSON of the whole calendar. */
  calendar: string;
  /** The document that announced it. */
  source: string;
  recordedAt: number;
}

/** A policy that is followed though it is not proved, and on whose word. */
export interface PolicyOverrideTable {
  /** Of a directive, or of a series. */
  directiveId: string;
  policyId: string;
  policyName: string;
  policyVersion: string;
  /** JSON list of properties with their verdicts. */
  unproved: string;
  reason: string;
  by: string;
  at: number;
}

/** Who gives acts in for the office, by name. */
export interface OperatorTable {
  id: string;
  name: string;
  recordedAt: number;
}

export interface IncidentTable {
  directiveId: string;
  kind: string;
  /** Key of the step or id of the ledger row; '' where it is about the whole directive. */
  step: string;
  foundAt: number;
  since: number;
  detail: string;
  resolvedAt: number | null;
}
