import type { ReadNotice } from './registration.ts';

/** What a notice says of itself, as a person gives it where the reader found nothing, or something else. */
export interface NoticeHeader {
  readonly number?: string | undefined;
  readonly issuer?: string | undefined;
  readonly signer?: string | undefined;
}

const FIELDS = ['number', 'issuer', 'signer'] as const;

/** The notice with these fields, and what was read there kept as a correction. */
export function withHeader(read: ReadNotice, header: NoticeHeader): ReadNotice {
  const given = FIELDS.flatMap((field) => {
    const is = header[field]?.replace(/\s+/gu, ' ').trim();
    return is === undefined || is === '' || is === read.notice[field] ? [] : [{ field, was: read.notice[field], is }];
  });
  if (given.length === 0) return read;
  const { changes = [], confirmed = [] } = read.review ?? {};
  return {
    ...read,
    notice: { ...read.notice, ...Object.fromEntries(given.map(({ field, is }) => [field, is])) },
    review: { changes, confirmed, header: given },
  };
}
