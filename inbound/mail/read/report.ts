import type { Attachment, Email } from 'postal-mime';
import { isMessageId } from '../../../delivery/email/thread.ts';
import { addressesOf, type RecipientStatus, readDeliveryStatus } from './delivery-status.ts';
import { groupsOf } from './fields.ts';
import { answeredIn, type Head } from './head.ts';
import { readDelay, readFailedRecipients, readQmailBounce, returnedInText } from './text-bounce.ts';

/** What is looked at of one part: reports are short. */
const MOST_LETTERS = 64 * 1024;
const MOST_ADDRESSES = 50;

/** What a server reports; undefined where the mail is no report of delivery. `automatic`: a machine sent it. */
export function statusesOf(mail: Email, head: Head, automatic: boolean): readonly RecipientStatus[] | undefined {
  const report = mail.attachments.find(({ mimeType }) => REPORTS.has(mimeType));
  if (report !== undefined) return readDeliveryStatus(textOf(report));
  if (!isOfServer(mail.from?.address ?? '', automatic)) return undefined;
  const text = (mail.text ?? '').slice(0, MOST_LETTERS);
  const failed = readFailedRecipients(head.value('x-failed-recipients') ?? '', text);
  return [failed, readQmailBounce(text), readDelay(mail.subject ?? '')].find((s) => s.length > 0) ?? [];
}

/** The second is that of internationalised mail (RFC 6533). */
const REPORTS: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status']);

/** Servers answer under names of their own; a postmaster may also be a person. */
export function isOfServer(address: string, automatic: boolean): boolean {
  const name = address.toLowerCase().split('@')[0] ?? '';
  return (
    /^(mailer-daemon|mail-daemon|microsoftexchange[0-9a-f]{32})$/.test(name) || (name === 'postmaster' && automatic)
  );
}

/** Who delivers writes down whom to; a report's own To is the return path of the message. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to'];

export function cameTo(head: Head): string[] {
  const named = DELIVERED_TO.flatMap((name) => head.values(name)).map((value) => value.replace(/[<>]/g, ' '));
  return [...new Set(named.flatMap(addressesOf))].slice(0, MOST_ADDRESSES);
}

/** The message a report is about: by the headers it returns, in a part or at the end of its text, else by what it answers. */
export function aboutOf(mail: Email, head: Head): string[] {
  const returned = mail.attachments.find(({ mimeType }) => RETURNED.has(mimeType));
  const text = returned === undefined ? returnedInText((mail.text ?? '').slice(0, MOST_LETTERS)) : textOf(returned);
  const own = groupsOf(text)[0]?.get('message-id')?.split(/\s+/).find(isMessageId);
  return own === undefined ? answeredIn(head) : [own];
}

const RETURNED: ReadonlySet<string> = new Set([
  ...['message/rfc822', 'message/global', 'text/rfc822-headers', 'text/rfc822', 'message/rfc822-headers'],
  ...['message/global-headers', 'text/global-headers'],
]);

function textOf({ content }: Attachment): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return bytes.subarray(0, MOST_LETTERS).toString('utf8');
}
