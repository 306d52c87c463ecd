import type { Attachment, Email } from 'postal-mime';
import { isMessageId } from '../../../delivery/email/thread.ts';
import { UNREADABLE } from '../../../texts/intake.ts';
import { oneLine } from '../../../texts/messages/index.ts';
import { isAutomatic, RECEIPTS } from './automatic.ts';
import { answeredIn, MOST_HEAD_BYTES, mailHeadOf } from './head.ts';
import { textOfHtml } from './html-text.ts';
import type { Inbound, MailReply } from './kinds.ts';
import { replyText } from './reply-text.ts';
import { aboutOf, cameTo, statusesOf } from './report.ts';

/** Bytes of a whole mail. */
export const LARGEST_MAIL = 40 * 1024 * 1024;
/** Of a mail that large, in lines of the usual length, twice over. */
const MOST_LINES = 1_500_000;
const MOST_FILES = 10;

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: MOST_HEAD_BYTES, forceRfc822Attachments: true } as const;

/**
 * Reads one mail of whoever sent it. Never throws: what cannot be read says why. It may take as long as the mail is
 * large: mail of strangers is read apart (`read-apart.ts`).
 */
export async function readInbound(raw: Uint8Array): Promise<Inbound> {
  const refused = refusedUnread(raw);
  if (refused !== undefined) return { kind: 'unreadable', reason: refused };
  let mail: Email;
  try {
    const { default: PostalMime } = await import('postal-mime');
    mail = await PostalMime.parse(raw, LIMITS);
  } catch (error) {
    return {
      kind: 'unreadable',
      reason: oneLine(error instanceof Error ? error.message : String(error)).slice(0, 300),
    };
  }
  if (mail.headers.length === 0) return { kind: 'unreadable', reason: UNREADABLE.noHead };
  const head = mailHeadOf(mail.headers);
  const automatic = isAutomatic(head, mail.subject ?? '');
  const statuses = statusesOf(mail, head, automatic);
  if (statuses !== undefined) return { kind: 'report', about: aboutOf(mail, head), to: cameTo(head), statuses };
  if (automatic || mail.attachments.some(({ mimeType }) => RECEIPTS.has(mimeType))) return { kind: 'automatic' };
  const text = writtenIn(mail);
  if (text === '' && answersInvitation(mail)) return { kind: 'automatic' };
  return {
    kind: 'reply',
    messageId: isMessageId(mail.messageId) ? mail.messageId : '',
    about: answeredIn(head),
    from: (mail.from?.address ?? '').toLowerCase(),
    subject: oneLine((mail.subject ?? '').slice(0, 2_000)).slice(0, 300),
    text,
    files: filesOf(mail),
  };
}

/** Why a mail is not looked into at all; undefined where it may be. Costs one walk over its bytes. */
export function refusedUnread(raw: Uint8Array): string | undefined {
  if (raw.length > LARGEST_MAIL) return UNREADABLE.tooLarge(LARGEST_MAIL / 1024 / 1024);
  let lines = 0;
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    lines++;
    if (lines > MOST_LINES) return UNREADABLE.tooManyLines(MOST_LINES / 1_000_000);
  }
  return undefined;
}

/** A calendar says that its person accepts a day, or not (RFC 5546): a click, and nothing to read. */
function answersInvitation({ attachments }: Email): boolean {
  return attachments.some(({ mimeType, method }) => mimeType === 'text/calendar' && method?.toUpperCase() === 'REPLY');
}

/** What was written anew; a part of plain text that is blank says that the words stand in the other. */
function writtenIn({ text = '', html = '' }: Email): string {
  return replyText(text.slice(0, 2_000).trim() === '' && html !== '' ? textOfHtml(html) : text);
}

/** Files somebody attached; pictures that stand in the text are no files. */
function filesOf({ attachments }: Email): MailReply['files'] {
  return attachments
    .filter((part) => part.filename !== null && part.related !== true && part.mimeType !== 'text/calendar')
    .slice(0, MOST_FILES)
    .map((part) => ({ name: oneLine((part.filename ?? '').slice(0, 1_000)).slice(0, 200), bytes: bytesOf(part) }));
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
