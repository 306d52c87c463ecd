export { agencyOfName, withAgencies } from './agencies.ts';
export { applyCorrections, type CorrectionContext } from './apply.ts';
export { type Confirmation, refuseUnconfirmed, requireKnownIds } from './confirm.ts';
export { parseCorrections } from './corrections-file.ts';
export { type EachOrTogether, withEach } from './each.ts';
export { AGENCY_CONFIRM_BELOW, CONFIRM_BELOW, doubtsOf } from './threshold.ts';
export type {
  CorrectedField,
  CorrectedHeaderField,
  Correction,
  Corrections,
  HeaderCorrection,
  NoticeFile,
  Review,
  ReviewChange,
  ReviewedFile,
  ReviewedNotice,
} from './types.ts';
