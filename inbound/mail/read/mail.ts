import type { Attachment, Email } from 'postal-mime';
import { isMessageId } from '../../../delivery/email/thread.ts';
import { oneLine } from '../../../texts/messages/index.ts';
import { addressesOf, type RecipientStatus, readDeliveryStatus } from './delivery-status.ts';
import { replyText, textOfHtml } from './reply-text.ts';
import { readDelay, readFailedRecipients, readQmailBounce } from './text-bounce.ts';

/** A mail that came in, as far as the office's own mail is concerned. Everything in it is somebody's claim. */
export type Inbound =
  | Report
  | Reply
  /** A machine's answer: absence, a list. */
  | { readonly kind: 'automatic' }
  /** Not a mail, or one that is too large or nested to be read. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A server tells what became of a message (RFC 3464), or sends something that may be such word in no form known. */
export interface Report {
  readonly kind: 'report';
  /** Message-IDs of what it is about. */
  readonly about: readonly string[];
  /** Addresses it came to, as the servers on its way wrote them down; lower case. */
  readonly to: readonly string[];
  /** Empty where it says nothing that can be read. */
  readonly statuses: readonly RecipientStatus[];
}

export interface Reply {
  readonly kind: 'reply';
  /** Its own Message-ID; empty where it has none. */
  readonly messageId: string;
  /** Message-IDs it answers, the nearest first. */
  readonly about: readonly string[];
  /** As its From says, lower case. */
  readonly from: string;
  readonly subject: string;
  /** What was written anew. */
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Bytes of a whole mail. */
export const LARGEST_MAIL = 40 * 1024 * 1024;
const MOST_REFERENCES = 50;
const MOST_FILES = 10;

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const;

/** Reads one mail of whoever sent it. Never throws: what cannot be read says why. */
export async function readInbound(raw: Uint8Array): Promise<Inbound> {
  if (raw.length > LARGEST_MAIL) return { kind: 'unreadable', reason: `lớn hơn ${LARGEST_MAIL / 1024 / 1024} MB` };
  let mail: Email;
  try {
    const { default: PostalMime } = await import('postal-mime');
    mail = await PostalMime.parse(raw, LIMITS);
  } catch (error) {
    return { kind: 'unreadable', reason: oneLine(error instanceof Error ? error.message : String(error)) };
  }
  if (mail.headers.length === 0) return { kind: 'unreadable', reason: 'không có phần đầu thư' };
  const statuses = statusesOf(mail);
  if (statuses !== undefined) return { kind: 'report', about: aboutOf(mail), to: cameTo(mail), statuses };
  if (isAutomatic(mail)) return { kind: 'automatic' };
  return {
    kind: 'reply',
    messageId: isMessageId(mail.messageId) ? mail.messageId : '',
    about: answered(mail),
    from: (mail.from?.address ?? '').toLowerCase(),
    subject: oneLine(mail.subject ?? '').slice(0, 300),
    text: replyText(mail.text ?? textOfHtml(mail.html ?? '')),
    files: filesOf(mail),
  };
}

/** What a server reports; undefined where the mail is no report. */
function statusesOf(mail: Email): readonly RecipientStatus[] | undefined {
  const report = mail.attachments.find((part) => REPORTS.has(part.mimeType));
  if (report !== undefined) return readDeliveryStatus(textOf(report));
  if (!isOfServer(mail)) return undefined;
  const failed = readFailedRecipients(headerOf(mail, 'x-failed-recipients') ?? '', mail.text ?? '');
  return [failed, readQmailBounce(mail.text ?? ''), readDelay(mail.subject ?? '')].find((s) => s.length > 0) ?? [];
}

/** The second is that of internationalised mail (RFC 6533). */
const REPORTS: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status']);

/** Servers answer under names of their own; a postmaster may also be a person. */
function isOfServer(mail: Email): boolean {
  const name = (mail.from?.address ?? '').toLowerCase().split('@')[0] ?? '';
  return /^(mailer-daemon|microsoftexchange[0-9a-f]{32})$/.test(name) || (name === 'postmaster' && isAutomatic(mail));
}

/** Who delivers writes down whom to; a report's own To is the return path of the message. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to'];

function cameTo({ headers }: Email): string[] {
  const named = headers.filter((h) => DELIVERED_TO.includes(h.key)).map((h) => h.value.replace(/[<>]/g, ' '));
  return [...new Set(named.flatMap(addressesOf))].slice(0, MOST_REFERENCES);
}

/** The message a report is about: by the headers it returns, else by what it answers. */
function aboutOf(mail: Email): string[] {
  const returned = mail.attachments.find((part) => RETURNED.has(part.mimeType));
  const head = returned === undefined ? '' : (textOf(returned).split(/\r?\n\r?\n/)[0] ?? '');
  const [, own] = /^message-id:\s*(<[^>\s]+>)/im.exec(head.replace(/\r?\n[ \t]+/g, ' ')) ?? [];
  return isMessageId(own) ? [own] : answered(mail);
}

const RETURNED: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
]);

function answered({ inReplyTo = '', references = '' }: Email): string[] {
  const ids = (text: string) => (text.match(/<[^<>\s]+>/g) ?? []).filter(isMessageId);
  return [...new Set([...ids(inReplyTo), ...ids(references).reverse()])].slice(0, MOST_REFERENCES);
}

/** RFC 3834; and what older machines put instead. */
function isAutomatic(mail: Email): boolean {
  const value = (name: string) => headerOf(mail, name)?.toLowerCase();
  const auto = value('auto-submitted');
  if (auto !== undefined && !auto.startsWith('no')) return true;
  if (['x-autoreply', 'x-autorespond', 'list-id'].some((name) => value(name) !== undefined)) return true;
  return /^(bulk|list|junk|auto_reply)$/.test(value('precedence') ?? '') || headerOf(mail, 'return-path') === '<>';
}

function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find((h) => h.key === name)?.value.trim();
}

/** Files somebody attached; pictures that stand in the text are no files. */
function filesOf({ attachments }: Email): Reply['files'] {
  return attachments
    .filter((part) => part.filename !== null && part.related !== true && part.mimeType !== 'text/calendar')
    .slice(0, MOST_FILES)
    .map((part) => ({ name: oneLine(part.filename ?? '').slice(0, 200), bytes: bytesOf(part) }));
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function textOf(part: Attachment): string {
  return Buffer.from(bytesOf(part)).toString('utf8');
}
