import { UNREADABLE } from '../../../texts/intake.ts';
import { isAutomatic } from './automatic.ts';
import { answeredIn, type Head, MOST_HEAD_BYTES, readHead } from './head.ts';
import { refusedUnread } from './mail.ts';
import { isOfServer } from './report.ts';

/** What a mail is, as far as its header alone tells: nothing that costs is done for mail that concerns nobody. */
export type Glimpse =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'automatic' }
  /** It may be a server's report: what it is about stands in its body. */
  | { readonly kind: 'report' }
  | { readonly kind: 'mail'; readonly about: readonly string[] };

export async function glimpse(raw: Uint8Array): Promise<Glimpse> {
  const refused = refusedUnread(raw);
  if (refused !== undefined) return { kind: 'unreadable', reason: refused };
  const head = readHead(raw);
  if (head === undefined) return { kind: 'unreadable', reason: UNREADABLE.noHead };
  const { decodeWords } = await import('postal-mime');
  const automatic = isAutomatic(head, decodeWords(head.value('subject')?.slice(0, 1_000) ?? ''));
  if (mayReport(head, automatic, raw)) return { kind: 'report' };
  return automatic ? { kind: 'automatic' } : { kind: 'mail', about: answeredIn(head) };
}

function mayReport(head: Head, automatic: boolean, raw: Uint8Array): boolean {
  const [from = ''] = /[^\s<>"]*@/.exec(head.value('from')?.slice(-300) ?? '') ?? [];
  if (isOfServer(from, automatic)) return true;
  if (head.value('x-failed-recipients') !== undefined) return true;
  // Wherever the part stands that tells of a delivery, it stands near the beginning.
  const beginning = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, MOST_HEAD_BYTES));
  return beginning.includes('delivery-status');
}
