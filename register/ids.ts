import { createHash } from 'node:crypto';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Hash of what a notice says: the same notice saved with other line ends, blanks or Unicode form hashes alike. */
export function contentHash(text: string): string {
  return sha256(text.normalize('NFC').replace(/\s+/gu, ' ').trim());
}

/** Id of a notice: a function of its content, so that callers know it before it is registered. */
export function noticeIdOf(text: string): string {
  return contentHash(text).slice(0, 12);
}

/** Id of a directive in the register. `occurrence` is the day of one of a recurring directive. */
export function directiveIdOf(noticeId: string, localId: string, occurrence?: string): string {
  return [noticeId, localId, ...(occurrence === undefined ? [] : [occurrence])].join('/');
}

/** Id of a member's share of what a group was given, or of its series: "…/II.3" → "…/II.3@so-y-te". */
export function shareIdOf(id: string, member: string, occurrence?: string): string {
  const whole = occurrence === undefined ? id : id.slice(0, -occurrence.length - 1);
  return [`${whole}@${member}`, ...(occurrence === undefined ? [] : [occurrence])].join('/');
}

/** A directive's code in the notice, of a row: of a member's share the row has the member behind it. */
export function codeIn(localId: string): string {
  return localId.replace(/@.*$/, '');
}

/** Whose share it is, by its id; '' where it is none. */
export function memberIn(id: string): string {
  return /@([^/]+)/.exec(id)?.[1] ?? '';
}

/** Id of what is worked out for directives that are split or merged: the same given again, the same id. */
export function successionIdOf(how: string, from: readonly string[], given: unknown): string {
  return sha256(JSON.stringify([how, from, given])).slice(0, 16);
}

/** Id of a ledger row: the same for the same (directive, post, recipient, channel). */
export function messageRowId(directiveId: string, postKey: string, recipient: string, channel: string): string {
  return sha256(JSON.stringify([directiveId, postKey, recipient, channel])).slice(0, 24);
}
