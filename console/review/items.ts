import type { DraftDirective, Unread } from '../../notices/index.ts';
import { doubtsOf, lookAt } from '../../office/review/threshold.ts';
import type { ReviewChange, ReviewedFile, ReviewedNotice } from '../../office/review/types.ts';

/** A directive with what the page shows of it. */
export interface ReviewItem {
  /** From 1, through all notices of the file: names its anchors. */
  readonly n: number;
  readonly directive: DraftDirective;
  readonly changes: readonly ReviewChange[];
  readonly confirmed: boolean;
  /** Why a person must confirm it; empty where nobody must, or somebody has. */
  readonly doubts: readonly string[];
  /** What a person should look at. */
  readonly look: readonly string[];
}

export interface NoticeItems {
  /** From 1. */
  readonly n: number;
  readonly notice: ReviewedNotice;
  readonly items: readonly ReviewItem[];
  readonly dropped: readonly ReviewChange[];
  readonly unread: readonly UnreadItem[];
  /** How many things people changed by hand. */
  readonly edits: number;
}

/** A passage that looks like an order and was not read. */
export interface UnreadItem {
  /** From 1, through all notices of the file: names its anchors. */
  readonly n: number;
  readonly unread: Unread;
}

/** Anchors are counted, never made of words of the notice. */
export const cardId = (n: number): string => `nv-${n}`;
export const textId = (n: number): string => `lv-${n}`;
export const unreadId = (n: number): string => `cd-${n}`;
export const unreadTextId = (n: number): string => `ld-${n}`;
export const headerId = (n: number): string => `vb-${n}`;

/** Notices with their directives and unread passages, each numbered through the file as its anchors are. */
export function itemsOf({ notices }: ReviewedFile): NoticeItems[] {
  let count = 0;
  let passages = 0;
  return notices.map((notice, i): NoticeItems => {
    const { changes, confirmed } = notice.review;
    const differences = changes.filter((c) => c.was !== c.is);
    return {
      n: i + 1,
      notice,
      items: notice.directives.map((directive): ReviewItem => {
        count += 1;
        const done = confirmed.includes(directive.id);
        return {
          n: count,
          directive,
          changes: differences.filter((c) => c.directive === directive.id),
          confirmed: done,
          doubts: done ? [] : doubtsOf(directive),
          look: lookAt(directive),
        };
      }),
      dropped: differences.filter((c) => c.field === 'drop'),
      unread: notice.unread.map((unread): UnreadItem => ({ n: ++passages, unread })),
      edits: differences.length + (notice.review.header?.length ?? 0),
    };
  });
}

/** Is there anything about it a person should look at? */
export function needsLook({ doubts, look }: ReviewItem): boolean {
  return doubts.length > 0 || look.length > 0;
}

/** What must be confirmed first, then what is least sure. */
export function leastSureFirst(items: readonly ReviewItem[]): ReviewItem[] {
  const must = (item: ReviewItem) => (item.doubts.length > 0 ? 0 : 1);
  return [...items].sort((a, b) => must(a) - must(b) || a.directive.confidence - b.directive.confidence || a.n - b.n);
}

/** Ids of those a person must confirm before anything is issued. */
export function doubtful(notices: readonly NoticeItems[]): string[] {
  return notices.flatMap(({ items }) =>
    items.filter(({ doubts }) => doubts.length > 0).map((item) => item.directive.id),
  );
}
