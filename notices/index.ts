export { isDated, readDatedFile, readNoticeBytes, readNoticeFile } from './file.ts';
export { readNotices } from './read-notices.ts';
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
