export { isDated, type NoticeReading, readDatedFile, readNoticeBytes, readNoticeFile } from './file.ts';
export { secrecyOfRow } from './header/secrecy.ts';
export type { Authority, FieldReason, HeaderField, HeaderFields, Signature } from './header/types.ts';
export { readNotices } from './read-notices.ts';
export type { ScanOptions } from './scan/types.ts';
export type { Scan } from './source.ts';
export type {
  DatedNotice,
  DraftDirective,
  LeadRule,
  Name,
  Notice,
  ReadOptions,
  Span,
  Unread,
  UnreadReason,
  Urgency,
} from './types.ts';
export { withoutDay } from './undated.ts';
