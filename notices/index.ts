export { readNoticeFile } from './file.ts';
export { readNotices } from './read-notices.ts';
export type { DraftDirective, LeadRule, Name, Notice, ReadOptions, Span, Urgency } from './types.ts';
