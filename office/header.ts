import type { ReadNotice } from './registration.ts';
import { withHeaderFields } from './review/correct-header.ts';

/** What a notice says of itself, as a person gives it where the reader found nothing, or something else. */
export interface NoticeHeader {
  readonly number?: string | undefined;
  readonly issuer?: string | undefined;
  readonly signer?: string | undefined;
}

/** The notice with these fields, and what was read there kept as a correction. */
export function withHeader(read: ReadNotice, header: NoticeHeader): ReadNotice {
  const { notice, changes: given } = withHeaderFields(read.notice, header);
  if (given.length === 0) return read;
  const { changes = [], confirmed = [], header: before = [] } = read.review ?? {};
  return { ...read, notice, review: { changes, confirmed, header: [...before, ...given] } };
}
