import { oneLine } from '../../../texts/messages/index.ts';
import { addressesOf, LONGEST_DIAGNOSTIC, type RecipientStatus, statusCodeOf } from './delivery-status.ts';

/*
 * Servers that tell of a failure without the parts of RFC 3464. Only forms that are written for a final failure are
 * taken: a word of delay looks much the same and says the opposite. Texts come cut to a length, and are read by lines.
 */

/** Exim names in a header whom it could not reach, and only when it has given up. */
export function readFailedRecipients(header: string, text: string): RecipientStatus[] {
  const recipients = addressesOf(header);
  if (recipients.length === 0) return [];
  return [{ action: 'failed', recipients, status: statusCodeOf(text), diagnostic: diagnosticOf(text) }];
}

/** Exim's word that it goes on trying: it names nobody, and says so in its subject. */
export function readDelay(subject: string): RecipientStatus[] {
  const late = /^Warning: message \S+ delayed \d+ /i.test(subject.slice(0, 300));
  return late ? [{ action: 'delayed', recipients: [], status: '', diagnostic: '' }] : [];
}

const QMAIL = /^Hi\. This is the [\w.-]{1,200} program at /;

/** qmail's own form (QSBMF): after an opening, a paragraph for each recipient, then a copy of the message below a line. */
export function readQmailBounce(text: string): RecipientStatus[] {
  if (!QMAIL.test(text.trimStart().slice(0, 400))) return [];
  const lines = linesOf(text);
  const found: RecipientStatus[] = [];
  for (let at = 0; at < lines.length && !isCopyLine(lines[at] ?? ''); at++) {
    const address = recipientOf(lines[at] ?? '');
    if (address === undefined) continue;
    const end = lines.findIndex((line, i) => i > at && line === '');
    const said = lines.slice(at + 1, end < 0 ? undefined : end).join(' ');
    if (said === '') continue;
    const diagnostic = oneLine(said).slice(0, LONGEST_DIAGNOSTIC);
    found.push({ action: 'failed', recipients: [address], status: statusCodeOf(said), diagnostic });
    if (found.length >= MOST_PARAGRAPHS) break;
  }
  return found;
}

const MOST_PARAGRAPHS = 50;

/** "<an@x.vn>:" */
function recipientOf(line: string): string | undefined {
  const address = line.startsWith('<') && line.endsWith('>:') ? line.slice(1, -2).toLowerCase() : '';
  return address.includes('@') && !/[<>\s]/.test(address) ? address : undefined;
}

/**
 * The header of the message itself where it stands at the end of a plain text, below a line that says so ("--- Below
 * this line is a copy of the message."); empty where none does.
 */
export function returnedInText(text: string): string {
  const lines = linesOf(text);
  const copy = lines.findIndex(isCopyLine);
  if (copy < 0) return '';
  const from = lines.findIndex((line, i) => i > copy && line !== '');
  if (from < 0) return '';
  const end = lines.findIndex((line, i) => i > from && line === '');
  return lines.slice(from, end < 0 ? undefined : end).join('\n');
}

function isCopyLine(line: string): boolean {
  if (!line.startsWith('--') || line.length > 200) return false;
  return /below|enclosed|copy of (?:the|your) message|original message|headers follow|returned message/i.test(line);
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());

/** What the other server said: its reply code begins a line or follows a colon; it may go on over three indented lines. */
function diagnosticOf(text: string): string {
  const lines = linesOf(text);
  for (const [at, line] of lines.entries()) {
    const [, said] = /(?:^|:)[ \t]*([45]\d\d[ -].*)$/.exec(line.slice(0, 1_000)) ?? [];
    if (said === undefined) continue;
    const more: string[] = [];
    for (const next of lines.slice(at + 1, at + 4)) {
      if (!/^[ \t]+\S/.test(next)) break;
      more.push(next);
    }
    return oneLine([said, ...more].join(' ')).slice(0, LONGEST_DIAGNOSTIC);
  }
  return '';
}
