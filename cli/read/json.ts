import { present } from '../../dsl/present.ts';
import type { DraftDirective, HeaderField, HeaderFields, Scan } from '../../notices/index.ts';
import { doubtsOf } from '../../office/review/threshold.ts';
import type { ReviewChange, ReviewedFile, ReviewedNotice } from '../../office/review/types.ts';
import { headerReasons } from '../../texts/notice-header.ts';
import { unreadReasons } from '../../texts/notice-warnings.ts';
import { ruleText } from '../../texts/review/index.ts';

/** The notices of a file for programs: deadlines with their rule in words, its id beside it. */
export function readingJson({ notices, scan }: ReviewedFile): object {
  return { notices: notices.map(noticeJson), ...present({ scan: scan && scanJson(scan) }) };
}

/** Which pages were pictures, where each begins in the text, and the words nobody is sure of. */
function scanJson({ pages, unsure }: Scan): object {
  return { pages: pages.map(({ from, jpeg }) => ({ from, recognised: jpeg !== undefined })), unsure };
}

function noticeJson({ review, ...notice }: ReviewedNotice): object {
  const dropped = differencesOf(review.changes).filter((c) => c.field === 'drop');
  return {
    ...notice,
    ...present({ header: notice.header && headerJson(notice.header) }),
    directives: notice.directives.map((d) => directiveJson(d, review)),
    // What a clerk had to change by hand: the work a reading leaves, as a figure.
    edits: differencesOf(review.changes).length + (review.header?.length ?? 0),
    ...present({ correctedHeader: review.header }),
    unread: notice.unread.map((u) => ({ ...u, why: unreadReasons[u.why], whyId: u.why })),
    ...present({
      dropped: dropped.length !== 0 ? dropped.map(({ directive, was }) => ({ id: directive, text: was })) : undefined,
    }),
  };
}

/** Each field with its reason in words, its id beside it. */
function headerJson(header: HeaderFields): object {
  const fields = Object.entries(header) as [keyof HeaderFields, HeaderField<unknown>][];
  return Object.fromEntries(
    fields.map(([name, { why, ...field }]) => [
      name,
      { ...field, ...(why === undefined ? {} : { why: headerReasons[why], whyId: why }) },
    ]),
  );
}

function directiveJson(d: DraftDirective, review: ReviewedNotice['review']): object {
  const corrected = differencesOf(review.changes).filter((c) => c.directive === d.id);
  const confirmed = review.confirmed.includes(d.id);
  const toConfirm = confirmed ? [] : doubtsOf(d);
  return {
    ...d,
    deadlines: d.deadlines.map((x) => ({ ...x, rule: ruleText(x.rule), ruleId: x.rule })),
    ...present({
      corrected: corrected.length !== 0 ? corrected.map(({ field, was, is }) => ({ field, was, is })) : undefined,
      confirmed: confirmed || undefined,
      toConfirm: toConfirm.length !== 0 ? toConfirm : undefined,
    }),
  };
}

/** What a person set as it had been read is no difference. */
export function differencesOf(changes: readonly ReviewChange[]): ReviewChange[] {
  return changes.filter((c) => c.was !== c.is);
}
