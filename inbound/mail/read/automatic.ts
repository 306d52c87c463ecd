import { bareLetters } from '../../../dsl/bare-letters.ts';
import type { Head } from './head.ts';

/**
 * Is it a machine's mail, which nobody is to read: an absence, a receipt, a list, a report of another kind? What says so
 * are headers (RFC 3834, RFC 8098, and what older programs put instead) and, where there are none, how the subject
 * begins. The words of the text never do: who writes himself that he is away is to be read.
 * @param subject decoded.
 */
export function isAutomatic(head: Head, subject: string): boolean {
  const value = (name: string) => head.value(name)?.toLowerCase();
  const auto = value('auto-submitted');
  if (auto !== undefined && !auto.startsWith('no')) return true;
  if (MACHINES.some((name) => value(name) !== undefined)) return true;
  if (/^(bulk|list|junk|auto_reply)$/.test(value('precedence') ?? '')) return true;
  if (/^auto_reply$/.test(value('x-precedence') ?? '') || value('return-path') === '<>') return true;
  if (
    value('x-auto-response-suppress')
      ?.split(/[,\s]+/)
      .includes('all')
  )
    return true;
  return value('content-type')?.startsWith('multipart/report') === true || beginsAsAutomatic(subject);
}

const MACHINES = [
  ...['x-autoreply', 'x-auto-reply', 'x-autoreply-from', 'x-autorespond', 'x-autoresponder', 'x-mail-autoreply'],
  ...['x-vacation', 'list-id', 'list-unsubscribe', 'feedback-id'],
];

/** Parts that tell that a mail was read, or not (RFC 8098, RFC 6533). */
export const RECEIPTS: ReadonlySet<string> = new Set([
  'message/disposition-notification',
  'message/global-disposition-notification',
]);

/** With these words programs begin the subject of what they send for an absent person, without marks. */
const BEGINNINGS = [
  ...['tra loi tu dong', 'thu tra loi tu dong', 'tu dong tra loi', 'thu tu dong', 'phan hoi tu dong'],
  ...['tu dong phan hoi', 'thong bao vang mat', 'vang mat', 'ngoai van phong', 'khong co mat tai van phong'],
  ...['automatic reply', 'automatic response', 'auto reply', 'auto response', 'auto:', 'autoreply', 'autoresponse'],
  ...['out of office', 'out of the office', 'ooo:', 'vacation reply', 'reponse automatique', 'absence:', 'abwesenheit'],
];
/** Programs put the word of a receipt before the subject it is about, with a colon. */
const RECEIPT_BEGINNINGS = [
  ...['da doc:', 'khong doc:', 'chua doc:', 'da xoa ma khong doc:', 'xac nhan da doc:', 'bao da doc:', 'da hien thi:'],
  ...['read:', 'not read:', 'read receipt:', 'return receipt', 'disposition notification', 'lu :', 'gelesen:'],
];

function beginsAsAutomatic(subject: string): boolean {
  let said = plain(subject.slice(0, 300));
  // "Re: Trả lời tự động: …", "[Trả lời tự động] …", "(Auto-reply)"
  for (const before of ['re:', 'tl:', 'fw:']) if (said.startsWith(before)) said = said.slice(before.length);
  said = said.replace(/^[\s[({*"'<-]+/, '');
  return [...BEGINNINGS, ...RECEIPT_BEGINNINGS].some((words) => said.startsWith(words));
}

/** Small letters without marks, single blanks; hyphens count as blanks. */
function plain(text: string): string {
  return bareLetters(text)
    .toLowerCase()
    .replace(/[\s\-–_]+/g, ' ')
    .trim();
}
